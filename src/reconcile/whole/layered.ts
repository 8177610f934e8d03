/** Changes that lie over a map before it is copied whole. */
const thick = 2000

/**
 * A copy of a map that may be changed, made in the time of what was changed since the last whole copy: what lies beneath is shared and never written
 * again. Its order is that of a map, but that what is put back after it was deleted stands where it stood.
 */
export function copyOfMap<K, V>(map: Map<K, V>): Map<K, V> {
  if (!(map instanceof Layered)) return new Layered(map, new Map(), map.size)
  return map.isThick ? new Layered(new Map(map), new Map(), map.size) : map.copy()
}

const gone = Symbol('gone')

class Layered<K, V> extends Map<K, V> {
  readonly #below: ReadonlyMap<K, V>
  readonly #above: Map<K, V | typeof gone>
  #size: number

  constructor(below: ReadonlyMap<K, V>, above: Map<K, V | typeof gone>, size: number) {
    super()
    this.#below = below
    this.#above = above
    this.#size = size
  }

  get isThick(): boolean {
    return this.#above.size > thick
  }

  copy(): Layered<K, V> {
    return new Layered(this.#below, new Map(this.#above), this.#size)
  }

  override get size(): number {
    return this.#size
  }

  override get(key: K): V | undefined {
    const above = this.#above.get(key)
    if (above === gone) return undefined
    return above === undefined && !this.#above.has(key) ? this.#below.get(key) : above
  }

  override has(key: K): boolean {
    const above = this.#above.get(key)
    if (above === gone) return false
    return above !== undefined || this.#above.has(key) || this.#below.has(key)
  }

  override set(key: K, value: V): this {
    if (!this.has(key)) this.#size += 1
    this.#above.set(key, value)
    return this
  }

  override delete(key: K): boolean {
    if (!this.has(key)) return false
    this.#size -= 1
    if (this.#below.has(key)) this.#above.set(key, gone)
    else this.#above.delete(key)
    return true
  }

  override clear(): void {
    for (const key of [...this.keys()]) this.delete(key)
  }

  override *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#below) {
      const above = this.#above.size && this.#above.has(key) ? this.#above.get(key) : value
      if (above !== gone) yield [key, above as V]
    }
    for (const [key, value] of this.#above) if (value !== gone && !this.#below.has(key)) yield [key, value]
  }

  override *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key
  }

  override *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  override forEach(call: (value: V, key: K, map: Map<K, V>) => void): void {
    for (const [key, value] of this.entries()) call(value, key, this)
  }
}
