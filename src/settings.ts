import { Type } from './web/http/schema/type.ts'

/** What can be set from outside, by environment variables of these names. */
export const Settings = Type.Object({
  HOST: Type.String({ minLength: 1, default: '127.0.0.1', description: 'address to listen on' }),
  PORT: Type.Integer({ minimum: 0, maximum: 65535, default: 3000, description: 'port to listen on; 0 takes any free one' }),
  DATA_DIR: Type.String({ minLength: 1, default: './data', description: 'folder of the database, made when missing' }),
  PUBLIC_URL: Type.String({
    pattern: '^(https?://[^/?#\\s]+)?$',
    must: 'be an http or https address without a path',
    default: '',
    description:
      'address at which readers reach the service; empty means http://HOST:PORT. Events name it, so a new one renders all anew',
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
  COLLECT: Type.Enum(['on', 'off'], {
    must: 'be on or off',
    default: 'on',
    description: 'off: serve only, visit no source',
  }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    default: 'info',
    must: 'be one of fatal, error, warn, info, debug, trace, silent',
    description: 'least important line that is logged',
  }),
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
  DIGEST_EVERY: Type.Enum(['day', 'week', 'never'], {
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
