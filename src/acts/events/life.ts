import type { Event, When } from '../../event/index.ts'
import type { Edit, EditField } from '../../reconcile/index.ts'
import { ActRefused } from '../../web/write/acts.ts'
import { eventToActOn, type Plan, type Scene } from '../act.ts'
import { checkedPatch } from './check.ts'
import { type Setting, settingOf, standingEdits } from './fields.ts'

/** Cancelled on a person's word, with a sentence for readers. */
export function cancellation(name: string, note: string | undefined): (scene: Scene) => Plan {
  return (scene) => {
    const event = eventToActOn(scene, name)
    return setting(scene, event, { status: 'cancelled', ...noted(note) }, `cancelled "${event.title}"`)
  }
}

/** Postponed: to other days, or to days that are not known yet. */
export function postponement(name: string, said: { note?: string | undefined; when?: When | undefined }): (scene: Scene) => Plan {
  return (scene) => {
    const event = eventToActOn(scene, name)
    if (event.status === 'cancelled')
      throw new ActRefused('conflict', `"${event.title}" is cancelled: restore it before it is postponed.`)
    const { when } = checkedPatch(said.when ? { when: said.when } : {})
    const to = when ? ` to ${when.start}` : ''
    const values: Setting = when ? { when, notice: 'rescheduled' } : { notice: 'postponed', status: 'tentative' }
    return setting(scene, event, { ...values, ...noted(said.note) }, `postponed "${event.title}"${to}`)
  }
}

/** Out of lists and feeds; it stays where it is asked for by name. */
export function withdrawal(name: string): (scene: Scene) => Plan {
  return (scene) => {
    const event = eventToActOn(scene, name)
    return setting(scene, event, { state: 'withdrawn' }, `withdrew "${event.title}"`)
  }
}

/** What a person withdrew, cancelled or postponed is again as it was. */
export function restoration(name: string): (scene: Scene) => Plan {
  return (scene) => {
    const event = eventToActOn(scene, name)
    const ended = [
      ...standing(scene, event, 'state', ['withdrawn']),
      ...standing(scene, event, 'status', ['cancelled']),
      ...standing(scene, event, 'notice', ['postponed']),
    ]
    const moments = new Set(ended.map(({ at, author }) => `${at} ${author}`))
    const beside = (['note', 'status'] as const).flatMap((field) => standingEdits(scene, event, field))
    const taken = [...new Set([...ended, ...beside.filter(({ at, author }) => moments.has(`${at} ${author}`))])]
    const sentence = `restored "${event.title}"`
    if (taken.length) return release(scene, event, taken, sentence)
    const own: Setting = {
      ...(event.state === 'withdrawn' && { state: 'listed' }),
      ...(isOwnWord(event, 'status') && event.status === 'cancelled' && { status: 'confirmed' }),
      ...(isOwnWord(event, 'notice') && event.notice === 'postponed' && { notice: null }),
    }
    if (Object.keys(own).length) return setting(scene, event, own, sentence)
    const who = event.status === 'cancelled' ? 'It is its source that cancelled it: change its status to contradict it.' : ''
    throw new ActRefused('conflict', `No person withdrew, cancelled or postponed "${event.title}". ${who}`.trim())
  }
}

/** Back to what the sources say of a field. */
export function releasing(name: string, field: EditField): (scene: Scene) => Plan {
  return (scene) => {
    const event = eventToActOn(scene, name)
    const edits = standingEdits(scene, event, field)
    if (!edits.length) throw new ActRefused('conflict', `No person's edit of ${field} stands on "${event.title}".`)
    return release(scene, event, edits, `gave ${field} of "${event.title}" back to its sources`)
  }
}

function setting(scene: Scene, event: Event, values: Setting, sentence: string): Plan {
  const { fields: _, ...written } = settingOf(scene, event, values)
  return { sentence, about: [event.uid], ...written }
}

function release({ at }: Scene, { uid }: Event, edits: Edit[], sentence: string): Plan {
  const undone = edits.map((edit) => ({ ...edit, undoneAt: at }))
  return { sentence, about: [uid], delta: { edits: undone }, undo: { editsTaken: edits.map(({ id }) => id) } }
}

function standing(scene: Scene, event: Event, field: EditField, values: unknown[]): Edit[] {
  return standingEdits(scene, event, field).filter(({ value }) => values.includes(value))
}

function isOwnWord({ said }: Event, field: string): boolean {
  return said[field]?.by === 'desk'
}

function noted(note: string | undefined): { note?: string | null } {
  const { note: text } = checkedPatch(note === undefined ? {} : { note })
  return text ? { note: text } : {}
}
