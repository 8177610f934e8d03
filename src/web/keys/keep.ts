import { saveAction } from '../../store/acts/people.ts'
import { inTransaction, type Store } from '../../store/database.ts'
import { allKeys, countKeys, findKey, type Role, type StoredKey, saveKey, saveRevocation } from '../../store/keys/keys.ts'
import { dropSessionsOf } from '../../store/keys/sessions.ts'
import { newKey } from './token.ts'

/** A key as it is shown: all but what it is. */
export type ShownKey = Omit<StoredKey, 'hash'> & { state: 'valid' | 'ended' | 'revoked' }

/** What a new key is for. `until` is an instant, ISO 8601 in UTC. */
export type NewKey = { name: string; role: Role; until?: string | undefined }

/** Makes a key. Its text is in the answer and nowhere else, ever. */
export function makeKey(store: Store, { name, role, until }: NewKey, by: string, now: Date): { key: string; shown: ShownKey } {
  const { id, key, hash } = newKey()
  const createdAt = now.toISOString()
  inTransaction(store, () => {
    saveKey(store, { id, name, role, hash, createdAt, createdBy: by, until: until ?? null })
    saveAction(store, {
      at: createdAt,
      actor: by,
      sentence: `made the key ${id} of ${name}, ${role}${until ? `, until ${until}` : ''}`,
    })
  })
  return { key, shown: show(findKey(store, id) as StoredKey, now) }
}

/** Every key there ever was. */
export function listKeys(store: Store, now: Date): ShownKey[] {
  return allKeys(store).map((key) => show(key, now))
}

/** Ends a key and every session that was opened with it, at once; undefined for one that never was. */
export function revokeKey(store: Store, id: string, by: string, now: Date): ShownKey | undefined {
  return inTransaction(store, () => {
    const key = findKey(store, id)
    if (!key) return undefined
    const at = now.toISOString()
    if (!key.revokedAt) {
      saveRevocation(store, id, at)
      dropSessionsOf(store, id)
      saveAction(store, { at, actor: by, sentence: `revoked the key ${id} of ${key.name}` })
    }
    return show({ ...key, revokedAt: key.revokedAt ?? at }, now)
  })
}

/** The administrator's key of a service that starts for the first time, to be printed once; undefined ever after. */
export function firstKey(store: Store, now: Date): string | undefined {
  return inTransaction(store, () =>
    countKeys(store)
      ? undefined
      : makeKey(store, { name: 'first administrator', role: 'administrator' }, 'the first start', now).key,
  )
}

/** Whether a key opens anything at an instant. */
export function isValid({ revokedAt, until }: Pick<StoredKey, 'revokedAt' | 'until'>, now: Date): boolean {
  return !revokedAt && (!until || Date.parse(until) > now.getTime())
}

function show({ hash: _, ...key }: StoredKey, now: Date): ShownKey {
  return { ...key, state: key.revokedAt ? 'revoked' : isValid(key, now) ? 'valid' : 'ended' }
}

/** The instant at which a key ends: that said, or the end of the day said (UTC); null for none, or one that is past. */
export function endOf(until: string, now: Date): string | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(until)
  if (!isDay && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(until)) return null
  const date = new Date(isDay ? `${until}T23:59:59.999Z` : until)
  return Number.isNaN(date.getTime()) || date <= now || (isDay && !date.toISOString().startsWith(until))
    ? null
    : date.toISOString()
}
