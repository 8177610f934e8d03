import type { Event } from '../../event/index.ts'
import type { Delta } from '../../project.ts'
import { type Edit, type EditField, isNews, type StoredListing, sourceValue, undoBetween } from '../../reconcile/index.ts'
import type { ActionUndo } from '../../store/schema.ts'
import type { Patch } from '../../web/write/acts.ts'
import type { Plan, Scene } from '../act.ts'
import { desk, saidAnew } from './own.ts'

/** Values for fields of an event as a person sets them, `state` too. */
export type Setting = Patch & { state?: 'listed' | 'withdrawn' }

/**
 * What is written so that an event says what a person says: an own entry that no source joined is said anew; what sources say is left as it is and the
 * person's value stands over it as an edit. Fields that say it already are left out.
 */
export function settingOf(scene: Scene, event: Event, setting: Setting): Pick<Plan, 'delta' | 'undo'> & { fields: string[] } {
  const { projection, at } = scene
  const fields = (Object.keys(setting) as EditField[]).filter(
    (field) => setting[field] !== undefined && isNews(projection, event.uid, field, setting[field]),
  )
  if (!fields.length) return { fields }
  const own = ownEntry(scene, event)
  const direct = own ? fields.filter((field) => field !== 'state' && !standingEdits(scene, event, field).length) : []
  const edits = fields.filter((field) => !direct.includes(field)).map((field) => editOf(scene, event, field, setting[field]))
  const delta: Delta = {}
  const undo: ActionUndo = {}
  if (own && direct.length) {
    const said = saidAnew(own, Object.fromEntries(direct.map((field) => [field, setting[field]])), at)
    delta.listings = [said]
    undo.run = undoBetween(desk, [own], [said], at)
  }
  if (edits.length) {
    delta.edits = edits
    undo.edits = edits.map(({ id }) => id)
  }
  return { delta, undo, fields }
}

/** A person's edits of a field of an event that stand, oldest first. */
export function standingEdits({ projection: { index } }: Scene, { uid }: Event, field: EditField): Edit[] {
  const members = index.memories.get(uid)?.members ?? []
  const uids = new Set([uid, ...members.flatMap((id) => index.uidsOf.get(id) ?? [])])
  const isOfEvent = (of: string) => of === uid || !index.memories.has(of) || index.memories.get(of)?.mergedInto === uid
  const edits = new Set([...uids, ...members].flatMap((name) => index.editsOf.get(name) ?? []))
  return [...edits]
    .filter((edit) => edit.field === field && !edit.undoneAt && isOfEvent(edit.uid))
    .sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1))
}

/** The person's own entry, where it alone speaks for the event. */
function ownEntry({ projection: { index, state } }: Scene, { uid }: Event): StoredListing | undefined {
  const members = (state.events.get(uid)?.members ?? []).flatMap((id) => index.listings.get(id) ?? [])
  const [only, ...others] = members.filter(({ retractedAt }) => !retractedAt)
  return only?.source === desk && !others.length ? only : undefined
}

function editOf(scene: Scene, { uid }: Event, field: EditField, value: unknown): Edit {
  const { kit, at, by, how, projection } = scene
  const [listing] = projection.state.events.get(uid)?.members ?? []
  const basis = field === 'notice' ? noticeSaid(scene, uid) : sourceValue(projection, uid, field)
  return {
    id: kit.mint(),
    uid,
    ...(listing !== undefined && { listing }),
    field,
    value: value ?? null,
    ...(basis !== undefined && { basis }),
    author: by.name,
    at,
    ...(how.reason && { reason: how.reason }),
  }
}

/** What the sources themselves say: an event's `rescheduled` may be our own conclusion from its dates. */
function noticeSaid({ projection: { index, state } }: Scene, uid: string): unknown {
  const beneath = state.beneath.get(uid)
  if (beneath && 'notice' in beneath) return beneath.notice
  const members = state.events.get(uid)?.members ?? []
  return members.map((id) => index.listings.get(id)?.listing.notice).find(Boolean)
}
