import type { Format } from '../../event/index.ts'
import { once } from '../once.ts'

export const formatOnly =
  /^\s*(?:fully |held )?(?:online|virtual(?:ly)?|hybrid|in[- ]person|webex|zoom|(?:ms|microsoft) teams|virtual (?:format|meeting|event)|in-person and virtual format)(?:\s+(?:meeting|format|only|event))?\s*\.?$/i

const hybrid =
  /\bhybrid\b|\bblended\b|\bin[- ]person and (?:virtual|online)|\b(?:virtual|online)(?:ly)? (?:and|or|as well as) in[- ]person|\bvienna and virtually\b|\band (?:virtually|online)\b|hybride|híbrid|смешанн|гибридн|混合/i
const online =
  /\bonline\b(?! registration| form| platform)|\bvirtual(?:ly)?\b|\bweb-?ex\b|\bzoom\b|\bteams\b|\bwebinar\b|\bvideo ?conference|\bremote(?:ly)?\b|en ligne|en línea|онлайн|线上/i
const person = /\bin[- ]person\b|en présentiel|presencial/i
/** A word that every one of these has. */
const maySay =
  /hybrid|híbrid|blended|person|virtual|online|web-?ex|zoom|teams|webinar|video ?conf|remote|en ligne|en línea|онлайн|线上|смешанн|гибридн|混合|présentiel|presencial/i

/** How people attend, when it is said; limited participation in person beside online is hybrid. */
export const formatOf = once(formatSaid)

function formatSaid(text: string): Format | undefined {
  if (!maySay.test(text)) return undefined
  if (hybrid.test(text)) return 'hybrid'
  if (/\bin[- ]person participation\b/i.test(text) && !/\bno in[- ]person\b/i.test(text))
    return online.test(text) || /\bpossible\b|\blimited\b/i.test(text) ? 'hybrid' : 'in-person'
  if (/\bonline format only\b|\bfully online\b|\bonly online\b/i.test(text)) return 'online'
  if (/\bheld in[- ]person\b/i.test(text)) return 'in-person'
  const isOnline = online.test(text)
  if (isOnline && person.test(text)) return 'hybrid'
  if (isOnline) return 'online'
  return person.test(text) ? 'in-person' : undefined
}
