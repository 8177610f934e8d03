/** Runs over and over until killed: `killed-child.ts FOLDER MIRROR`; prints the number of each run when it is acknowledged. */
import { collect } from '../../src/collect.ts'
import { aKit, aSource } from './world.ts'

const [, , folder = '', mirror = ''] = process.argv
const source = aSource('cnd', ['https://www.example.org/'])
const kit = aKit(mirror, [source], folder)
const { signal } = new AbortController()
for (;;) {
  const { outcome } = await collect(source, kit, signal)
  process.stdout.write(`${outcome}\n`)
}
