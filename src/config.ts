import { isIP } from 'node:net'
import { bodies } from './event/index.ts'
import type { Voice } from './publish/index.ts'
import { Settings } from './settings.ts'
import type { Static } from './web/http/schema/type.ts'

/** The settings, checked and frozen. */
export type Config = Readonly<Static<typeof Settings>>

/** Names of settings whose values are never printed. */
const secrets = new Set<string>(['SMTP_URL', 'WEBHOOK_URL', 'WEBHOOK_SECRET'])

/** A setting that cannot be used; its message is a sentence for the operator. */
export class SettingError extends Error {
  readonly sentence = true
}

type Rule = {
  type?: string
  enum?: unknown[]
  pattern?: string
  minimum?: number
  maximum?: number
  default?: string | number
  must?: string
  description?: string
}

/** The settings in `environment`, with defaults for what is not set or empty; throws {@link SettingError} naming the first wrong one. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const config = Object.fromEntries(
    Object.entries(Settings.properties as Record<string, Rule>).map(([name, rule]) => [
      name,
      readSetting(name, rule, environment[name]),
    ]),
  ) as Config
  if (config.SMTP_URL && !config.DIGEST_TO)
    throw new SettingError('The setting DIGEST_TO is empty: with SMTP_URL set it says who is told.')
  const proxies = config.TRUST_PROXY ? config.TRUST_PROXY.split(',').map((proxy) => proxy.trim()) : []
  const unknown = proxies.find((proxy) => !isProxy(proxy))
  if (unknown !== undefined)
    throw new SettingError(
      `The setting TRUST_PROXY cannot be used: "${unknown}" is neither an address, like 127.0.0.1, nor a network, like 10.0.0.0/8.`,
    )
  return Object.freeze(config)
}

function readSetting(name: string, rule: Rule, said: string | undefined): unknown {
  if (!said) return rule.default
  const value = rule.type === 'integer' && /^-?\d{1,15}$/.test(said) ? Number(said) : said
  if (isRight(rule, value)) return value
  const wanted = rule.must ?? `be a whole number from ${rule.minimum} to ${rule.maximum}`
  throw new SettingError(`The setting ${name}=${show(name, said)} cannot be used: it must ${wanted} (${rule.description}).`)
}

function isProxy(said: string): boolean {
  const [address = '', bits] = said.split('/')
  const version = isIP(address)
  if (bits === undefined) return version > 0 || ['loopback', 'linklocal', 'uniquelocal'].includes(said)
  return version > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
}

function isRight(rule: Rule, value: string | number): boolean {
  if (rule.enum) return rule.enum.includes(value)
  if (typeof value === 'number') return value >= (rule.minimum ?? 0) && value <= (rule.maximum ?? Number.POSITIVE_INFINITY)
  return rule.type === 'string' && new RegExp(rule.pattern ?? '').test(value)
}

/** How the service calls itself: the address at which readers reach it, without a slash at its end, and the role that organizes. */
export function voiceOf({ PUBLIC_URL, HOST, PORT, ORGANIZER }: Config): Voice {
  const publicUrl = (PUBLIC_URL || `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/$/, '')
  return { publicUrl, organizer: { name: bodies.ALLIANCE.name, email: ORGANIZER } }
}

/** Every setting as `NAME=value`, secrets masked; for the log at start. */
export function printConfig(config: Config): string {
  return Object.entries(config)
    .map(([name, value]) => `${name}=${show(name, value)}`)
    .join(' ')
}

/** Every setting with its default and meaning, for the README and its test. */
export function describeSettings(): { name: string; default: string; meaning: string }[] {
  return Object.entries(Settings.properties).map(([name, schema]) => {
    const { default: value, description } = schema as { default?: unknown; description?: string }
    return { name, default: String(value ?? ''), meaning: description ?? '' }
  })
}

function show(name: string, value: unknown): string {
  return secrets.has(name) && value ? '(hidden)' : String(value ?? '')
}
