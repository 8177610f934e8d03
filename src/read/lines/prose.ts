import { namedBodies } from '../identity/bodies.ts'
import type { Phrase } from '../identity/phrases.ts'
import { matches } from '../matches.ts'
import { once } from '../once.ts'
import { isAside, isBefore, isPredicate } from './aside.ts'
import type { View } from './view.ts'

const finite =
  /(?<!\p{L})(?:will|shall|would|is|are|was|were|has|have|had|takes? place|took place|discussed|noted|agreed|decided|adopted|recommended|considered|reviewed|welcomed|spoke|gathered|joined|brought|highlighted|stressed|said|participated|attended|held|meets?|met|runs(?= (?:from|until|through|to|on)\b| \p{Lu}| \d)|convenes?|convened|begins?|began|opens?|opened|starts?|started|concluded|ended|adjourned|invites?|invited|please|join us|findet|finden|fand|fanden|tagt|tritt|aura|sera|seront|aur(?:a|ont) lieu|se tiendra|est|sont|(?:tienen?|tuvieron) lugar|tendrá|tendrán|será|serão|realiza(?:-se|rá-se)|decorrer?(?:á|u)?|acontece|ocorre(?:rá|u)?|celebrará|se centrar(?:án?|on)|se dérou(?:le|lera|lent)|se tient|s['’]est tenue?|s['’]ouvr(?:e|ira)|a (?:eu lieu|été)|ont|se celebr(?:a|ó|an)|tuvo lugar|se llev(?:ó|ará) a cabo|comienza|concluye|состоится|состоятся|состоялась|пройд[её]т|проходит|проходила|прошла|начинается|открывается|открылась|завершилась|принимает|принял[аи]?|تعقد|ينعقد|انعقدت|عقدت|تستضيف|استضافت|انطلقت|تنطلق|شارك|شاركت|يستمر|و?أعلنت?|و?ذكرت?|و?قالت?|و?أكدت?|و?أضافت?|و?أوضحت?|تم|سيتم|تقرر|كان|كانت)(?!\p{L})|将于|将在|举行|召开|举办|ستعقد|سيعقد|состоится|пройд/iu

/** With small letters only: `5 May` is no sentence. */
const modal = /(?<!\p{L})(?:may|might|could|should|must|can)(?!\p{L})/u

/** Whether a line is a sentence, not a title with dates. */
export const isProse = once(isSentence)

function isSentence(text: string): boolean {
  return text.length > 30 && (finite.test(text) || modal.test(text) || (text.length > 260 && /[.!?]\s+\p{Lu}/u.test(text)))
}

