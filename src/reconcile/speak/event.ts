import type { Identity, Listing, Said, Speaker } from '../../event/index.ts'
import type { Trust } from '../../source/define.ts'
import type { Edit, MergedEvent, PreviousEvent } from '../people.ts'
import type { StoredListing } from '../stored.ts'
import { conflictsOf } from './conflicts.ts'
import { datesOf } from './dates.ts'
import { type Edited, withEdits } from './edits.ts'
import { lifeOf, noticeOf, wasBefore } from './life.ts'
import { deadlinesOf, linksOf } from './lists.ts'
import { placeOf } from './place.ts'
import { ranked, saidBy, speakerOf } from './rank.ts'

/** What an event is made of. */
export type Makings = {
  memory: Pick<PreviousEvent, 'uid' | 'slug' | 'createdAt' | 'when' | 'was'>
  members: StoredListing[]
  edits: Edit[]
  trust: Record<string, Trust>
  now: string
}

/** The event that listings and edits make; withdrawn if a person said so, or if the runs that brought its listings were all taken back. */
export function eventOf({ memory, members, edits, trust, now }: Makings): Edited {
  const live = members.some((one) => one.retractedAt) ? members.filter((one) => !one.retractedAt) : members
  const listings = live.length ? live : members
  const said: Record<string, Said> = {}
  let last: Said | undefined
  const say = <F extends keyof Listing>(field: F): NonNullable<Listing[F]> | undefined => {
    const speaker = speakerOf(listings, field, trust)
    if (!speaker) return undefined
    const by = saidBy(speaker.one, field)
    // Most fields are said by one source since one time: one object serves them all.
    if (last?.at !== by.at || last.by !== by.by || last.url !== by.url) last = by
    said[field] = last
    return speaker.value
  }
  const dated = datesOf(listings, trust)
  const { place, said: placeSaid } = placeOf(listings, trust)
  Object.assign(said, dated.said, placeSaid && { place: placeSaid })
  const { status, note, missingSince } = lifeOf(listings, say('status') ?? 'confirmed')
  const notes = [say('note'), note].filter(Boolean).join(' ')
  const event: MergedEvent = {
    ...identityOf(listings, trust),
    uid: memory.uid,
    slug: memory.slug,
    title: say('title') ?? '',
    status,
    place,
    links: linksOf(listings, trust),
    deadlines: deadlinesOf(listings, trust),
    state: live.length ? 'listed' : 'withdrawn',
    speakers: listings.map(speakerFrom),
    said,
    conflicts: [...(dated.conflict ? [dated.conflict] : []), ...conflictsOf(listings, trust)],
    createdAt: memory.createdAt,
    members: members.map((one) => one.id),
  }
  if (dated.when) event.when = dated.when
  if (notes) event.note = notes
  if (missingSince) event.missingSince = missingSince
  for (const field of ['access', 'description', 'organizer', 'contact'] as const) {
    const value = say(field)
    if (value) event[field] = value
  }
  const notice = say('notice')
  const heard = notice && { notice, since: said.notice?.at ?? '' }
  if (notice) event.notice = notice
  const edited = withEdits(event, edits)
  const result = edited.event
  const was = wasBefore(memory, result.when, now)
  if (was) result.was = was
  const isEdited = 'notice' in edited.beneath
  const told = isEdited ? result.notice : noticeOf(heard, { was, datedSince: said.when?.at ?? '' })
  if (told && result.status !== 'cancelled') result.notice = told
  else if (result.notice) delete result.notice
  return edited
}

/** What an event's address is made of. */
export function headOf(
  listings: StoredListing[],
  trust: Record<string, Trust>,
): Pick<MergedEvent, 'title' | 'when' | keyof Identity> {
  const { when } = datesOf(listings, trust)
  return { ...identityOf(listings, trust), title: speakerOf(listings, 'title', trust)?.value ?? '', ...(when && { when }) }
}

function identityOf(listings: StoredListing[], trust: Record<string, Trust>): Identity {
  const found: Partial<Identity> = {}
  for (const one of ranked(listings, 'body', trust)) {
    const identity = one.renumbered ? { ...one.identity, session: one.renumbered.session } : one.identity
    if (!found.body || found.body === 'OTHER') found.body = identity.body
    if (!found.kind || found.kind === 'other') found.kind = identity.kind
    if (found.session === undefined && identity.session !== undefined) found.session = identity.session
    if (found.group === undefined && identity.group !== undefined) found.group = identity.group
    if (found.part === undefined && identity.part !== undefined) found.part = identity.part
  }
  return { ...found, body: found.body ?? 'OTHER', kind: found.kind ?? 'other' }
}

function speakerFrom(one: StoredListing): Speaker {
  const { source, key, listing, firstSeenAt, lastSeenAt, missingSince } = one
  return { source, key, url: listing.provenance.url, firstSeenAt, lastSeenAt, ...(missingSince ? { missingSince } : {}) }
}
