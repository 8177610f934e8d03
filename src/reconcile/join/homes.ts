import type { PreviousEvent } from '../people.ts'

/** For each listing, the uid of the event that was its own before any merge. */
export type Homes = Map<string, string>

/** A listing of an event that was merged away is at home there, not in the event it was merged into; the first merge counts most. */
export function homesOf(memories: PreviousEvent[]): Homes {
  const homes: Homes = new Map()
  const rank = ({ mergedAt }: PreviousEvent) => mergedAt ?? '~'
  for (const { uid, members } of [...memories].sort((a, b) => (`${rank(a)} ${a.uid}` > `${rank(b)} ${b.uid}` ? -1 : 1))) {
    for (const id of members) homes.set(id, uid)
  }
  return homes
}
