import type { When } from '../../event/index.ts'
import { type Language, wordsOf } from './language.ts'

const utc = { timeZone: 'UTC' }
const day = keptFormat({ day: 'numeric', month: 'long', year: 'numeric', ...utc })
const weekday = keptFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...utc })
const month = keptFormat({ month: 'long', year: 'numeric', ...utc })
const lists = new Map<Language, Intl.ListFormat>()

/** A date in words: `9–13 March 2026`, `Monday 9 March 2026`, `week of 6 September 2021`, `May 2026`; lone days are all named. */
export function dateWords(when: When, language: Language = 'en'): string {
  if (when.precision === 'week') return wordsOf(language).weekOf(dayWords(when.start, language))
  if (when.precision === 'month') return monthWords(when, language)
  if (when.days && when.days.length > 1)
    return listWords(
      spells(when).map(([from, to]) => rangeWords(from, to, language)),
      language,
    )
  if (when.start === when.end) return plain(weekday(language).format(epochMs(when.start)), language)
  return rangeWords(when.start, when.end, language)
}

/** One date in words, without its weekday: `9 March 2026`. */
export function dayWords(date: string, language: Language = 'en'): string {
  return plain(day(language).format(epochMs(date)), language)
}

/** Hours of one day: `10:00–13:00, 15:00–18:00`, `from 10:00`, `until 18:00`, `23:59`; empty when none was printed. */
export function hoursWords(when: When, language: Language = 'en'): string {
  const words = wordsOf(language)
  if (when.sittings?.length) {
    return when.sittings.map(({ start, end }) => (end ? `${start}–${end}` : words.from(start))).join(words.comma)
  }
  if (when.startTime && when.startTime === when.endTime) return when.startTime
  if (when.startTime) return when.endTime ? `${when.startTime}–${when.endTime}` : words.from(when.startTime)
  return when.endTime ? words.until(when.endTime) : ''
}

/** Date and hours in words: `18 May 2026, 10:00–13:00`. */
export function whenWords(when: When, language: Language = 'en'): string {
  return [dateWords(when, language), hoursWords(when, language)].filter(Boolean).join(wordsOf(language).comma)
}

/** The city that a zone is named for: `New York`. */
export function zoneCity(timezone: string): string {
  return (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ')
}

/** The unbroken runs of days of a meeting, first and last day each; one run unless `days` has gaps. */
export function spells(when: When): [string, string][] {
  const days = [...new Set(when.days ?? [])].sort()
  if (when.precision !== 'day' || days.length < 2) return [[when.start, when.end]]
  const runs: [string, string][] = []
  for (const date of days) {
    const run = runs.at(-1)
    if (run && epochMs(date) - epochMs(run[1]) === 86_400_000) run[1] = date
    else runs.push([date, date])
  }
  return runs
}

/** `a, b and c`, as the language joins. */
function listWords(items: string[], language: Language = 'en'): string {
  const list = lists.get(language) ?? new Intl.ListFormat(wordsOf(language).locale, { type: 'conjunction' })
  lists.set(language, list)
  return list.format(items)
}

function rangeWords(start: string, end: string, language: Language): string {
  if (start === end) return dayWords(start, language)
  const { range } = wordsOf(language)
  if (range) return range(dayWords(start, language), dayWords(end, language))
  const asked = `${language} ${start} ${end}`
  const known = ranges.get(asked)
  if (known) return known
  const words = plain(day(language).formatRange(epochMs(start), epochMs(end)), language)
  if (ranges.size > 20_000) ranges.clear()
  ranges.set(asked, words)
  return words
}

/** Lists and feeds say the same days again and again, and Intl takes its time over a range. */
const ranges = new Map<string, string>()

function monthWords(when: When, language: Language): string {
  const first = plain(month(language).format(epochMs(when.start)), language)
  const last = plain(month(language).format(epochMs(when.end)), language)
  return first === last ? first : `${first} – ${last}`
}

/** Releases of ICU differ in the blanks they put around a dash and before a unit; a feed's bytes must not. */
function plain(text: string, language: Language): string {
  const blanks = text.replace(/[\u2009\u202f\u00a0]/g, ' ').replace(/^(\d+) – (\d+) /, '$1–$2 ')
  return wordsOf(language).tidied?.(blanks) ?? blanks
}

function epochMs(date: string): number {
  const [year = 1970, monthOfYear = 1, dayOfMonth = 1] = date.split('-').map(Number)
  return Date.UTC(year, monthOfYear - 1, dayOfMonth)
}

/** A format of each language, made once: making one costs a hundred times what using it does. */
export function keptFormat(options: Intl.DateTimeFormatOptions): (language: Language) => Intl.DateTimeFormat {
  const formats = new Map<Language, Intl.DateTimeFormat>()
  return function formatOf(language) {
    const known = formats.get(language)
    if (known) return known
    const made = new Intl.DateTimeFormat(wordsOf(language).locale, options)
    formats.set(language, made)
    return made
  }
}
