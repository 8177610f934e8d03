import type { Listing } from '../../event/index.ts'
import { differences, type MergedEvent, type ProposalItem } from '../../reconcile/index.ts'
import type { StoredProposal } from '../../store/acts/proposals.ts'
import type { Tick } from '../../web/import/imports.ts'
import { ActRefused, type BatchItem, type Done, type Draft, type Patch } from '../../web/write/acts.ts'

/** What taking over does: the steps of a batch, how many items they are, and which entries became which events once they are done. */
export type Plan = { steps: BatchItem[]; taken: number; remembered(done: Done): Map<string, string> }

/**
 * What is done for what is ticked, as things are now: what became known since the proposal was made is not entered twice, and what became
 * doubtful since is a person's to decide again. Throws {@link ActRefused} naming the item.
 */
export function planOf(known: StoredProposal, anew: ProposalItem[], events: MergedEvent[], ticks: Tick[] | undefined): Plan {
  const before = known.reading.items
  const wanted: Tick[] = ticks ?? before.filter(({ ticked }) => ticked).map(({ id }) => ({ id }))
  if (wanted.length === 0) throw new ActRefused('wrong', 'Nothing is ticked: name the items to take over.', '/items')
  const steps: BatchItem[] = []
  const keys: (string | undefined)[] = []
  const same = new Map<string, string>()
  const seen = new Set<number>()
  for (const [index, tick] of wanted.entries()) {
    const pointer = `/items/${index}`
    const item = anew[tick.id - 1]
    if (!item || seen.has(tick.id))
      throw new ActRefused(
        'wrong',
        item ? `Item ${tick.id} is named twice.` : `There is no item ${tick.id} in this proposal.`,
        pointer,
      )
    seen.add(tick.id)
    const listing = corrected(item.listing, tick)
    const target = targetOf(item, before[tick.id - 1], tick, events, pointer)
    const key = listing.key.startsWith('id:') ? listing.key.slice(3) : undefined
    if (target === 'new') {
      steps.push({ do: 'create', draft: draftOf(listing) })
      keys.push(key)
      continue
    }
    if (!target) continue
    if (key) same.set(key, target.uid)
    const patch = patchOf(listing, target, item)
    if (!patch) continue
    steps.push({ do: 'change', uid: target.uid, patch })
    keys.push(undefined)
  }
  return { steps, taken: steps.length, remembered: (done) => remembered(done, steps, keys, same) }
}

/** What an item is: `new`, an event, or nothing when its list has it twice. */
function targetOf(
  item: ProposalItem,
  before: ProposalItem | undefined,
  { id, as }: Tick,
  events: MergedEvent[],
  pointer: string,
): 'new' | MergedEvent | undefined {
  if (as === 'new') return 'new'
  if (as !== undefined) {
    const named = events.find(({ uid, slug }) => uid === as || slug === as)
    if (named && named.state !== 'merged') return named
    throw new ActRefused('wrong', `There is no event "${as}" that item ${id} could be.`, `${pointer}/as`)
  }
  if (item.kind === 'new') return 'new'
  if (item.kind !== 'possible-duplicate') return item.event && events.find(({ uid }) => uid === item.event?.uid)
  const why = `"${item.listing.title}" may be "${item.candidates[0]?.title}": say with "as" which event it is, or "new".`
  throw new ActRefused(
    before?.kind === 'possible-duplicate' ? 'wrong' : 'conflict',
    `Item ${id}: ${why}`,
    before?.kind === 'possible-duplicate' ? `${pointer}/as` : undefined,
  )
}

/** What a person put in place of what was read; a date that a person took over is assumed no more. */
function corrected({ proposed: _, ...listing }: Listing, { title, start, end }: Tick): Listing {
  const said: Listing = { ...listing, ...(title !== undefined && { title }) }
  if (start === undefined && end === undefined) return said
  const { days: __, ...when } = listing.when ?? { precision: 'day' as const, start: '', end: '', timezone: 'Europe/Vienna' }
  const first = start ?? when.start
  return {
    ...said,
    when: { ...when, precision: 'day', start: first, end: end ?? (start && when.end < start ? start : when.end || first) },
  }
}

function draftOf({ key: _, ...draft }: Listing): Draft {
  return { ...draft, title: draft.title.slice(0, 220) }
}

function patchOf(listing: Listing, event: MergedEvent, item: ProposalItem): Patch | undefined {
  const isOwn = item.event?.uid === event.uid && item.by === 'the same entry'
  const fields = differences(listing, event, isOwn)
  return fields.length > 0 ? (Object.fromEntries(fields.map(({ field, to }) => [field, to])) as Patch) : undefined
}

function remembered(
  { events }: Done,
  steps: BatchItem[],
  keys: (string | undefined)[],
  same: Map<string, string>,
): Map<string, string> {
  const found = new Map(same)
  if (events.length !== steps.length) return found
  for (const [index, event] of events.entries()) {
    const key = keys[index]
    if (key) found.set(key, event.uid)
  }
  return found
}
