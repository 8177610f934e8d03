import type { Kind } from '../../event/index.ts'
import { matches } from '../matches.ts'
import { once } from '../once.ts'

const patterns: [Kind, RegExp][] = [
  [
    'side-event',
    /\bnebenveranstaltung|\beventi? (?:a margine|parallel)|\bside[- ]?events?\b|\bspecial events?\b|\bsatellite event|événements? parallèles?|evento paralelo/i,
  ],
  [
    'briefing',
    /\b(?:press|NGO|information|informal|media|pre-session|stakeholder|virtual|online|joint)? ?briefings?\b|\bpress (?:conference|event)\b|\binformation session\b/i,
  ],
  ['constructive-dialogue', /\bconstructive dialogues?\b/i],
  [
    'expert-meeting',
    /\b(?:inter-?governmental )?expert(?:s'?|-level)? (?:group )?(?:meetings?|consultations?)\b|\bexpert group\b|\bEGM\b|\bmeeting of (?:\w+ )?experts\b|réunion d'experts/i,
  ],
  ['intersessional', /\binter-?sessional|\bintersession|\bintersesional|\bentre sesiones|межсессионн|闭会期间|ما بين الدورات/i],
  ['thematic', /\bthematic (?:discussions?|sessions?|debates?|segments?|meetings?|consultations?)\b|discussions? thématiques?/i],
  ['review-group', /\bimplementation review group\b|\bIRG ?\d{0,2}\b/i],
  [
    'working-group',
    /\bworking groups?\b|\bWG\b|groupe de travail|arbeitsgruppe|grupo de trabajo|рабочей группы|рабочая группа|рабочую группу|工作组|الفريق العامل/i,
  ],
  [
    'reconvened',
    /\breconven(?:ed|es|ing)\b|\breprise\b|\bcontinuación\b|\breanuda(?:ción|d[ao])\b|возобновл[её]нн|[续續][会會]|المستأنفة/i,
  ],
  ['congress', /\b(?:uno?-)?kongress|\bcongress\b|\bcongreso\b|\bcongrès\b|конгресс|预防犯罪.{0,12}大会/i],
  [
    'informal-meeting',
    /\binformal (?:\w+ )?(?:meetings?|consultations?|dialogues?|gathering|session)|\b(?:members'?|monthly|online|regular|board) meeting\b|\bmeeting of the Alliance|\bAlliance meeting/i,
  ],
  [
    'session',
    /(?<![-\p{L}])sessions?\b|\bUNGASS\b|\bper[íi]odo (?:ordinario |extraordinario )?de sesiones|\bsesi[óo]n(?:es)?(?!\p{L})|(?<!\p{L})(?:сесси[яию]|(?:jahres|sonder)?tagung|sitzung|sessão|sessione)(?!\p{L})|[届屆].{0,20}[会會][议議]|الدورة/iu,
  ],
  [
    'conference',
    /\b(?:conference|forum|symposium|summit|colloquium|biennial meeting|high-level meeting|review conference|conférence|conferencia)s?\b|\bBMS ?\d|\bRevCon/i,
  ],
]

/** What sort of meeting words speak of; undefined when they name none of the kinds. The more telling word counts, not the first. */
export const kindOf = once(kindSaid)

function kindSaid(words: string): Kind | undefined {
  return patterns.find(([, pattern]) => pattern.test(words))?.[0]
}

const english =
  'sessions? meetings? conferences? consultations? dialogues? forums? fora congress(?:es)? symposium symposia hearings? workshops? webinars? seminars? briefings? summits? side[-\\s]events? events? discussions? debates? segments? assembly colloquium round[-\\s]?tables? review\\sgroup expert\\sgroup drafting\\sgroup intersessionals? prep-?coms? revcons? town\\shall training\\scourse panel\\sdiscussion (?:information|preparatory|preparation|coordination|civil\\ssociety|NGO|youth|study|open)\\sdays? (?:signing|opening|closing|award)\\sceremon(?:y|ies)'
const others =
  'réunions? conférences? séances? ateliers? séminaires? congrès colloques? reuni[óo]n(?:es)? conferências? conferencias? períodos?\\sde\\ssesiones sesi[óo]n(?:es)? taller(?:es)? seminarios? congreso diálogos? consultas? сесси[яиюй] совещани[еяй] заседани[еяй] конференци[яию] консультаци[яий] семинар форум конгресс tagung(?:en)? sitzung(?:en)? konferenz(?:en)? jahrestagung nebenveranstaltung(?:en)? veranstaltung(?:en)? seminar(?:e)? treffen riunion[ei] evento eventi conferenza sessione convegno reuniões reunião sessão sessões'
const noun = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${`${english} ${others}`.split(' ').join('|')})(?![\p{L}\d]|\s(?:rooms?|cent(?:re|er)s?|services?|support|management|officers?|section|branch|papers?|halls?)(?![\p{L}\d]))|[会會][议議]|[届屆][会會]|磋商|研[讨討][会會]|[论論][坛壇]|大[会會]|(?:(?<!\p{L})[وفبل]?(?:ال|لل)?)?(?:دورة|دورت[هك]ا?|اجتماع|مؤتمر|مشاورات|ندوة|منتدى)`,
  'giu',
)

/** Words that mean a meeting, where they stand. */
type Noun = { index: number; length: number; text: string }

/** Where words stand that mean a meeting: `session`, `consultation`, `forum`. */
export const meetingNouns = once((text): Noun[] =>
  matches(text, noun).map((match) => ({ index: match.index, length: match[0].length, text: match[0] })),
)
