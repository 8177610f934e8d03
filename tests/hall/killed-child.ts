/**
 * Collects and edits over and over until killed. Says `ready` when it is loaded, opens the database of the folder that it is sent, visits
 * the mirror that it was started with, and prints each run and each edit when it is acknowledged.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { openActs } from '../../src/acts/open.ts'
import { collect } from '../../src/collect.ts'
import { listEvents } from '../../src/store/events/events.ts'
import { aKit, aSource } from './world.ts'

const [, , mirror = ''] = process.argv
// A process that is killed leaves nothing for the next start to go by.
flushCompileCache()
process.stdout.write('ready\n')
const [folder] = await once(process.stdin, 'data')
const source = aSource('cnd', ['https://www.example.org/'])
const kit = aKit(mirror, [source], String(folder).trim())
const acts = openActs({ ...kit, sources: [source], mint: randomUUID })
const { signal } = new AbortController()
for (;;) {
  kit.clock.now = new Date()
  const { outcome } = await collect(source, kit, signal)
  process.stdout.write(`${outcome}\n`)
  for (const event of listEvents(kit.store, {}, { limit: 3 })) {
    kit.clock.now = new Date()
    const title = `Edited ${randomUUID()}`
    acts.changeEvent(event.uid, { title }, { name: 'secretary' })
    process.stdout.write(`${title}\n`)
  }
}
