import { undoBetween } from '../../reconcile/index.ts'
import type { Draft, Patch } from '../../web/write/acts.ts'
import { eventToActOn, type Plan, type Scene } from '../act.ts'
import { checkedDraft, checkedPatch } from './check.ts'
import { settingOf, standingEdits } from './fields.ts'
import { desk, ownListing } from './own.ts'

/** Own entries for drafts; a source that lists the same meeting under the same exact key joins them. */
export function creation(drafts: Draft[]): (scene: Scene) => Plan {
  return ({ kit, at, by }) => {
    const listings = drafts.map((draft) => ownListing(enteredBy(checkedDraft(draft), by.name), kit.mint(), at))
    const [first] = listings
    const others = listings.length > 1 ? ` and ${listings.length - 1} more` : ''
    return {
      sentence: `entered "${first?.listing.title ?? ''}"${others}`,
      about: listings.map(({ id }) => id),
      delta: { listings },
      undo: { run: undoBetween(desk, [], listings, at) },
    }
  }
}

/** An event that says what a patch says. */
export function amendment(name: string, patch: Patch): (scene: Scene) => Plan {
  return (scene) => {
    const event = eventToActOn(scene, name)
    const checked = checkedPatch(patch)
    // New dates for a meeting that a person called postponed: it is rescheduled.
    const isRescheduled = checked.when && checked.notice === undefined && event.notice === 'postponed'
    const hasEdit = standingEdits(scene, event, 'notice').length > 0
    const { fields, ...written } = settingOf(
      scene,
      event,
      isRescheduled && hasEdit ? { ...checked, notice: 'rescheduled' } : checked,
    )
    return { sentence: `changed ${listed(fields)} of "${event.title}"`, about: [event.uid], ...written }
  }
}

/** An event that says what a draft says, and nothing else. */
export function replacement(name: string, draft: Draft): (scene: Scene) => Plan {
  const { provenance: _, ...said } = checkedDraft(draft)
  const empty = { session: null, group: null, part: null, when: null, notice: null, note: null, access: null }
  const nothing = { description: null, organizer: null, contact: null, links: [], deadlines: [], place: {} }
  const plain = { body: 'OTHER', kind: 'other', status: 'confirmed' } as const
  return amendment(name, { ...empty, ...nothing, ...plain, ...said })
}

function enteredBy(draft: Draft, name: string): Draft {
  return { ...draft, provenance: draft.provenance ?? { text: `entered by ${name}`, url: '' } }
}

function listed(fields: string[]): string {
  const words = fields.map((field) => (field === 'when' ? 'dates' : field))
  if (!words.length) return 'nothing'
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
