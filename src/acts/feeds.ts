import { canonical } from '../event/index.ts'
import type { Selection } from '../publish/index.ts'
import type { Store } from '../store/database.ts'
import { findEvent } from '../store/events/events.ts'
import { findFeed, readFeed, type StoredFeed, saveFeed } from '../store/named-feeds.ts'
import type { ActionUndo, FeedFields } from '../store/schema.ts'
import { builtInNames } from '../web/feeds/names.ts'
import { ActRefused } from '../web/write/acts.ts'
import type { FeedDraft, FeedPatch } from '../web/write/feeds.ts'
import type { Plan, Scene } from './act.ts'

/** A feed that was not there. */
export function creatingFeed(draft: FeedDraft): (scene: Scene) => Plan {
  return ({ kit: { store, mint }, at }) => {
    const { name, title, description = title, color = 'steelblue', selection = {} } = draft
    refuseTaken(store, name)
    const id = mint()
    const saved = { id, name, title, description, color, selection: named(store, selection), createdAt: at, changedAt: at }
    return {
      sentence: `made the feed ${name}: ${title}`,
      about: [],
      undo: { feed: { id, was: { closedAt: at }, is: { closedAt: null } } },
      also: () => saveFeed(store, { ...saved, closedAt: null }),
      feedId: id,
    }
  }
}

/** A feed with another name, title, text, colour or selection. */
export function changingFeed(name: string, patch: FeedPatch): (scene: Scene) => Plan {
  return ({ kit: { store }, at }) => {
    const feed = openFeed(store, name)
    if (patch.name !== undefined && patch.name !== feed.name) refuseTaken(store, patch.name, feed.id)
    const { selection, ...said } = patch
    const wanted: FeedFields = { ...said, ...(selection && { selection: named(store, selection) }) } as FeedFields
    const fields = (Object.keys(wanted) as (keyof FeedFields)[]).filter(
      (field) => wanted[field] !== undefined && canonical(wanted[field]) !== canonical(feed[field]),
    )
    const [was, is] = [picked(feed, fields), picked(wanted, fields)]
    const others = fields.filter((field) => field !== 'name')
    const sentences = [
      ...(is.name ? [`renamed the feed ${feed.name} to ${is.name}`] : []),
      ...(others.length ? [`changed ${others.join(', ')} of the feed ${is.name ?? feed.name}`] : []),
    ]
    if (!fields.length) return { sentence: `the feed ${feed.name} is so already`, about: [], feedId: feed.id }
    return {
      sentence: sentences.join('; '),
      about: [],
      undo: { feed: { id: feed.id, was, is } },
      also: () => saveFeed(store, { ...feed, ...is, changedAt: at }),
      feedId: feed.id,
    }
  }
}

/** A feed that is no more. */
export function closingFeed(name: string): (scene: Scene) => Plan {
  return ({ kit: { store }, at }) => {
    const feed = openFeed(store, name)
    return {
      sentence: `closed the feed ${feed.name}: ${feed.title}`,
      about: [],
      undo: { feed: { id: feed.id, was: { closedAt: null }, is: { closedAt: at } } },
      also: () => saveFeed(store, { ...feed, closedAt: at, changedAt: at }),
      feedId: feed.id,
    }
  }
}

/** A feed's fields as they were before, where nobody changed them since: what leads back to where it is, and what writes it. */
export function feedBack(store: Store, undo: ActionUndo['feed'], at: string) {
  const feed = undo && readFeed(store, undo.id)
  if (!feed) return undefined
  // Closed at one instant or another is closed.
  const stands = (field: keyof FeedFields) =>
    field === 'closedAt' ? !feed.closedAt === !undo.is.closedAt : canonical(feed[field]) === canonical(undo.is[field])
  const fields = (Object.keys(undo.was) as (keyof FeedFields)[]).filter(stands)
  if (!fields.length) return undefined
  const [was, is] = [picked(feed, fields), picked(undo.was, fields)]
  return { back: { id: feed.id, was, is }, write: () => saveFeed(store, { ...feed, ...is, changedAt: at }) }
}

function openFeed(store: Store, name: string): StoredFeed {
  if (builtInNames.includes(name)) throw new ActRefused('conflict', `The feed ${name} is always there: it cannot be changed.`)
  const feed = findFeed(store, name)
  if (!feed) throw new ActRefused('unknown', `There is no feed "${name}".`)
  if (feed.closedAt)
    throw new ActRefused('conflict', `The feed ${feed.name} was closed on ${feed.closedAt.slice(0, 10)}: take that back first.`)
  return feed
}

/** A name stays its first feed's for ever, since people subscribed to it. */
function refuseTaken(store: Store, name: string, id?: string): void {
  const owner = findFeed(store, name)
  if (owner?.id === id && owner) return
  if (owner && owner.name !== name)
    throw new ActRefused('wrong', `The name ${name} was that of the feed ${owner.name} and leads there for ever.`, '/name')
  if (owner || builtInNames.includes(name)) throw new ActRefused('wrong', `There is a feed ${name} already.`, '/name')
}

function named(store: Store, selection: Partial<Selection>): Partial<Selection> {
  const uids = selection.uids && known(store, selection.uids, '/selection/events')
  const excluded = selection.exclude?.uids && known(store, selection.exclude.uids, '/selection/exclude/events')
  return {
    ...selection,
    ...(uids && { uids }),
    ...(selection.exclude && { exclude: { ...selection.exclude, ...(excluded && { uids: excluded }) } }),
  }
}

function known(store: Store, names: string[], pointer: string): string[] {
  return names.map((name, i) => {
    const event = findEvent(store, name)
    if (!event) throw new ActRefused('wrong', `There is no event "${name}".`, `${pointer}/${i}`)
    return event.uid
  })
}

function picked(from: FeedFields, fields: (keyof FeedFields)[]): FeedFields {
  return Object.fromEntries(fields.map((field) => [field, from[field]]))
}
