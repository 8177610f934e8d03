import { type Kept, weight } from './kept.ts'

/** Kept bodies by their canonical address; the ones not asked for longest go first when the shelf is full. */
export type Shelf<Mark> = {
  find(address: string): { kept: Kept; mark: Mark } | undefined
  put(address: string, kept: Kept, mark: Mark): void
}

/** An empty shelf for at most `maxBytes` of bodies; each body carries a mark that says what it was made from. */
export function makeShelf<Mark>(maxBytes: number): Shelf<Mark> {
  const places = new Map<string, { kept: Kept; mark: Mark; bytes: number; usedAt: number }>()
  let total = 0
  let clock = 0
  function makeRoom(besides: string): void {
    const byUse = [...places].filter(([address]) => address !== besides).sort(([, a], [, b]) => a.usedAt - b.usedAt)
    // More than is needed at once, or a full shelf would be sorted at each new body.
    for (const [address, { bytes }] of byUse) {
      if (total <= maxBytes * 0.9) return
      places.delete(address)
      total -= bytes
    }
  }
  return {
    find(address) {
      const place = places.get(address)
      if (place) place.usedAt = ++clock
      return place
    },
    put(address, kept, mark) {
      // Packings come later: a body is counted with what they will take at most.
      const bytes = Math.ceil(weight(kept) * 1.5)
      total += bytes - (places.get(address)?.bytes ?? 0)
      places.set(address, { kept, mark, bytes, usedAt: ++clock })
      if (total > maxBytes) makeRoom(address)
    },
  }
}
