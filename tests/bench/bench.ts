/** Measures what the service promises of speed and prints each figure beside its limit; exits 1 when one is missed. */
import { collectAll } from './collect.ts'
import { crowdDuringCollection } from './crowd.ts'
import { exportMany, firstFeedAfterEdit, searchMany } from './feeds.ts'
import { compareWithBareServer, type Figure, startAndMemory } from './http.ts'
import { applyOneChange, mergeListings } from './merge.ts'

const measures: (() => Promise<Figure[]>)[] = [
  startAndMemory,
  collectAll,
  compareWithBareServer,
  mergeListings,
  applyOneChange,
  firstFeedAfterEdit,
  searchMany,
  crowdDuringCollection,
  exportMany,
]

let missed = 0
for (const measure of measures) {
  for (const figure of await measure()) {
    const [limit, good] =
      'atLeast' in figure
        ? [`at least ${figure.atLeast}`, figure.value >= figure.atLeast]
        : [`at most ${figure.atMost}`, figure.value <= figure.atMost]
    missed += good ? 0 : 1
    console.log(`${good ? 'ok    ' : 'MISSED'} ${figure.what}: ${figure.value.toPrecision(3)} ${figure.unit} (${limit})`)
  }
}
process.exitCode = missed ? 1 : 0
