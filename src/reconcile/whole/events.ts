import type { Trust } from '../../source/define.ts'
import { keyOf, partKeysOf } from '../join/ties.ts'
import { firstSeen, type Named, type Naming } from '../join/uids.ts'
import type { Contradiction, Edit, MergedEvent, PreviousEvent } from '../people.ts'
import { slugFor } from '../slug.ts'
import { eventOf, headOf } from '../speak/event.ts'
import type { StoredListing } from '../stored.ts'
import type { Index } from './known.ts'

/** An event as made, with what the sources say beneath its edits, and what is to be remembered of it. */
export type Made = {
  event: MergedEvent
  memory: PreviousEvent
  beneath: Record<string, unknown>
  contradictions: Contradiction[]
  members: StoredListing[]
}

/** What making events takes from outside. */
export type Frame = { index: Index; trust: Record<string, Trust>; now: string; mint: () => string }

/** Gives a uid and an address to groups that are no event yet, the first seen first. */
export function christen(groups: Named[], { index, trust, now, mint }: Frame): void {
  const order = groups.filter((group) => !group.memory).map((group) => ({ group, order: firstSeen(group.members) }))
  order.sort((a, b) => (a.order < b.order ? -1 : 1))
  for (const { group } of order) {
    const createdAt = group.members.reduce((first, one) => (one.firstSeenAt < first ? one.firstSeenAt : first), now)
    const slug = slugFor(headOf(group.members, trust), index.slugs)
    group.memory = { uid: mint(), slug, members: [], createdAt, state: 'listed' }
    index.slugs.add(group.memory.slug)
  }
}

/** The events of one component, those merged into others too. Every group has its memory already. */
export function made({ named, merged }: Naming, frame: Frame): Made[] {
  const events = named.flatMap((group) => (group.memory ? [live(group, group.memory, merged, frame)] : []))
  linkParts(events)
  for (const { memory, into } of merged) {
    if (into?.memory) events.push(...gone(memory, into.memory.uid, frame))
  }
  return events
}

function live({ members }: Named, memory: PreviousEvent, merged: Naming['merged'], { index, trust, now }: Frame): Made {
  const absorbed = merged.filter(({ into }) => into?.memory === memory).map((one) => one.memory.uid)
  const edits = new Set<Edit>()
  for (const uid of [memory.uid, ...absorbed]) for (const edit of index.editsOf.get(uid) ?? []) edits.add(edit)
  for (const one of members) {
    for (const edit of index.editsOf.get(one.id) ?? []) if (!index.memories.has(edit.uid)) edits.add(edit)
  }
  const { event, beneath, contradictions } = eventOf({ memory, members, edits: [...edits], trust, now })
  return { event, beneath, contradictions, members, memory: memoryOf(event) }
}

function gone(memory: PreviousEvent, into: string, { index, trust, now }: Frame): Made[] {
  const members = memory.members.flatMap((id) => index.listings.get(id) ?? [])
  if (!members.length) return []
  const { missingSince: _, ...event } = eventOf({ memory, members, edits: [], trust, now }).event
  const merged: MergedEvent = { ...event, state: 'merged', mergedInto: into }
  return [
    {
      event: merged,
      beneath: {},
      contradictions: [],
      members,
      memory: { ...memoryOf(merged), mergedAt: memory.mergedAt ?? now },
    },
  ]
}

function memoryOf({ uid, slug, members, createdAt, state, when, was, mergedInto }: MergedEvent): PreviousEvent {
  return {
    uid,
    slug,
    members,
    createdAt,
    state,
    ...(when && { when }),
    ...(was && { was }),
    ...(mergedInto !== undefined && { mergedInto }),
  }
}

/** A composite meeting names the events that are its parts; they stay events of their own. */
function linkParts(events: Made[]): void {
  const composite = events.filter(({ members }) => members.some((one) => (one.listing.parts?.length ?? 0) > 1))
  for (const { event, members } of composite) {
    const keys = new Set(members.flatMap((one) => partKeysOf(one.listing.parts)))
    const parts = events.filter((other) => other.event !== event && other.members.some((one) => keys.has(keyOf(one) ?? '')))
    if (parts.length) event.parts = parts.map((other) => other.event.uid).sort()
  }
}
