import type { Decision } from '../../reconcile/index.ts'
import { ActRefused } from '../../web/write/acts.ts'
import { eventToActOn, type Plan, type Scene } from '../act.ts'

/** A person's word whether two listings, or the first listings of two events, are one meeting. */
export function decision(verdict: Decision['verdict'], a: string, b: string): (scene: Scene) => Plan {
  return (scene) => {
    const [one, other] = [listingNamed(scene, a), listingNamed(scene, b)]
    if (one.listing === other.listing)
      throw new ActRefused('wrong', 'Both names are of one listing: a decision is about two.', '/b')
    const { kit, at, by, how } = scene
    const made: Decision = {
      id: kit.mint(),
      verdict,
      a: one.listing,
      b: other.listing,
      author: by.name,
      at,
      ...(how.reason && { reason: how.reason }),
    }
    const said = verdict === 'same' ? 'are one meeting' : 'are not one meeting'
    const about = one.title === other.title ? `two listings of "${one.title}"` : `"${one.title}" and "${other.title}"`
    return {
      sentence: `said that ${about} ${said}`,
      about: [...new Set([one.listing, other.listing])],
      delta: { decisions: [made] },
      undo: { decisions: [made.id] },
    }
  }
}

function listingNamed(scene: Scene, name: string): { listing: string; title: string } {
  const { index, state } = scene.projection
  const known = index.listings.get(name)
  if (known) return { listing: name, title: known.listing.title }
  const { uid, title } = eventToActOn(scene, name)
  const [listing] = state.events.get(uid)?.members ?? []
  if (!listing) throw new ActRefused('conflict', `"${title}" has no listing to decide on.`)
  return { listing, title }
}