const verbs =
  /(?<!\p{L})(?:(?:will|shall|would|is|are|was|were|has|have|had|been)\s+(?:also\s+|now\s+|provisionally\s+|tentatively\s+|currently\s+)?(?:be\s+|to be\s+|been\s+|being\s+)?(?:held|convened|organi[sz]ed|scheduled|planned|envisaged|foreseen|postponed|rescheduled|cancell?ed|opened|hosted|set|expected|take place|meet|gather|assemble|open|begin|start|run|convene|continue|resume|due|taking place|meeting|moved)|(?:to be\s+)?held|takes? place|took place|taking place|to take place|(?:will|shall|to)\s+(?:hold|host|convene)|meets?|met|findet|finden|fand|fanden|tagt|tritt|treten|will be|(?:is|are|next one is)(?=\s+(?:on|from)\s)|next one is|opens?|begins?|starts?|convenes?|follows?(?= (?:on|from|in)\s)|sera|seront|aura lieu|auront lieu|a eu lieu|se tiendra|se tiendront|se tient|s['’]est tenue?|se dérou(?:le|lera|lent)|(?:tienen?|tendrán?|tuvo|tuvieron) lugar|será realizad[ao]|realiza(?:-se|rá-se)|foi realizad[ao]|decorre(?:rá|u)?|acontece(?:rá|u)?|ocorre(?:rá|u)?|se celebr(?:ará|a|ó)|состоится|состоялась|пройд[её]т|проходит|проходила|прошла)(?!\p{L})|将于|将在|举行|召开|举办|تعقد|انعقدت|تستضيف|استضاف|يستمر|ستعقد|سيعقد|تنعقد|(?<!\p{L})(?:تنطلق|انطلقت|تبدأ|بدأت|تفتتح|افتتحت|تختتم|اختتمت)(?!\p{L})|состоится|пройд[её]т/giu
const gives =
  /\b(?:will|shall|to|would|is|are)?\s*(?:be\s+)?(?:hold|holds|holding|held|host|hosts|hosting|hosted|organi[sz]e[sd]?|organi[sz]ing|convenes?|convened|convening|co-?host\w*|cover|attend|join|invited? (?:you |all \w+ )?to)\s+$/i

/** The phrase that names the meeting a date in a sentence belongs to. */
export function phraseFor(view: View): Phrase | undefined {
  const { phrases, from, to, date, text } = view
  const inside = phrases.filter(
    ({ index, length }) =>
      index >= from && index + length <= to && (index + length <= date.index + 1 || index >= date.index + date.length),
  )
  const beside = phraseBeside(view) ?? phraseOfClause(view)
  if (beside) return atItsSession(view, beside) ?? beside
  const before = inside.filter(({ index }) => index < date.index)
  const named = before.filter((phrase) => phrase.meeting && !isBefore(text, phrase) && !isPredicate(text, phrase))
  const object = named.findLast(({ index }) => isGiven(text, from, index))
  if (object) return object
  const verb = verbBefore(text, from, date.index)
  const subjects = verb === undefined ? named : named.filter(({ index, length }) => index + length <= verb + 1)
  // `The briefing is a pendant to the meeting and will take place`: what is said second is said of the first.
  const again = verb !== undefined && /\band\s+(?:also\s+)?$/i.test(text.slice(from, verb))
  const subject = (again ? subjects[0] : subjects.at(-1)) ?? named.at(-1)
  if (subject) return subject
  const after = inside.filter((phrase) => phrase.index > date.index && phrase.meeting && !isAside(text, phrase))
  return after[0] ?? before.at(-1) ?? inside.find((phrase) => phrase.index > date.index && !isAside(text, phrase))
}

/** What is held at the session that a date follows: `convene a ministerial segment at its 62nd regular session from 14 to 15 March`. */
function atItsSession({ phrases, from, text }: View, session: Phrase): Phrase | undefined {
  const one = phrases.findLast(({ index, length, meeting }) => meeting && index >= from && index + length < session.index)
  if (!one || !isGiven(text, from, one.index)) return undefined
  if (!/^\s(?:at|during|within) (?:its|their) $/i.test(text.slice(one.index + one.length, session.index).slice(0, 20)))
    return undefined
  const length = session.index + session.length - one.index
  return { ...one, length, text: text.slice(one.index, one.index + length) }
}

/** What joins a phrase and its date is no longer, in characters. */
const longestJoint = 250

const joint =
  /^[\s,]*(?:\([^()]{0,40}\)[\s,]*)?[\s,:(–—-]*(?:(?:to be |which (?:will|is to) be )?held\s+)?(?:on|from|in|between|during|of|le|du|del?)?[\s(]*(?:the\s+)?$/i

/** `the Fourteenth Congress (Kyoto, Japan, 20-27 April`, or `in Kyoto, Japan, 20-27 April`. */
const withPlace = /^,?\s*(?:held\s+)?(?:\(|in\s+)(?:\p{Lu}[\p{L}.’' -]{1,30},\s*){1,3}(?:(?:on|from)\s+)?(?:the\s+)?$/u

/** The phrase right before a date: `consultations on 6 March`, `the 63rd session (2-4 December`. */
export function phraseBeside({ phrases, from, date, text }: View): Phrase | undefined {
  const phrase = phrases.findLast(({ index, length, meeting }) => meeting && index >= from && index + length <= date.index + 1)
  if (!phrase) return undefined
  const end = phrase.index + phrase.length
  const body = phrases.find(({ index, meeting }) => !meeting && index >= end && index < date.index)
  const between = body
    ? text.slice(end, body.index).replace(/^\s+(?:at|in|of|by|for)\s+(?:the\s+)?$/i, ' ') +
      text.slice(body.index + body.length, date.index)
    : text.slice(end, date.index)
  const isBeside = between.length <= longestJoint && (joint.test(between) || withPlace.test(between))
  return isBeside && !isBefore(text, phrase) ? phrase : undefined
}

/** The phrase that a clause with a date goes on about: `with the tenth session, which will take place on 5 October`. */
function phraseOfClause({ phrases, from, date, text }: View): Phrase | undefined {
  const phrase = phrases.findLast(({ index, length, meeting }) => meeting && index >= from && index + length <= date.index)
  const between = phrase ? text.slice(phrase.index + phrase.length, date.index) : ''
  return /^,?\s*which\s+(?:will|shall|is|was|takes|took)\b[^.;]{0,60}$/i.test(between) ? phrase : undefined
}

/** A phrase with the body that follows it: `meetings in the Ad Hoc Committee`. */
export function whole({ phrases, text, date }: View, phrase: Phrase | undefined): Phrase | undefined {
  if (!phrase) return phrase
  const end = phrase.index + phrase.length
  const isNamed = namedBodies(phrase.text).length > 0
  const body = phrases.find(
    ({ index, meeting, length }) => !meeting && index >= end && (index + length <= date.index || phrase.index > date.index),
  )
  const between = body ? text.slice(end, body.index) : ''
  const joins = isNamed ? /^\s+(?:at|during)\s+(?:the\s+)?$/i : /^\s+(?:at|in|of|by|for)\s+(?:the\s+)?$/i
  if (!body || !joins.test(between)) return phrase
  const length = body.index + body.length - phrase.index
  return { ...phrase, length, text: text.slice(phrase.index, phrase.index + length) }
}

/** A phrase with those of other groups that stand before it in one list: `the resumed twelfth session of the IRG and the tenth expert meeting`. */
export function atOnce({ phrases, text, from }: View, phrase: Phrase | undefined): Phrase | undefined {
  if (!phrase?.meeting) return phrase
  let { index } = phrase
  for (const before of phrases.filter((one) => one.index >= from && one.index < phrase.index && one.meeting).toReversed()) {
    const between = text.slice(before.index + before.length, index)
    if (
      between.length > longestJoint ||
      !/^\s*[,;]?\s*(?:(?:and|as well as)\s+)?(?:the|its)?\s*$/.test(between) ||
      !namesGroup(before.text)
    )
      break
    index = before.index
  }
  const length = phrase.index + phrase.length - index
  return index < phrase.index && namesGroup(phrase.text)
    ? { ...phrase, index, length, text: text.slice(index, index + length) }
    : phrase
}

function namesGroup(words: string): boolean {
  return namedBodies(words).some(({ group }) => group !== undefined)
}

function verbBefore(text: string, from: number, to: number): number | undefined {
  let last: number | undefined
  for (const match of matches(text.slice(from, to), verbs)) last = from + match.index
  return last
}

/** Whether a sentence says that something takes place on its date. */
export function takesPlace(view: View): boolean {
  const near = `${view.before.slice(-200)} ${view.after.slice(0, 120)}`
  return (
    near.search(verbs) >= 0 ||
    phraseBeside(view) !== undefined ||
    gives.test(view.before.replace(/\b(?:on|from|in|between)\s+(?:the\s+)?$/i, '')) ||
    /\(\s*$|\bdates? (?:for|of)\b[^.;]{1,80}\b(?:is|are|will be)\s*:?\s*$/i.test(view.before)
  )
}

/** Whether a phrase is what the words before it say that somebody holds. */
export function isGiven(text: string, from: number, index: number): boolean {
  return gives.test(
    text.slice(Math.max(from, index - 60), index).replace(/(?:its|the|an?|two|our|their|this|a number of|a series of)\s+$/i, ''),
  )
}
