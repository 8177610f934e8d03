import type { Name } from './name.ts'

/** `the United Nations Convention`, in the ways it is written. */
const convention = String.raw`(?:the )?(?:U\.?N\.?|United Nations)? ?Convention`

/** The bodies themselves, in English and by their usual short names. */
export const bodyNames: Name[] = [
  {
    words:
      /Commission (?:on|for) Crime Prevention(?: (?:and|&) Criminal Justice)?|\bCCPCJ\d{0,2}\b|Crime Commission|\bCPCJ\b(?! Alliance)/gi,
    body: 'CCPCJ',
    short: 'Commission on Crime Prevention and Criminal Justice',
  },
  {
    words: new RegExp(
      `Conference of the (?:States )?Parties to ${convention} against Cybercrime|(?:Ad[- ]Hoc Committee (?:on (?:a )?Cybercrime(?: (?:Convention|Treaty))?|(?:to Elaborate|to (?:Develop|Prepare)|for the Elaboration)(?=[^.;:()]{0,200}(?:Cyber|Information and Communications|Comprehensive International Convention))[^.;:()]{0,200}?(?:for Criminal Purposes|Cybercrime|(?=[.;:(),\\d]|$|\\s(?:will|shall|is|was|has|had|which|that|held|took|takes|scheduled)\\b))))|Ad[- ]Hoc Committee(?! (?:of the Whole|on (?!\\d|(?:Mon|Tues|Wednes|Thurs|Fri)day)|for (?!its)|to (?!be|meet|hold|take)))|(?:UN |United Nations )?Convention against Cybercrime|Cyber-?crime (?:Convention|Treaty|Committee)`,
      'gi',
    ),
    body: 'CYBERCRIME',
    short: 'Ad Hoc Committee on Cybercrime',
  },
  {
    words: new RegExp(
      String.raw`Conference of (?:the )?Parties(?: \(COP\))? to (?:${convention} (?:against|on) (?:Transnational )?Organi[sz]ed Crime(?: and the Protocols thereto)?|(?:the )?(?:UNTOC|UNCTOC|Organi[sz]ed Crime Convention))|\bCOP ?(?:to (?:the )?)?UN?C?TOC\b|\bUNTOC COP ?\d*|\bCTOC[/-]COP\b|UNTOC|\bOrgani[sz]ed Crime Convention|Convention against Transnational Organi[sz]ed Crime|Palermo Convention|Conférence des Parties à la Convention des Nations Unies contre la criminalité`,
      'gi',
    ),
    body: 'UNTOC',
    short: 'Conference of the Parties to UNTOC',
  },
  {
    words: new RegExp(
      String.raw`Conference of (?:the )?States[ -]Parties(?: \(Co?SP ?\d*\))?(?: to (?:${convention} against Corruption|(?:the )?UNCAC))?(?! to the (?:Arms|Chemical|Biological|Treaty|Rome|Mine|Convention on)\b)|\bCo?SP ?-?\d{1,2}\b|\bCOSP\b|\bUNCAC\b|Convention against Corruption|Conférence des États parties`,
      'gi',
    ),
    body: 'COSP',
    short: 'Conference of the States Parties to UNCAC',
  },
  {
    words:
      /(?:(?:UN|United Nations) )?Congress on (?:Crime Prevention(?: and Criminal Justice)?|the Prevention of Crime(?: and (?:the )?Treatment of Offenders)?)|(?:UN |United Nations )?Crime Congress|\bPre-Congress\b|\b1\dth (?:UN |United Nations )?Congress\b|\bUNCPCJ\b|Congrès des Nations Unies pour la prévention du crime/gi,
    body: 'CONGRESS',
    kind: 'congress',
    short: 'Crime Congress',
  },
  {
    words:
      /Alliance of NGOs(?: on Crime Prevention(?: and Criminal Justice)?)?|\bNGO Alliance\b|\b(?:the|our|CPCJ) Alliance\b|\bAlliance(?=(?:'s|’s)? (?:meeting|side[- ]event|informal|briefing|event|members))/gi,
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
    words:
      /Human Rights Council|\bHRC ?\d{0,2}\b|Universal Periodic Review|\bUPR\b|Conseil des droits de l['’]homme|Consejo de Derechos Humanos|Menschenrechtsrat(?:e?s)?\b|Сове[а-я]+ по правам человека|人权理事会|مجلس حقوق الإنسان/gi,
    body: 'HRC',
    short: 'Human Rights Council',
  },
  {
    words:
      /Biennial Meeting of States(?: on (?:the Programme of Action|Small Arms)[^,.;:()]{0,120})?|\bBMS ?-?\d{1,2}\b|\bBMS\b|(?:UN |United Nations )Programme of Action(?! for)|Program(?:me)? of Action to Prevent, Combat|Program(?:me)? of Action on Small Arms(?: and Light Weapons)?|\bRevCon ?\d?\b|Small Arms(?: and Light Weapons)?|\bUNPoA\b/gi,
    body: 'SMALL-ARMS',
    short: 'Programme of Action on Small Arms',
  },
]
