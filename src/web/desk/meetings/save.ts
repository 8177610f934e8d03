import type { Event } from '../../../event/index.ts'
import { inTransaction } from '../../../store/database.ts'
import { ActRefused, type Done } from '../../write/acts.ts'
import { tagOf } from '../../write/answer/version.ts'
import { faultsOf } from '../../write/body/check.ts'
import { patchOf } from '../../write/body/draft.ts'
import { EventPatch, type FlatDraft } from '../../write/body/fields.ts'
import type { Errors } from '../frame/form.ts'
import { type Typed, textOf } from '../frame/typed.ts'
import { byOf, type Visit } from '../frame/visit.ts'
import { changeOf, differing, namesIn, typedValues, type Values } from './form/values.ts'

/** What became of a form that was sent: saved, wrong in fields, or typed over a version that another person changed meanwhile. */
export type Saved =
  | { done: Done }
  | { errors: Errors; values: Values }
  | { meanwhile: Event; theirs: (keyof FlatDraft)[]; values: Values }

/** Somebody else was quicker. */
class Meanwhile extends Error {}

/**
 * Saves what a person changed in a form, field by field: what they did not touch stays as it is now. When the event was changed since the form was
 * made nothing is saved, and the values to go on with are theirs where they typed, and the new ones elsewhere.
 */
export function saveForm(visit: Visit, event: Event, typed: Typed, now: Values): Saved {
  const { site, acts } = visit.desk
  const names = namesIn(typed)
  const was = wasOf(typed)
  const mine = typedValues(typed)
  const changed = differing(names, was, mine)
  const isSame = (current: Event) => tagOf(current, site) === textOf(typed, 'version')
  const merged: Values = { ...now, ...Object.fromEntries(changed.map((name) => [name, mine[name]])) }
  if (!isSame(event)) return { meanwhile: event, theirs: differing(names, was, now), values: merged }
  const flat = changeOf(changed, mine, event)
  const errors = errorsOf(faultsOf(EventPatch, flat))
  if (Object.keys(errors).length) return { errors, values: merged }
  const reason = textOf(typed, 'reason').slice(0, 300) || undefined
  try {
    const done = inTransaction(site.store, () =>
      acts.changeEvent(event.uid, patchOf(flat, event), byOf(visit), {
        reason,
        before(current) {
          if (!isSame(current)) throw new Meanwhile()
        },
      }),
    )
    return { done }
  } catch (error) {
    if (error instanceof Meanwhile) return { meanwhile: event, theirs: [], values: merged }
    return { errors: refusedErrors(error), values: merged }
  }
}

/** What an act refused, at the field it is about. */
export function refusedErrors(error: unknown): Errors {
  if (!(error instanceof ActRefused)) throw error
  return errorsOf([{ pointer: error.pointer ?? '', detail: error.message }])
}

/** Faults by the names of the form's fields, in a person's words. */
export function errorsOf(faults: { pointer: string; detail: string }[]): Errors {
  return Object.fromEntries(faults.map(({ pointer, detail }) => [pointer.slice(1).replaceAll('/', '.'), plain(detail)]))
}

/** A day that a browser without a field for days let through, an address without https:// and the like. */
function plain(detail: string): string {
  if (/^The field "(start|end|days.*|deadlines.*date)" must match/.test(detail))
    return 'This is no day: write it like 2027-02-09.'
  if (/^The field ".*([tT]ime|sittings.*)" must match/.test(detail)) return 'This is no hour: write it like 15:00.'
  if (/^The field "links.*url" must match/.test(detail)) return 'An address begins with https://.'
  if (/^The field "session" /.test(detail)) return 'The number of a session is a number from 1 to 999.'
  return detail.replace(/^The field "[^"]*"/, 'This')
}

function wasOf(typed: Typed): Values {
  try {
    const was: unknown = JSON.parse(textOf(typed, 'was'))
    return typeof was === 'object' && was !== null && !Array.isArray(was) ? (was as Values) : {}
  } catch {
    return {}
  }
}
