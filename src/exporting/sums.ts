import { createHash, hash } from 'node:crypto'
import type { EventMark } from '../store/events/marks.ts'

/** Texts that move when any event does of which a document tells. */
export type Sums = {
  all: string
  /** Of a body (`body CND`), a month (`2026-05`) or a year. */
  of(what: string): string
  /** Of one event. */
  own(event: EventMark): string
  /** From the first month that has an event to the last. */
  months: string[]
  years: string[]
}

/** Sums up events. When one was last read counts by the day: a page that tells it is written once a day at most. */
export function sumUp(events: EventMark[]): Sums {
  const owns = new Map(events.map((event) => [event.uid, ownOf(event.text)]))
  const parts = new Map<string, string[]>()
  const add = (key: string, own: string) => {
    const known = parts.get(key)
    if (known) known.push(own)
    else parts.set(key, [own])
  }
  for (const { uid, body, start, end } of events) {
    const own = owns.get(uid) ?? ''
    add('all', own)
    add(`body ${body}`, own)
    if (start === null || end === null) continue
    for (const month of span(start.slice(0, 7), end.slice(0, 7), nextMonth)) add(month, own)
    for (const year of span(start.slice(0, 4), end.slice(0, 4), nextYear)) add(year, own)
  }
  const sums = new Map([...parts].map(([key, list]) => [key, createHash('sha256').update(list.join()).digest('base64url')]))
  const months = [...sums.keys()].filter((key) => /^20\d\d-\d\d$/.test(key)).sort()
  const years = [...new Set(months.map((month) => month.slice(0, 4)))]
  const all = sums.get('all') ?? ''
  return {
    all,
    of: (what) => sums.get(what) ?? '',
    // A page that names other events moves with them.
    own: ({ uid, text }) => `${owns.get(uid)}${/"(parts|mergedInto)":/.test(text) ? all : ''}`,
    months: months.length ? span(months[0] ?? '', months.at(-1) ?? '', nextMonth) : [],
    years: years.length ? span(years[0] ?? '', years.at(-1) ?? '', nextYear) : [],
  }
}

function ownOf(text: string): string {
  return hash('sha256', text.replace(/("lastSeenAt":"[\d-]+)[^"]*/g, '$1'), 'base64url').slice(0, 22)
}

function span(first: string, last: string, next: (one: string) => string): string[] {
  const all: string[] = []
  for (let one = first; one <= last && all.length < 2400; one = next(one)) all.push(one)
  return all
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function nextYear(year: string): string {
  return String(Number(year) + 1)
}
