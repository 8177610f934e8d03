import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openStore, type Store } from '../store/database.ts'
import { type Role, roles } from '../store/keys/keys.ts'
import { listKeys, makeKey, revokeKey, type ShownKey } from '../web/keys/keep.ts'
import { UsageError } from './usage.ts'

const actor = 'the command line'

/** Lists the keys that people and programs have, makes one (its text is told once) or revokes one; also while the service runs. */
export async function keysCommand(args: string[], environment: Record<string, string | undefined>): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { role: { type: 'string' }, name: { type: 'string' }, until: { type: 'string' } },
  })
  const act = actOf(positionals, values)
  const store = openStore(readConfig(environment).DATA_DIR)
  try {
    return act(store, new Date())
  } finally {
    store.close()
  }
}

type Options = { role?: string; name?: string; until?: string }

/** What is asked for, understood before a database is opened. */
function actOf([verb = 'list', id, more]: string[], options: Options): (store: Store, now: Date) => number {
  if (more || (id && verb !== 'revoke')) throw new UsageError(`There is one word too many: "${more ?? id}".`)
  if (verb === 'make') return make(options)
  const [needless] = Object.keys(options)
  if (needless) throw new UsageError(`--${needless} goes with make only.`)
  if (verb === 'list') return list
  if (verb !== 'revoke') throw new UsageError(`keys can list, make and revoke, not "${verb}".`)
  if (!id) throw new UsageError('revoke takes the id of a key; "npm run keys" lists them.')
  return (store, now) => revoke(store, id, now)
}

function make({ role, name, until }: Options): (store: Store, now: Date) => number {
  const known = roles.find((one) => one === role)
  if (!known) throw new UsageError(`make needs --role with one of ${roles.join(', ')}${role ? `, and "${role}" is none` : ''}.`)
  const holder = name?.trim()
  if (!holder || holder.length > 200) throw new UsageError('make needs --name with who it is for, at most 200 characters.')
  const end = until === undefined ? undefined : endOf(until)
  return (store, now) => {
    if (end && end <= now.toISOString()) throw new UsageError(`--until ${until} is over already.`)
    const { key, shown } = makeKey(store, { name: holder, role: known as Role, until: end }, actor, now)
    console.log(`${line(shown)}\nIt is shown this once:\n${key}`)
    return 0
  }
}

/** The end of a day, or an instant, as an instant in UTC. */
function endOf(until: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(until)
  const at = new Date(day ? `${until}T23:59:59.999Z` : until)
  const real =
    !Number.isNaN(at.getTime()) &&
    (day ? at.toISOString().startsWith(until) : /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d\d:\d\d)$/.test(until))
  if (!real) throw new UsageError(`--until takes the last day of a key, YYYY-MM-DD, and "${until}" is none.`)
  return at.toISOString()
}

function list(store: Store, now: Date): number {
  const keys = listKeys(store, now)
  console.log(keys.length ? keys.map(line).join('\n') : 'There is no key yet; the first start of the service makes one.')
  return 0
}

function revoke(store: Store, id: string, now: Date): number {
  const shown = revokeKey(store, id, actor, now)
  if (!shown) throw new UsageError(`There is no key "${id}"; "npm run keys" lists them.`)
  console.log(line(shown))
  return 0
}

/** `681dc38a  administrator  valid  Anna Example, made 2026-11-25, used 2026-11-26`. */
function line({ id, role, state, name, createdAt, until, lastUsedAt, revokedAt }: ShownKey): string {
  const day = (at: string) => at.slice(0, 10)
  const facts = [
    name,
    `made ${day(createdAt)}`,
    until && `until ${day(until)}`,
    lastUsedAt ? `used ${day(lastUsedAt)}` : 'never used',
    revokedAt && `revoked ${day(revokedAt)}`,
  ]
  return `${id}  ${role.padEnd(13)}  ${state.padEnd(7)}  ${facts.filter(Boolean).join(', ')}`
}
