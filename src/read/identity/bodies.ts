import type { Body, Kind } from '../../event/index.ts'

/** A name of a body or of a group inside it, where it stands in a text. */
export type Named = { index: number; length: number; body: Body; group?: string; kind?: Kind; short: string }

type Name = { words: RegExp; body: Body; group?: string; kind?: Kind; short: string }

const convention = String.raw`(?:the )?(?:U\.?N\.?|United Nations)? ?Convention`

/** Names in the order of precision: where two begin at the same place the longer one counts, else the earlier of this list. */
const names: Name[] = [
  {
    words:
      /Commission (?:on|for) Crime Prevention(?: (?:and|&) Criminal Justice)?|\bCCPCJ\d{0,2}\b|Crime Commission|\bCPCJ\b(?! Alliance)/gi,
    body: 'CCPCJ',
    short: 'Commission on Crime Prevention and Criminal Justice',
  },
  {
    words: /Commission pour la prévention du crime|Commission de la prévention du crime|Comisión de Prevención del Delito/gi,
    body: 'CCPCJ',
    short: 'Commission on Crime Prevention and Criminal Justice',
  },
  {
    words:
      /(?:UN |United Nations )?Commission on Narcotic Drugs|\bCND ?\d{0,2}\b|Commission des stup[ée]fiants|Comisi[óo]n de Estupefacientes|Комисси[яи] по наркотическим средствам|麻醉药品委员会|لجنة المخدرات|(?:International|World) Drug (?:Policy|Problem|Control)/gi,
    body: 'CND',
    short: 'Commission on Narcotic Drugs',
  },
  {
    words: new RegExp(
      String.raw`Conference of the (?:States )?Parties to ${convention} against Cybercrime|(?:Ad[- ]Hoc Committee (?:to Elaborate|on Cybercrime|on a Cybercrime|to (?:Develop|Prepare)|for the Elaboration)[^.;:()]{0,200}?(?:for Criminal Purposes|Cybercrime|(?=[.;:(),]|$)))|Ad[- ]Hoc Committee|UN Convention against Cybercrime|Cybercrime Convention`,
      'gi',
    ),
    body: 'CYBERCRIME',
    short: 'Ad Hoc Committee on Cybercrime',
  },
  {
    words: new RegExp(
      String.raw`Conference of (?:the )?Parties(?: \(COP\))? to (?:${convention} (?:against|on) (?:Transnational )?Organi[sz]ed Crime(?: and the Protocols thereto)?|(?:the )?(?:UNTOC|UNCTOC|Organi[sz]ed Crime Convention))|\bCOP ?(?:to (?:the )?)?UN?C?TOC\b|\bUNTOC COP ?\d*|\bCTOC[/-]COP\b|UNTOC|Convention against Transnational Organi[sz]ed Crime|Palermo Convention|Conférence des Parties à la Convention des Nations Unies contre la criminalité`,
      'gi',
    ),
    body: 'UNTOC',
    short: 'Conference of the Parties to UNTOC',
  },
  {
    words: new RegExp(
      String.raw`Conference of (?:the )?States[ -]Parties(?: \(Co?SP ?\d*\))?(?: to (?:${convention} against Corruption|(?:the )?UNCAC))?|\bCo?SP ?-?\d{1,2}\b|\bCOSP\b|\bUNCAC\b|Convention against Corruption|Conférence des États parties`,
      'gi',
    ),
    body: 'COSP',
    short: 'Conference of the States Parties to UNCAC',
  },
  {
    words: /Implementation Review Group|\bIRG\b|Groupe d'examen de l'application/gi,
    body: 'COSP',
    group: 'implementation-review',
    kind: 'review-group',
    short: 'Implementation Review Group',
  },
  {
    words: /Working Group on (?:the )?(?:Asset Recovery|Recovery of Assets)|\bWG[ -]?AR\b|WG on Asset Recovery/gi,
    body: 'COSP',
    group: 'asset-recovery',
    kind: 'working-group',
    short: 'Working Group on Asset Recovery',
  },
  {
    words: /Working Group on (?:the )?Prevention(?: of Corruption)?|\bWG[ -]?P\b|WG on (?:the )?Prevention/gi,
    body: 'COSP',
    group: 'prevention',
    kind: 'working-group',
    short: 'Working Group on Prevention',
  },
  {
    words:
      /Expert (?:Group )?Meetings? (?:to Enhance|on|for) International Cooperation(?: under (?:the )?(?:UNCAC|(?:United Nations |UN )?Convention against Corruption))?/gi,
    body: 'COSP',
    group: 'international-cooperation',
    kind: 'expert-meeting',
    short: 'Expert meeting to enhance international cooperation',
  },
  {
    words: /(?:Working Group|\bWG) on (?:the )?Smuggling of Migrants/gi,
    body: 'UNTOC',
    group: 'smuggling-of-migrants',
    kind: 'working-group',
    short: 'Working Group on the Smuggling of Migrants',
  },
  {
    words: /(?:Working Group|\bWG) on (?:the )?Trafficking in Persons/gi,
    body: 'UNTOC',
    group: 'trafficking-in-persons',
    kind: 'working-group',
    short: 'Working Group on Trafficking in Persons',
  },
  {
    words: /(?:Working Group|\bWG) on (?:the )?Firearms/gi,
    body: 'UNTOC',
    group: 'firearms',
    kind: 'working-group',
    short: 'Working Group on Firearms',
  },
  {
    words: /(?:Working Group|\bWG) on International Cooperation/gi,
    body: 'UNTOC',
    group: 'international-cooperation',
    kind: 'working-group',
    short: 'Working Group on International Cooperation',
  },
  {
    words: /(?:Working Group|\bWG) (?:of Government(?:al)? Experts )?on Technical Assistance/gi,
    body: 'UNTOC',
    group: 'technical-assistance',
    kind: 'working-group',
    short: 'Working Group of Government Experts on Technical Assistance',
  },
  {
    words:
      /Groupe de travail (?:[\p{L}-]+ ){0,6}sur la prévention(?: de la corruption)?|Grupo de Trabajo (?:[\p{L}-]+ ){0,6}sobre (?:la )?Prevención(?: de la Corrupción)?/giu,
    body: 'COSP',
    group: 'prevention',
    kind: 'working-group',
    short: 'Working Group on Prevention',
  },
  {
    words:
      /Groupe de travail (?:[\p{L}-]+ ){0,6}sur le recouvrement d['’]avoirs|Grupo de Trabajo (?:[\p{L}-]+ ){0,6}sobre (?:la )?Recuperación de Activos/giu,
    body: 'COSP',
    group: 'asset-recovery',
    kind: 'working-group',
    short: 'Working Group on Asset Recovery',
  },
  {
    words:
      /Groupe de travail (?:[\p{L}-]+ ){0,4}sur le trafic (?:illicite )?de migrants|Grupo de Trabajo sobre (?:el )?Tráfico Ilícito de Migrantes/giu,
    body: 'UNTOC',
    group: 'smuggling-of-migrants',
    kind: 'working-group',
    short: 'Working Group on the Smuggling of Migrants',
  },
  {
    words: /Groupe de travail (?:[\p{L}-]+ ){0,4}sur la traite des personnes|Grupo de Trabajo sobre (?:la )?Trata de Personas/giu,
    body: 'UNTOC',
    group: 'trafficking-in-persons',
    kind: 'working-group',
    short: 'Working Group on Trafficking in Persons',
  },
  {
    words: /Groupe de travail (?:[\p{L}-]+ ){0,4}sur les armes à feu|Grupo de Trabajo sobre Armas de Fuego/giu,
    body: 'UNTOC',
    group: 'firearms',
    kind: 'working-group',
    short: 'Working Group on Firearms',
  },
  {
    words:
      /Convention des Nations Unies contre la corruption|CNUCC|Convención de las Naciones Unidas contra la Corrupción|Conferencia de los Estados Parte|Конференци\p{L} государств-участников/giu,
    body: 'COSP',
    short: 'Conference of the States Parties to UNCAC',
  },
  {
    words:
      /criminalité transnationale organisée|Delincuencia Organizada Transnacional|транснациональной организованной преступности/giu,
    body: 'UNTOC',
    short: 'Conference of the Parties to UNTOC',
  },
  {
    words: /Комисси\p{L} по предупреждению преступности|预防犯罪和刑事司法委员会|لجنة منع الجريمة/giu,
    body: 'CCPCJ',
    short: 'Commission on Crime Prevention and Criminal Justice',
  },
  { words: /Constructive Dialogues?/gi, body: 'UNTOC', kind: 'constructive-dialogue', short: 'Constructive Dialogue' },
  {
    words:
      /(?:(?:UN|United Nations) )?Congress on Crime Prevention(?: and Criminal Justice)?|(?:UN |United Nations )?Crime Congress|\bUNCPCJ\b|Congrès des Nations Unies pour la prévention du crime/gi,
    body: 'CONGRESS',
    kind: 'congress',
    short: 'Crime Congress',
  },
  {
    words:
      /Alliance of NGOs on Crime Prevention(?: and Criminal Justice)?|\bNGO Alliance\b|\b(?:the|our|CPCJ) Alliance\b|\bAlliance(?=(?:'s|’s)? (?:meeting|side[- ]event|informal|briefing|event|members))/gi,
    body: 'ALLIANCE',
    short: 'Alliance of NGOs',
  },
  {
    words: /High[- ]Level Political Forum(?: on Sustainable Development)?|\bHLPF\b/gi,
    body: 'HLPF',
    kind: 'conference',
    short: 'High-level Political Forum',
  },
  {
    words: /Human Rights Council|\bHRC ?\d{0,2}\b|Universal Periodic Review|\bUPR\b|Conseil des droits de l'homme/gi,
    body: 'HRC',
    short: 'Human Rights Council',
  },
  {
    words:
      /Biennial Meeting of States(?: on (?:the Programme of Action|Small Arms)[^,.;:()]{0,120})?|\bBMS ?-?\d{1,2}\b|\bBMS\b|Programme of Action on Small Arms(?: and Light Weapons)?|\bRevCon ?\d?\b|Small Arms(?: and Light Weapons)?|\bUNPoA\b/gi,
    body: 'SMALL-ARMS',
    short: 'Programme of Action on Small Arms',
  },
]

/** Other bodies of the United Nations: their meetings are listed as OTHER, whatever page they stand on. */
const others =
  /\b(?:(?<!\b(?:Annual|Extraordinary|Ordinary|Our|Alliance) )General Assembly(?! resolution)|Security Council|Economic and Social Council|UNIDO|United Nations Industrial Development Organization|UNCITRAL|Commission on International Trade Law|International Law Commission|Advisory Committee on Administrative and Budgetary|ACABQ|COPUOS|Peaceful Uses of Outer Space|Permanent Representatives to|UN-Habitat|South-South Cooperation|International Narcotics Control Board|INCB|Commission on the Status of Women|Statistical Commission|Commission on Population|Commission for Social Development|IAEA|CTBTO|UNCTAD|UNEP|Scientific Committee on the Effects of Atomic Radiation|UNSCEAR|Permanent Forum|Panel of External Auditors|Board of Auditors|Committee on Contributions|Fifth Committee|Sixth Committee|Third Committee|Committee for Programme|FINGOV|governance and financial situation of (?:the )?(?:United Nations Office on Drugs and Crime|UNODC))\b/gi

/** A word that every one of the names above has, so that most lines need not be searched for each. */
const mayName =
  /commiss|comisi|комисс|委员会|لجنة|\bcnd|ccpcj|cpcj|crime|confer|confér|конфер|\bcop\b|cosp|untoc|unctoc|ctoc|palermo|conven|uncac|cnucc|criminal|delincuencia|преступности|implementation review|groupe|grupo|working group|\bwg|\birg\b|expert|dialogue|congr|alliance|forum|hlpf|human rights|\bhrc|\bupr\b|universal|conseil|biennial|\bbms|small arms|programme of action|revcon|unpoa|cyber|ad[- ]hoc|stup|drug|assembly|security council|economic and social|unido|industrial dev|uncitral|international law|acabq|copuos|outer space|permanent|habitat|south-south|narcotics|incb|iaea|ctbto|unctad|unep|atomic|unscear|panel of|board of|committee|fingov|governance/i

const remembered = new Map<string, Named[]>()
const mostRemembered = 400

/** Every name of a body in a text, in order, none overlapping: the longer of two that overlap. */
export function namedBodies(text: string): Named[] {
  if (!mayName.test(text)) return []
  // Headings are asked for again with every line below them.
  const known = remembered.get(text)
  if (known) return known
  const names = search(text)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(text, names)
  return names
}

function search(text: string): Named[] {
  const found: Named[] = []
  for (const { words, body, group, kind, short } of names)
    for (const match of text.matchAll(words)) {
      const named: Named = { index: match.index, length: match[0].length, body, short }
      if (group) named.group = group
      if (kind) named.kind = kind
      found.push(named)
    }
  for (const match of text.matchAll(others))
    found.push({ index: match.index, length: match[0].length, body: 'OTHER', short: match[0] })
  found.sort((a, b) => a.index - b.index || b.length - a.length)
  const kept: Named[] = []
  for (const named of found) {
    const last = kept.at(-1)
    if (!last || named.index >= last.index + last.length) kept.push(named)
    else if (named.length > last.length) kept[kept.length - 1] = named
  }
  return kept
}

/** The short name by which titles name a body. */
export function shortName(body: Body): string | undefined {
  return names.find((name) => name.body === body && !name.group)?.short
}
