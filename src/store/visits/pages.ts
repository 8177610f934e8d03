import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Store } from '../database.ts'
import { and, eq, sql } from '../drizzle.ts'
import { page, snapshot } from '../schema.ts'

/** What is remembered of a page of a source. */
export type KnownPage = typeof page.$inferSelect

/** Every page of a source that was ever received, by its address. */
export function knownPages(store: Store, sourceId: string): Map<string, KnownPage> {
  const rows = store.select().from(page).where(eq(page.sourceId, sourceId)).all()
  return new Map(rows.map((row) => [row.url, row]))
}

/** Remembers how a page was received last. */
export function savePage(store: Store, row: KnownPage): void {
  store
    .insert(page)
    .values(row)
    .onConflictDoUpdate({ target: [page.sourceId, page.url], set: row })
    .run()
}

/** Remembers that a page could not be received at `now`; nothing for a page that never was. */
export function savePageFailure(store: Store, sourceId: string, url: string, now: string): void {
  store
    .update(page)
    .set({ failingSince: sql`coalesce(${page.failingSince}, ${now})` })
    .where(and(eq(page.sourceId, sourceId), eq(page.url, url)))
    .run()
}

/** Keeps bytes as received under their sha-256 (hex); the same bytes are kept once. */
export function saveSnapshot(store: Store, sha256: string, bytes: Buffer, receivedAt: string): void {
  const known = store.select({ sha256: snapshot.sha256 }).from(snapshot).where(eq(snapshot.sha256, sha256)).get()
  if (known) return
  const body = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  store.insert(snapshot).values({ sha256, body, bytes: bytes.length, receivedAt }).run()
}

/** The bytes kept under a sha-256; undefined when there are none. */
export function readSnapshot(store: Store, sha256: string): Buffer | undefined {
  const row = store.select().from(snapshot).where(eq(snapshot.sha256, sha256)).get()
  return row && brotliDecompressSync(row.body)
}
