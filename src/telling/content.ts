import type { Event } from '../event/index.ts'
import { type Digest, type DigestVoice, digest, digestHtml, digestSubject, digestText } from '../publish/index.ts'
import type { Review } from '../reconcile/index.ts'
import type { Store } from '../store/database.ts'
import type { Change } from '../store/events/changes.ts'
import { findEvent } from '../store/events/events.ts'
import type { Letter } from '../store/schema.ts'

/** What changes and reviews come to, told of the events as they are now. */
export function digestOf(
  kit: { store: Store; publicUrl: string },
  kind: Digest['kind'],
  since: string | undefined,
  now: Date,
  changes: Change[],
  reviews: Review[],
): Digest {
  const uids = [...new Set(changes.map(({ uid }) => uid))]
  const events = new Map(
    uids
      .flatMap((uid) => [[uid, findEvent(kit.store, uid)] as const])
      .filter((pair): pair is [string, Event] => pair[1] !== undefined),
  )
  const failing = reviews.filter(({ kind: what }) => what === 'source-failing' || what === 'run-refused')
  return digest({
    kind,
    since,
    until: now.toISOString(),
    entries: changes.map(({ entry }) => entry),
    events,
    waiting: reviews.filter((review) => !failing.includes(review)).map(({ sentence }) => sentence),
    failing: failing.map(({ sentence }) => sentence),
    publicUrl: kit.publicUrl,
  })
}

/** A digest as it is sent; its id is the same at every try. */
export function letterOf(id: number, content: Digest, voice: DigestVoice): Letter {
  return {
    id: `digest-${id}.${Date.parse(content.until)}@${new URL(voice.publicUrl).hostname}`,
    subject: digestSubject(content),
    text: digestText(content, voice),
    html: digestHtml(content, voice),
    json: { type: 'digest', timestamp: content.until, data: content },
  }
}
