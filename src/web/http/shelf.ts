import { type Kept, weight } from './kept.ts'

/** Kept bodies by their canonical address; the ones not asked for longest go first when the shelf is full. */
export type Shelf<Mark> = {
  find(address: string): { kept: Kept; mark: Mark } | undefined
  put(address: string, kept: Kept, mark: Mark): void
}

/** An empty shelf for at most `maxBytes` of bodies; each body carries a mark that says what it was made from. */
export function makeShelf<Mark>(maxBytes: number): Shelf<Mark> {
  const places = new Map<string, { kept: Kept; mark: Mark; bytes: number }>()
  let total = 0
  return {
    find(address) {
      const place = places.get(address)
      if (place) {
        places.delete(address)
        places.set(address, place)
      }
      return place
    },
    put(address, kept, mark) {
      total -= places.get(address)?.bytes ?? 0
      places.delete(address)
      // Packings come later: a body is counted with what they will take at most.
      const bytes = Math.ceil(weight(kept) * 1.5)
      places.set(address, { kept, mark, bytes })
      total += bytes
      for (const [oldest, place] of places) {
        if (total <= maxBytes || oldest === address) break
        places.delete(oldest)
        total -= place.bytes
      }
    },
  }
}
