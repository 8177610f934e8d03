import { canonical, type Event, slug } from '../../../../event/index.ts'
import { type FlatDraft, type FlatPatch, fields } from '../../../write/body/fields.ts'
import { type Typed, textOf } from '../../frame/typed.ts'

/** What the fields of a form say, by the names that the API has for them; what is empty is absent. */
export type Values = Partial<FlatDraft>

/** The fields that are rows of a form, with the cells of a row. */
const rows = { links: ['rel', 'url', 'title'], deadlines: ['kind', 'date', 'time', 'text'], sittings: ['start', 'end'] } as const

/** Rows that hold a choice are there whether anything was typed or not: this is what tells. */
const telling = { links: 'url', deadlines: 'date', sittings: 'start' } as const

/** What an event says, as values of a form. */
export function valuesOf({ when, place, ...event }: Event): Values {
  const said: Record<string, unknown> = { ...event, ...when, ...place }
  return Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      const value = said[name]
      return value === undefined || (Array.isArray(value) && !value.length) ? [] : [[name, value]]
    }),
  ) as Values
}

/** What a person typed. A row without its day, hour or address is no row; a group's words become its name. */
export function typedValues(typed: Typed): Values {
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const text = textOf(typed, name)
    if (name in rows) {
      const found = rowsOf(typed, name as keyof typeof rows)
      if (found.length) values[name] = found
    } else if (name === 'days') {
      const days = numbered(typed, 'days').map((index) => textOf(typed, `days.${index}`))
      if (days.some(Boolean)) values.days = days.filter(Boolean)
    } else if (text) values[name] = fieldValue(name, text)
  }
  return values as Values
}

/** The names of the fields that a form has, whether anything stands in them or not. */
export function namesIn(typed: Typed): (keyof FlatDraft)[] {
  const sent = Object.keys(typed)
  return (Object.keys(fields) as (keyof FlatDraft)[]).filter((name) =>
    sent.some((one) => one === name || one.startsWith(`${name}.`)),
  )
}

/** The fields in which two forms differ. */
export function differing(names: (keyof FlatDraft)[], a: Values, b: Values): (keyof FlatDraft)[] {
  return names.filter((name) => canonical(a[name]) !== canonical(b[name]))
}

/** The change that a form means: only what was changed, and what hangs on it. */
export function changeOf(changed: (keyof FlatDraft)[], values: Values, event: Event): FlatPatch {
  const patch: Record<string, unknown> = Object.fromEntries(changed.map((name) => [name, values[name] ?? null]))
  const has = (name: keyof FlatDraft) => changed.includes(name)
  if ((has('start') || has('end')) && !has('days') && event.when?.days) patch.days = null
  if (has('sittings') && values.sittings?.length) {
    patch.startTime = values.sittings[0]?.start
    patch.endTime = values.sittings.at(-1)?.end ?? null
  } else if ((has('startTime') || has('endTime')) && !has('sittings') && event.when?.sittings) patch.sittings = null
  const { room, venue } = event.place
  // The place in words names the room too.
  if (has('room') && !has('venue') && room && venue?.includes(room))
    patch.venue = venue.replace(room, values.room ?? '').replace(/^[\s,]+/, '') || null
  return patch as FlatPatch
}

function fieldValue(name: string, text: string): unknown {
  if (name === 'session') return /^\d{1,9}$/.test(text) ? Number(text) : text
  if (name === 'group' || name === 'part') return slug(text)
  return name === 'description' ? text : text.replace(/\s+/g, ' ')
}

function rowsOf(typed: Typed, name: keyof typeof rows): Record<string, string>[] {
  return numbered(typed, name).flatMap((index) => {
    if (!textOf(typed, `${name}.${index}.${telling[name]}`)) return []
    const cells = rows[name].map((cell) => [cell, textOf(typed, `${name}.${index}.${cell}`)] as const)
    return [Object.fromEntries(cells.filter(([, text]) => text))]
  })
}

function numbered(typed: Typed, name: string): number[] {
  const found = Object.keys(typed).flatMap((one) =>
    one.startsWith(`${name}.`) ? Number.parseInt(one.slice(name.length + 1), 10) : [],
  )
  return [...new Set(found)].filter((index) => index >= 0 && index < 200).sort((a, b) => a - b)
}
