import type { Body, Event, Said, Status, When } from '../event/index.ts'
import { cleanLine } from './ical/clean.ts'
import { type Language, wordsOf } from './words/language.ts'

/** How a body is called before a title; nothing for meetings of no body of ours. */
const shortNames: Record<Body, string> = {
  CCPCJ: 'CCPCJ',
  CND: 'CND',
  COSP: 'COSP',
  UNTOC: 'UNTOC',
  CONGRESS: 'Crime Congress',
  CYBERCRIME: 'Cybercrime',
  HLPF: 'HLPF',
  HRC: 'HRC',
  'SMALL-ARMS': 'Small arms',
  ALLIANCE: 'Alliance',
  OTHER: '',
}

/**
 * The status a reader is shown. What is no longer listed is cancelled, so that no program keeps showing it as before; a meeting that is
 * postponed, whose date is only known by its week or month, or that lost its date is tentative at most.
 */
export function shownStatus(event: Event): Status {
  if (event.state !== 'listed' || event.status === 'cancelled') return 'cancelled'
  return event.notice === 'postponed' || event.when?.precision !== 'day' ? 'tentative' : event.status
}

/** The date an event is shown at: its own, or the last one known, since an event that lost its date must not vanish from calendars. */
export function shownWhen(event: Event): When | undefined {
  return event.when ?? event.was
}

/** A title's line: `CANCELLED: CCPCJ: Thirty-fifth session`. A body or status that the title already says is not said twice. */
export function shownTitle(event: Event, language: Language = 'en'): string {
  const name = shortNames[event.body]
  const prefix = prefixOf(event, language)
  const printed = cleanLine(event.title) || wordsOf(language).kinds[event.kind]
  const title = prefix ? printed.replace(/^(cancell?ed|postponed|tentative)\s*[:–—-]\s*/i, '') : printed
  return prefix + (name && !includesWord(title, name) ? `${name}: ${title}` : title)
}

/**
 * The source that said something; undefined for what people entered or changed here. Readers are told that much: the names of keys are nobody
 * else's business. Only a source has an address.
 */
export function sourceOf({ by, url }: Pick<Said, 'by' | 'url'>): string | undefined {
  return url && by !== 'desk' ? by : undefined
}

function prefixOf(event: Event, language: Language): string {
  const { prefix } = wordsOf(language)
  const status = shownStatus(event)
  if (event.state === 'listed' && event.notice === 'postponed') return prefix.postponed
  return status === 'confirmed' ? '' : prefix[status]
}

function includesWord(text: string, word: string): boolean {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${word.toLowerCase()} `)
}
