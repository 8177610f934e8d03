import type { Store } from '../database.ts'
import { inTransaction } from '../database.ts'
import { and, eq } from '../drizzle.ts'
import { lease } from '../schema.ts'

/**
 * Takes or prolongs the lease `name` for `holder` until `until`, unless somebody else holds it at `now` and `isAlive` says that
 * they still run; answers whether `holder` has it. Instants are ISO 8601 in UTC.
 */
export function takeLease(
  store: Store,
  {
    name,
    holder,
    now,
    until,
    isAlive,
  }: { name: string; holder: string; now: string; until: string; isAlive: (holder: string) => boolean },
): boolean {
  return inTransaction(store, () => {
    const held = store.select().from(lease).where(eq(lease.name, name)).get()
    if (held && held.holder !== holder && held.until > now && isAlive(held.holder)) return false
    store.insert(lease).values({ name, holder, until }).onConflictDoUpdate({ target: lease.name, set: { holder, until } }).run()
    return true
  })
}

/** Gives the lease back, if `holder` has it. */
export function returnLease(store: Store, name: string, holder: string): void {
  store
    .delete(lease)
    .where(and(eq(lease.name, name), eq(lease.holder, holder)))
    .run()
}
