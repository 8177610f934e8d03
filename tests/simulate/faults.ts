import { type MergedEvent, reviews } from '../../src/reconcile/index.ts'
import { factOn, type Truth } from './truth.ts'
import { truthOf, type World } from './world.ts'

/** Something published that is not as it should be. */
export type Fault = { kind: string; truth: string; words: string }

/** Remembers which event stood for which meeting, to see that it stays. */
export type Memory = Map<string, string>

/** Compares what is published with the truth. */
export function faultsOn(day: string, world: World, truths: Map<string, Truth>, memory: Memory): Fault[] {
  const faults: Fault[] = []
  const waiting = waitingOn(`${day}T00:00:00Z`, world)
  // Two meetings as one are one fault; what follows from it is not counted again.
  const mixed = new Set<MergedEvent>()
  const byTruth = new Map<string, MergedEvent[]>()
  for (const event of world.projection.merged.events) {
    if (event.state !== 'listed') continue
    const meant = [...new Set(event.members.map((id) => truthOf(world, id)))]
    if (meant.length > 1)
      faults.push({ kind: 'two meetings as one', truth: meant.join(' '), words: `${event.uid} ${event.title}` })
    if (meant.length > 1) mixed.add(event)
    for (const id of meant) byTruth.set(id, [...(byTruth.get(id) ?? []), event])
  }
  for (const id of world.printed) {
    const truth = truths.get(id)
    const events = byTruth.get(id) ?? []
    if (!truth || events.some((event) => mixed.has(event))) continue
    if (!events.length && !isTakenBack(id, world)) faults.push({ kind: 'lost', truth: id, words: titleOf(truth) })
    if (events.length) faults.push(...duplicates(id, events, world), ...uidChanged(id, events, world, memory))
    for (const event of events) faults.push(...unpublished(day, truth, event, world, waiting))
    if (truth.meeting.parts && day < truth.meeting.start) faults.push(...unlinked(truth, events, byTruth, truths))
  }
  return faults
}

/** One meeting as two events is a fault, unless a person is asked whether they are one. */
function duplicates(truth: string, events: MergedEvent[], world: World): Fault[] {
  if (events.length < 2) return []
  const unasked = events.filter((event) => !events.some((other) => other !== event && isAsked(event.uid, other.uid, world)))
  return unasked.map((event) => ({ kind: 'duplicate', truth, words: `${event.uid} ${event.title} ${event.when?.start}` }))
}

/** Whether a person is asked if two events are one. */
function isAsked(a: string, b: string, world: World): boolean {
  return world.projection.merged.suggestions.some(({ uids }) => uids.includes(a) && uids.includes(b))
}

/** A meeting keeps its uid; one that was taken back and is printed again gets it back at once, or when a person who is asked says so. */
function uidChanged(truth: string, events: MergedEvent[], world: World, memory: Memory): Fault[] {
  const before = memory.get(truth)
  const [first] = events.toSorted((a, b) => (`${a.createdAt} ${a.uid}` < `${b.createdAt} ${b.uid}` ? -1 : 1))
  if (before !== undefined && events.some((event) => event.uid === before || isAsked(event.uid, before, world))) return []
  memory.set(truth, first?.uid ?? '')
  if (before === undefined || world.projection.state.events.get(before)?.mergedInto === first?.uid) return []
  return [{ kind: 'uid changed', truth, words: `${before} became ${first?.uid}` }]
}

/** Fields of events of which a person is asked, as `uid field`. */
function waitingOn(now: string, world: World): Set<string> {
  return new Set(
    reviews(world.projection.merged, { now }).flatMap((review) => {
      if (review.kind === 'conflict') return review.uids.map((uid) => `${uid} ${review.conflict.field}`)
      return review.kind === 'edit-contradicted' ? [`${review.contradiction.uid} ${review.contradiction.edit.field}`] : []
    }),
  )
}

/** Whether a person took back every run that spoke of a meeting; the next run speaks of it again. */
function isTakenBack(truth: string, world: World): boolean {
  const own = [...world.projection.index.listings.values()].filter(({ listing }) => listing.provenance.text === truth)
  return own.every((one) => one.retractedAt)
}

/** A composite meeting names those of its parts that are published. */
function unlinked(truth: Truth, events: MergedEvent[], byTruth: Map<string, MergedEvent[]>, truths: Map<string, Truth>): Fault[] {
  const isPart = ({ meeting }: Truth) =>
    !meeting.parts &&
    truth.meeting.parts?.some(
      (part) => part.kind === meeting.kind && part.session === meeting.session && part.group === meeting.group && !meeting.part,
    )
  const parts = [...truths.values()].filter(isPart).flatMap(({ id }) => byTruth.get(id) ?? [])
  const isLinked = parts.every(({ uid }) => events.some((event) => event.parts?.includes(uid)))
  return isLinked ? [] : [{ kind: 'not linked', truth: truth.id, words: parts.map(({ title }) => title).join(', ') }]
}

/** What a source prints of a coming meeting as it is must be published, or wait for a person. */
function unpublished(day: string, truth: Truth, event: MergedEvent, world: World, waiting: Set<string>): Fault[] {
  const fact = factOn(truth, day)
  if (!fact) return []
  const waits = (field: string) => waiting.has(`${event.uid} ${field}`)
  const wasEverCancelled = truth.facts.some((one) => one.from <= day && one.status === 'cancelled')
  const faults: Fault[] = []
  const say = (kind: string) =>
    faults.push({ kind, truth: truth.id, words: `${event.uid} ${event.title} ${event.when?.start} for ${fact.start}` })
  if (event.status === 'cancelled' && !wasEverCancelled) say('cancelled falsely')
  if (fact.end < day) return faults
  const printed = event.members
    .flatMap((id) => world.projection.index.listings.get(id) ?? [])
    .filter((one) => !one.missingSince && !one.overAt && !one.undatedSince)
  const isPrinted = printed.some(({ listing }) => listing.when?.start === fact.start && listing.when.end === fact.end)
  const isSaid = event.when?.start === fact.start && event.when.end === fact.end
  if (isPrinted && !isSaid && !waits('when')) say('a move not published')
  const isCancelled = fact.status === 'cancelled' && printed.some(({ listing }) => listing.status === 'cancelled')
  if (isCancelled && event.status !== 'cancelled' && !waits('status')) say('a cancellation not published')
  return faults
}

function titleOf({ meeting }: Truth): string {
  return `${meeting.body} ${meeting.kind} ${meeting.session ?? ''} ${meeting.group ?? ''} ${meeting.start}`
}
