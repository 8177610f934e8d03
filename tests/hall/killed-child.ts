/** Collects and edits over and over until killed: `killed-child.ts FOLDER MIRROR`; prints each run and each edit when it is acknowledged. */
import { randomUUID } from 'node:crypto'
import { openActs } from '../../src/acts/index.ts'
import { collect } from '../../src/collect.ts'
import { listEvents } from '../../src/store/events/events.ts'
import { aKit, aSource } from './world.ts'

const [, , folder = '', mirror = ''] = process.argv
const source = aSource('cnd', ['https://www.example.org/'])
const kit = aKit(mirror, [source], folder)
const acts = openActs({ ...kit, sources: [source], mint: randomUUID })
const { signal } = new AbortController()
for (;;) {
  const { outcome } = await collect(source, kit, signal)
  process.stdout.write(`${outcome}\n`)
  for (const event of listEvents(kit.store, {}, { limit: 3 })) {
    const title = `Edited ${randomUUID()}`
    acts.changeEvent(event.uid, { title }, { name: 'secretary' })
    process.stdout.write(`${title}\n`)
  }
}
