import { wordsOf } from '../../source/formats/words.ts'
import type { Clock } from './clock.ts'
import type { Component } from './components.ts'
import type { Property } from './lines.ts'
import { dayMs, durationOf, inZone, type Moment } from './moment.ts'

/** A VEVENT understood, before it is repeated. */
export type Draft = {
  uid: string
  sequence: number
  /** LAST-MODIFIED or DTSTAMP, as printed. */
  stamp: string
  title: string
  start: Moment
  /** How long it lasts, in milliseconds of the wall clock; at least a day for days; absent when the event does not say. */
  lasts?: number
  /** Which occurrence of a series it stands for. */
  instead?: Moment
  /** It also stands for all that follow. */
  andFollowing: boolean
  properties: Property[]
  /** What was assumed in reading it, as sentences. */
  doubts: string[]
}

/** A VEVENT as a draft; a sentence why not when title or start cannot be read. */
export function draftOf(event: Component, clock: Clock): Draft | string {
  const get = (name: string) => event.properties.find((property) => property.name === name)
  const title = titleOf(event)
  const uid = (get('UID')?.value ?? '').trim().slice(0, 500)
  const named = title
    ? `"${title.slice(0, 80)}"`
    : uid
      ? `an event without a title (UID ${uid.slice(0, 80)})`
      : 'an event without a title'
  const printed = get('DTSTART')
  if (!printed) return `${named} does not say when it starts (no DTSTART)`
  const doubts: string[] = []
  const start = clock.moment(printed, doubts)
  if (!start) return `${named} starts at "${printed.value.trim().slice(0, 60)}", which is no date that can be read`
  if (!title) doubts.push('it has no title (no SUMMARY)')
  const draft: Draft = {
    uid,
    sequence: Math.min(Number(/^\s*(\d{1,9})/.exec(get('SEQUENCE')?.value ?? '')?.[1] ?? 0), 1e9),
    stamp: get('LAST-MODIFIED')?.value ?? get('DTSTAMP')?.value ?? '',
    title: title || untitled(event),
    start,
    andFollowing: get('RECURRENCE-ID')?.parameters.RANGE?.toUpperCase() === 'THISANDFUTURE',
    properties: event.properties,
    doubts,
  }
  const instead = get('RECURRENCE-ID') && clock.moment(get('RECURRENCE-ID') as Property, [])
  if (instead) draft.instead = instead
  const whole = wholeDays(draft, lengthOf(draft, get('DTEND'), get('DURATION'), clock))
  return event.isClosed
    ? whole
    : { ...whole, doubts: [...whole.doubts, 'the file breaks off, or goes wrong, in the middle of this event'] }
}

function titleOf(event: Component): string {
  const summary = textOf(event.properties, 'SUMMARY')
  if (summary) return summary.slice(0, 500)
  // A first line of the description is what the event is called by, where it has no other name.
  const [first = ''] = unescaped(event.properties.find(({ name }) => name === 'DESCRIPTION')?.value ?? '').split('\n')
  return wordsOf(first.slice(0, 2000)).slice(0, 200)
}

/** What may be said of an event that is called nothing (SUMMARY is optional, section 3.6.1). */
function untitled(event: Component): string {
  const said = textOf(event.properties, 'LOCATION', 150) || textOf(event.properties, 'CATEGORIES', 150)
  return said ? `Untitled: ${said}` : 'Untitled'
}

/** How long an event lasts: DTEND (exclusive, section 3.6.1), else DURATION. */
function lengthOf(draft: Draft, dtend: Property | undefined, duration: Property | undefined, clock: Clock): number | undefined {
  const { start, doubts } = draft
  const end = dtend && clock.moment(dtend, doubts)
  if (dtend && !end && dtend.value.trim())
    doubts.push(`its end "${dtend.value.trim().slice(0, 60)}" cannot be read and was left out`)
  if (end) {
    // Where only one of the two is a day, the other counts as the day it is on.
    const close = end.isDay === start.isDay ? inZone(end, start.zone) : end
    const lasts = start.isDay && !close.isDay ? Math.ceil((close.wall - start.wall) / dayMs) * dayMs : close.wall - start.wall
    if (lasts >= 0) return lasts
    doubts.push('it ends before it starts; its end was left out')
    return undefined
  }
  const lasts = duration ? durationOf(duration.value) : undefined
  if (duration && lasts === undefined)
    doubts.push(`its duration "${duration.value.trim().slice(0, 60)}" cannot be read and was left out`)
  return lasts
}

/** From midnight to midnight of the place is whole days, as programs say it that know no days. */
function wholeDays(draft: Draft, lasts: number | undefined): Draft {
  const { start } = draft
  const floats = start.zone?.name !== 'UTC'
  const isDays =
    start.isDay || (floats && start.wall % dayMs === 0 && lasts !== undefined && lasts >= dayMs && lasts % dayMs === 0)
  if (!isDays) return lasts === undefined || lasts === 0 ? draft : { ...draft, lasts }
  const days = Math.max(1, Math.ceil((lasts ?? dayMs) / dayMs))
  return { ...draft, start: { wall: start.wall, isDay: true }, lasts: days * dayMs }
}

/** The words of a TEXT property (section 3.3.11) on one line; empty when it is absent. */
export function textOf(properties: Property[], name: string, longest = 2000): string {
  const found = properties.find((property) => property.name === name && property.value.trim() !== '')
  return found
    ? wordsOf(unescaped(found.value.slice(0, 20_000)))
        .slice(0, longest)
        .trim()
    : ''
}

/** A TEXT value without its escapes. */
function unescaped(value: string): string {
  return value.replace(/\\([\\;,:"nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c))
}
