import { type Body, bodies, bodyIds } from '../../event/index.ts'
import { type Color, everything, type Language, pageWordsOf, type Selection, wordsOf } from '../../publish/index.ts'
import type { Store } from '../../store/database.ts'
import { findEvent } from '../../store/events/events.ts'
import { findFeed } from '../../store/named-feeds.ts'

/** A feed that has a name: what it is called, what it holds, and the path of its page. */
export type NamedFeed = {
  name: string
  title: string
  description: string
  selection: Selection
  color: Color
  page: string
}

/** Finds feeds by name; `movedTo` is the name that took the place of an old one, `closedAt` when the feed was closed. */
export type FeedNames = (name: string) => NamedFeed | { movedTo: string } | { closedAt: string } | undefined

const colors: Record<Body, Color> = {
  CCPCJ: 'steelblue',
  CND: 'seagreen',
  COSP: 'darkorange',
  UNTOC: 'indianred',
  CONGRESS: 'slateblue',
  CYBERCRIME: 'teal',
  HLPF: 'goldenrod',
  HRC: 'royalblue',
  'SMALL-ARMS': 'slategray',
  ALLIANCE: 'mediumvioletred',
  OTHER: 'olivedrab',
}

/** The feed of everything, and one for each body under its id in lower case. */
export function builtIn(name: string): NamedFeed | undefined {
  if (name === 'all') {
    return {
      name,
      title: 'UN crime, drugs and corruption meetings',
      description: 'Meetings of the United Nations bodies on crime, drugs and corruption.',
      selection: everything,
      color: 'steelblue',
      page: '/',
    }
  }
  const body = bodyIds.find((id) => id.toLowerCase() === name)
  if (!body) return undefined
  return {
    name,
    title: body === 'OTHER' ? bodies.OTHER.name : `${body}: ${bodies[body].name}`,
    description: `Meetings: ${bodies[body].name}.`,
    selection: { ...everything, bodies: [body] },
    color: colors[body],
    page: `/bodies/${name}`,
  }
}

/** What a feed says of itself in a language; a saved one says what its editor wrote. */
export function labels(feed: NamedFeed, language: Language): { title: string; description: string } {
  const { site, tagline, body } = pageWordsOf(language)
  if (language === 'en' || !builtIn(feed.name)) return feed
  const [id] = feed.selection.bodies ?? []
  if (!id) return { title: site, description: tagline }
  const name = wordsOf(language).bodies[id]
  return { title: id === 'OTHER' ? name : `${id}: ${name}`, description: body.about[id] }
}

/** The feeds that are always there, and those that editors saved. */
export function feedNames(store: Store): FeedNames {
  return function find(name) {
    const always = builtIn(name)
    if (always) return always
    const saved = findFeed(store, name)
    if (!saved) return undefined
    if (saved.closedAt) return { closedAt: saved.closedAt }
    if (saved.name !== name) return { movedTo: saved.name }
    const { title, description, color } = saved
    const selection = followed(store, { ...everything, ...saved.selection })
    return { name, title, description, color, selection, page: `/feeds/${name}` }
  }
}

/** An event that was chosen by itself and was merged into another since is chosen as that other. */
function followed(store: Store, selection: Selection): Selection {
  const follow = (uids: string[]) => [...new Set(uids.flatMap((uid) => [uid, findEvent(store, uid)?.mergedInto ?? []].flat()))]
  const { uids, exclude } = selection
  return {
    ...selection,
    ...(uids && { uids: follow(uids) }),
    ...(exclude?.uids && { exclude: { ...exclude, uids: follow(exclude.uids) } }),
  }
}

/** Every name that {@link builtIn} knows. */
export const builtInNames = ['all', ...bodyIds.map((id) => id.toLowerCase())]
