import type { Deadline } from '../../../event/index.ts'
import { isLong } from '../../dates/index.ts'
import { isSuperseded, putOff } from '../../status.ts'
import { lastMatch, ownerOf, sinceDate, untilDate, type View } from '../view.ts'
import { isDateline } from './dateline.ts'
import { deadline } from './deadline.ts'

/** What a date in a line is: a meeting's, or what else and why. */
export type Sense =
  /** `off` when the words say that it will not be on this date, and name no other. */
  | { is: 'meeting'; off?: 'postponed' | 'cancelled' }
  | { is: 'deadline'; kind: Deadline['kind']; why: string }
  | { is: 'dateline' | 'superseded' | 'recalled' | 'document' | 'other'; why: string }

const asked =
  /\b(?:regist(?:er|ered|ration)|pre-regist\w+|sign[- ]?up|rsvp|enrol\w*|accredit\w+|applications?|apply|applied|appli\w+ period|nominat\w+|submi(?:t|ts|tted|ssions?)|call for|calls for|deadlines?|badges?|invitations?|visas?|abstracts?|proposals?|expressions? of interest|comments|contributions|questionnaires?|inscriptions?|inscripci[óo]n|candidatures?|soumission|anmeld\w+|einreich\w+|регистраци[яи]|заявк[аи]|заявок|срок|报名|注册|التسجيل)\b/gi
/** What follows the day on which something may be asked for, or no more: `1 June 2025: Applications for side events open`. */
export const asksFor =
  /^\s*[-–—:|,]?\s*(?:the |online |early |start of |end of |opening of |close of )?(?:registrations?|applications?|nominations?|submissions?|accreditations?|calls? for \p{L}+)\b[^.;]{0,80}\b(?:opens?|opened|close[sd]?|begins?|starts?|ends?|due|period|windows?)\b(?!\s+(?:session|meeting|of the (?:session|meeting|congress|conference)))/iu
