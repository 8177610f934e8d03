import type { Name } from './name.ts'

/** Groups inside the bodies, in English. */
export const groupNames: Name[] = [
  {
    words:
      /Implementation Review Group|\bIRG ?\d{0,2}\b|Groupe d['’]examen de l['’]application|Grupo de Examen de la Aplicación|Групп\p{L} по обзору (?:хода )?осуществления|实施情况审议组|فريق استعراض التنفيذ/giu,
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
      /(?:Meetings? of )?(?:the )?Heads of National Drug Law Enforcement Agencies(?: \((?:HONLEAs?|HONEURO|HONLAC|HONLAF|HONLAP)\))?|\bHONLEAs?\b|\bHONEURO\b|\bHONLA[CFP]\b|Subcommission on Illicit Drug Traffic(?: and Related Matters in the Near and Middle East)?/gi,
    body: 'CND',
    group: 'subsidiary-bodies',
    kind: 'session',
    short: 'Heads of National Drug Law Enforcement Agencies',
  },
  {
    words:
      /(?:Open-ended )?(?:Inter-?governmental )?Expert Group (?:Meeting )?(?:to Conduct a Comprehensive Study (?:of|on) (?:the Problem of )?|on )Cyber-?crime/gi,
    body: 'CYBERCRIME',
    group: 'expert-group',
    kind: 'expert-meeting',
    short: 'Expert Group on Cybercrime',
  },
  { words: /Constructive Dialogues?/gi, body: 'UNTOC', kind: 'constructive-dialogue', short: 'Constructive Dialogue' },
]
