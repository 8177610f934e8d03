import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

/** What can be set from outside, by environment variables of these names. */
const Settings = Type.Object({
  HOST: Type.String({ minLength: 1, default: '127.0.0.1', description: 'address to listen on' }),
  PORT: Type.Integer({ minimum: 0, maximum: 65535, default: 3000, description: 'port to listen on; 0 takes any free one' }),
  DATA_DIR: Type.String({ minLength: 1, default: './data', description: 'folder of the database, made when missing' }),
  PUBLIC_URL: Type.String({
    pattern: '^(https?://[^/?#\\s]+)?$',
    must: 'be an http or https address without a path',
    default: '',
    description: 'address at which readers reach the service; empty means http://HOST:PORT',
  }),
  CONTACT: Type.String({
    pattern: '^[\\x20-\\x7e]+$',
    must: 'be an address of plain ASCII characters',
    default: 'https://crimealliance.org/contact',
    description: 'who answers for the visits, told to every source in the User-Agent',
  }),
  ORGANIZER: Type.String({
    pattern: '^[^\\s@]+@[^\\s@]+$',
    must: 'be a mail address',
    default: 'calendar@crimealliance.org',
    description: 'role address that feeds name as organizer; never a person',
  }),
  FETCH_PAUSE_MS: Type.Integer({
    minimum: 0,
    maximum: 600_000,
    default: 2000,
    description: 'pause between two visits to one host',
  }),
  FETCH_TIMEOUT_MS: Type.Integer({
    minimum: 100,
    maximum: 300_000,
    default: 30_000,
    description: 'longest time one page may take',
  }),
  WEB_MIRROR: Type.String({
    pattern: '^(https?://[^/?#\\s]+/?)?$',
    must: 'be an http or https address without a path',
    default: '',
    description: 'reads https://HOST/PATH from WEB_MIRROR/HOST/PATH instead of the web',
  }),
  COLLECT: Type.Union([Type.Literal('on'), Type.Literal('off')], {
    must: 'be on or off',
    default: 'on',
    description: 'off: serve only, visit no source',
  }),
  LOG_LEVEL: Type.Union(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map((level) => Type.Literal(level)),
    {
      default: 'info',
      must: 'be one of fatal, error, warn, info, debug, trace, silent',
      description: 'least important line that is logged',
    },
  ),
  TRUST_PROXY: Type.String({ default: '', description: 'addresses of proxies whose X-Forwarded-For is believed, comma between' }),
  SMTP_URL: Type.String({
    pattern: '^(smtps?://[^\\s/?#]+/?(\\?\\S*)?)?$',
    must: 'be an address like smtp://user:password@mail.example.org:587',
    default: '',
    description: 'mail server that digests are sent by, with its user and password; empty: no mail',
  }),
  DIGEST_TO: Type.String({
    pattern: '^([^\\s@,]+@[^\\s@,]+(, *[^\\s@,]+@[^\\s@,]+)*)?$',
    must: 'be mail addresses, comma between',
    default: '',
    description: 'who is told by mail what changed, comma between',
  }),
  DIGEST_FROM: Type.String({
    pattern: '^([^\\s@<>]+@[^\\s@<>]+|[^<>@\\r\\n]{1,80} <[^\\s@<>]+@[^\\s@<>]+>)?$',
    must: 'be a mail address, or a name and an address like Calendar <calendar@example.org>',
    default: '',
    description: 'sender of digests; empty means ORGANIZER',
  }),
  DIGEST_EVERY: Type.Union([Type.Literal('day'), Type.Literal('week'), Type.Literal('never')], {
    must: 'be day, week or never',
    default: 'week',
    description:
      'how often what changed is told (at 06:00 UTC, by week on Mondays); short notice and incidents at once, but with never',
  }),
  WEBHOOK_URL: Type.String({
    pattern: '^(https?://[^\\s#]+)?$',
    must: 'be an http or https address',
    default: '',
    description: 'address that digests are posted to as JSON; empty: none',
  }),
  WEBHOOK_SECRET: Type.String({
    default: '',
    description: 'what posted digests are signed with (Standard Webhooks, HMAC-SHA256)',
  }),
})

/** The settings, checked and frozen. */
export type Config = Readonly<Static<typeof Settings>>

/** Names of settings whose values are never printed. */
const secrets = new Set<string>(['SMTP_URL', 'WEBHOOK_URL', 'WEBHOOK_SECRET'])

/** A setting that cannot be used; its message is a sentence for the operator. */
export class SettingError extends Error {
  readonly sentence = true
}

/** The settings in `environment`, with defaults for what is not set or empty; throws {@link SettingError} naming the first wrong one. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.keys(Settings.properties).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const values = Value.Default(Settings, Value.Convert(Settings, given))
  const [error] = Value.Errors(Settings, values)
  if (error) {
    const name = error.instancePath.split('/')[1] ?? ''
    const { description, must } = (Settings.properties as Record<string, { description?: string; must?: string }>)[name] ?? {}
    const wanted = must ? `must ${must}` : error.message
    throw new SettingError(`The setting ${name}=${show(name, given[name])} cannot be used: it ${wanted} (${description}).`)
  }
  const config = values as Config
  if (config.SMTP_URL && !config.DIGEST_TO)
    throw new SettingError('The setting DIGEST_TO is empty: with SMTP_URL set it says who is told.')
  return Object.freeze(config)
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
