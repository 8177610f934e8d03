import type { Store } from './database.ts'

/** A query that is built once for each store; building one costs many times what asking it does. */
export function prepared<Query>(build: (store: Store) => Query): (store: Store) => Query {
  const known = new WeakMap<Store, Query>()
  return function query(store) {
    let made = known.get(store)
    if (!made) {
      made = build(store)
      known.set(store, made)
    }
    return made
  }
}