const lastDay =
  /(?:\bby|\bbefore|\buntil|\btill|\bno later than|\bnot later than|\bat the latest|\bdeadline\b[^.]{0,80}|\b(?:application|registration|submission|nomination)s? (?:period|window|phase)\b[^.]{0,80}|\bdue(?: date)?(?: on| by)?|\bclos(?:es?|ed|ing)(?: date)?(?: on)?|\bexpir(?:es?|ed)(?: on)?|\bavant|\bjusqu['’]au|\bau plus tard|\bantes del?|\bhasta|\bà plus tard|до|не позднее)\s*(?:the |on |is |le |el |:|–|-|\()*\s*$/i
const written =
  /(?:\b(?:dated|status|(?:last |page )?(?:updated|revis(?:ion|ed)|modified|reviewed|generated|printed|changed|edited)|(?:last|latest|next) (?:update|change)(?: is due)?|sent(?=:)|posted|says|wrote|commented|replied|published|publication date|issued|uploaded|as of|as at|created|accessed|retrieved|distr|adopted|signed|received|released|entered into force|in force since|born|since|publié|mis à jour|publicado|actualizado|опубликовано|written|release|document|circulated|letter|note verbale|communication|message|statement)\b(?: (?:on|date|in|le|el|by [\p{Lu}][\p{L}. ]{1,30}))?|\bdate of (?:issue|publication|release|document)|©|\bcopyright)\s*(?:on|at|the|:|\(|\||-|–|—)*\s*$/iu
/** `(18 July 2023) - PDF` */
const file = /^\s*[)\]]?\s*[-–—:|,]?\s*[([]?\s*(?:pdf|word|docx?|pptx?|xlsx?)\b/i
/** `On 24 December 2021, the General Assembly adopted resolution 76/233`. */
const deed =
  /^,?\s*(?:the )?[\p{L} ]{3,60}?\s(?:adopted|approved|established|proclaimed|appointed|elected|endorsed|launched|published|released|issued|announced)\b/iu
const lawWords =
  /\b(?:resolution|decision|law|act|directive|treaty|paragraph|document|report)\b[^.;]{0,40}\b(?:of|dated|de|du)\s*$|\b(?:adopted|proclaimed|opened for signature|entered into force|ratified|established|founded|launched)\b[^.;]{0,40}$|\b(?:agreed (?:up)?on|(?:work ?plan|road ?map|agenda|text|programme) (?:was |were )?(?:agreed|approved|endorsed)) on\s+$|(?:^|\s)(?:نشر|نُشر|نشرت|تاريخ النشر|آخر تحديث)[^.;]{0,40}$/i
const recalledWords =
  /^\W*(?:since|following|pursuant|in accordance|recalling|as (?:decided|agreed|requested|mandated)|after the|at its|at the [\w-]+ session|during (?:its|the)|in its|the report|depuis|à sa|lors de)\b/i
const heldOnly =
  /(?<!\b(?:be|was|were|is|are|been|being|get|got|also|jointly|will|has|have|had|not)\s)\bheld\b(?=\s+(?:in|on|from|at|between|during|online|virtually|by)\b|\s*,|\s*$)[^.]*$/i
/** Who tells where they were tells of a meeting. */
const takesPart = /\b(?:participat\w+|attend(?:ed|s|ing)|t(?:ook|ake|akes) part|(?:was|were) represented)\b/i
const dayName =
  /(?:^|[,;:]\s)(?:\p{Lu}[\p{L}’']+\s){1,4}Day\s\($|\b(?:International|World|European|UN|United Nations|Global|Nelson Mandela)\s(?:[\p{L}-]+\s){0,10}?Day\b/u
const away =
  /\bmaintenance\b|\bnot be available\b|\bunavailable\b|\bholidays?\b|\boffice hours\b|\bopening hours\b|\boffices?\b.{0,20}\bclosed\b|\bdowntime\b/i
const made =
  /\bwill (?:be )?(?:available|published|posted|circulated|receive|issued|launched|announced|released|sent|opened? for)\b|\b(?:first|last|early|late|mid)[- ]?(?:draft|version)\b/i

/** `met the Executive Director on`: people who meet each other, beside a meeting. */
const talked =
  /\bmet\s+(?:also\s+|bilaterally\s+|separately\s+)?(?:with\s+)?(?:the|his|her|its|their|an?|Mr|Ms|Mrs|Dr|H\.E|Ambassador|Minister|President|Secretary)\b[^.;]{0,100}$/u

const listWords = /\b(?:list|schedule|calendar|overview|programme)\b[^.;]{0,120}$/i
/** Why a month is no meeting's whose meetings a sentence announces: those listed below may have its year. */
export const monthOfList = 'the month of a list'

/** What a date in a line is, from the words around it. */
export function senseOf(view: View): Sense {
  const { before, after, date, text } = view
  // Nothing is said of a date that stands alone in its line.
  if (date.length === text.length) return { is: 'meeting' }
  const near = before.slice(-120)
  const owner = ownerOf(view)
  const held = owner !== undefined
  if (/©|\bcopyright\b/i.test(near)) return { is: 'document', why: 'a copyright line' }
  if (/^\W*(?:[Bb]y|[Pp]ar|[Pp]or)\s+[\p{Lu}][\p{L} .'’-]{1,60}[\s|,·–—-]*$/u.test(before) && !held)
    return { is: 'dateline', why: 'the day the text was written' }
  if (/^[^.;]{0,80}\b(?:wrote|schrieb|a écrit|escribió)\s*:/i.test(after) && !held)
    return { is: 'dateline', why: 'the day the text was written' }
  if (/^\W*(?:filed under|posted (?:in|by|on)|categor(?:y|ies)|tagged|tags)\b/i.test(before) && !held)
    return { is: 'dateline', why: 'the day the text was written' }
  if (isDateline(view)) return { is: 'dateline', why: 'the day the text was written' }
  if (written.test(near) || file.test(after)) return { is: 'document', why: 'the date of a text' }
  if (lawWords.test(near)) return { is: 'document', why: 'the date of a text' }
  if (view.prose && talked.test(near)) return { is: 'other', why: 'the day of a talk' }
  if (away.test(near) || away.test(after.slice(0, 80))) return { is: 'other', why: 'no meeting' }
  if (lastDay.test(near)) return deadline(text, 'a last day')
  if (/^[^.;]{0,70}\bdeadline\b/i.test(after) && !held) return deadline(text, 'a last day')
  if (!/\p{L}/u.test(before) && asksFor.test(after)) return deadline(text, 'a time to register, apply or submit')
  const asks = lastMatch(asked, before)
  if (asks !== undefined && !(owner !== undefined && owner.index >= view.from + asks))
    return deadline(text, 'a time to register, apply or submit')
  const since = sinceDate(view).slice(-140)
  if (isSuperseded(since, untilDate(view).slice(0, 160))) {
    const off = isReplaced(view) ? undefined : putOff(`${since} ${after}`)
    if (off) return { is: 'meeting', off }
    return { is: 'superseded', why: 'dates that hold no more' }
  }
  if (/\b(?:concluded|ended|closed|adjourned|wrapped up)\s+(?:(?!from|between)\p{L}+\s+){0,3}on\s+(?:the\s+)?$/iu.test(near))
    return { is: 'other', why: 'the last day of a meeting' }
  if (
    /\bno (?:\p{L}+ )?(?:meetings?|sessions?|events?)\b[^.;]{0,40}$|\b(?:élections?|elections?|elecciones)\b[^.;]{0,12}$/iu.test(
      near,
    )
  )
    return { is: 'other', why: 'no meeting' }
  if (view.prose && !held && /^\W*(?:on|le|el|am)?\s*$/i.test(before) && deed.test(after))
    return { is: 'other', why: 'the day of a deed' }
  if (dayName.test(near) && !held) return { is: 'other', why: 'an international day' }
  if (made.test(near) && !held) return { is: 'other', why: 'when something is made available' }
  if (
    /\b(?:previous|last|earlier|preceding|past|prior)\s+(?:\p{L}+\s+)?(?:session|meeting|conference|congress)s?\b[^.;]{0,60}$/iu.test(
      near,
    )
  )
    return { is: 'recalled', why: 'an earlier meeting, recalled' }
  if (
    view.prose &&
    (recalledWords.test(before) || (heldOnly.test(near) && date.yearPrinted && !takesPart.test(before))) &&
    !/\b(?:to be|will be|shall be) held\b/i.test(near)
  ) {
    const main = before.slice(recalledWords.exec(before)?.[0].length ?? 0)
    if (!/,[^,]*\b(?:will|shall|is|are|was|were|would)\b/i.test(main))
      return { is: 'recalled', why: 'an earlier meeting, recalled' }
  }
  if (date.precision === 'month' && view.prose) {
    if (listWords.test(near)) return { is: 'other', why: monthOfList }
    if (isNoMonthOfOne(view)) return { is: 'other', why: 'no day of a meeting' }
  }
  if (isDraft(view)) return { is: 'document', why: 'the date of a text' }
  return { is: 'meeting' }
}

/** A month in which meetings are held each year, of which a list is, in which something began, or that bounds a period. */
function isNoMonthOfOne({ before, after, date, others, from, to }: View): boolean {
  const near = before.slice(-120)
  const months = others.filter(
    ({ index, precision, yearPrinted }) => index >= from && index < to && precision === 'month' && !yearPrinted,
  )
  return (
    /\b(?:mandate|workplan|until|since|biennium|period)\b[^.]{0,40}$/i.test(near) ||
    /\b(?:started|began|begun|opened|launched) in\s+(?:early |late |mid-)?$/i.test(near) ||
    (!date.yearPrinted &&
      (months.length > 1 ||
        /\b(?:each|every|per|a) year\b|\bannually\b|\btwice\b|\busually\b/i.test(`${near} ${after.slice(0, 60)}`)))
  )
}

/** `Draft programme for the Forum (10 May 2021)` */
function isDraft({ before, after, date: { ranges } }: View): boolean {
  const [range, more] = ranges
  return (
    !more &&
    !isLong(range) &&
    /^\W*(?:first |second |revised |updated |zero )?(?:draft|outline|template|flyer|brochure)\b[^.;]{0,200}\(\s*$/i.test(
      before,
    ) &&
    /^\s*\)/.test(after)
  )
}

/** Another date in the same sentence takes the place of this one. */
function isReplaced({ others, date, from, to }: View): boolean {
  return others.some((other) => other !== date && other.index >= from && other.index < to)
}
