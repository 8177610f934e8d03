/** Tells what is due at an instant until killed: `child.ts FOLDER NOW SMTP_URL`. */
import { readConfig } from '../../src/config.ts'
import { openStore } from '../../src/store/database.ts'
import { openTelling } from '../../src/telling.ts'

const [, , folder = '', now = '', SMTP_URL = ''] = process.argv
const config = readConfig({ SMTP_URL, DIGEST_TO: 'one@ngo.example' })
const needs = { store: openStore(folder), reviews: () => [], publicUrl: 'https://calendar.example', now: () => new Date(now) }
await openTelling(config, needs, { info: () => undefined, error: () => undefined }).tick()
