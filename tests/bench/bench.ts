/**
 * Measures what the service promises of speed and prints each figure beside its yardstick and its limit; exits 1 when one is missed.
 * `npm run bench` measures everything, `npm run bench -- start collect` what is named.
 */
import type { Figure } from './figure.ts'

// Loaded when measured: what one measure loads should not weigh on another.
const measures: Record<string, () => Promise<Figure[]>> = {
  start: async () => (await import('./start.ts')).startAndMemory(),
  collect: async () => (await import('./collect.ts')).collectAll(),
  http: async () => (await import('./http.ts')).compareWithBareServer(),
  merge: async () => (await import('./merge.ts')).mergeListings(),
  change: async () => (await import('./merge.ts')).applyOneChange(),
  edit: async () => (await import('./feeds.ts')).firstFeedAfterEdit(),
  search: async () => (await import('./feeds.ts')).searchMany(),
  crowd: async () => (await import('./crowd.ts')).crowdDuringCollection(),
  read: async () => (await import('./read.ts')).readPages(),
  export: async () => (await import('./feeds.ts')).exportMany(),
  desk: async () => (await import('./desk.ts')).deskPages(),
  write: async () => (await import('./write.ts')).acknowledgeWrites(),
  propose: async () => (await import('./write.ts')).proposeLines(),
}

const named = process.argv.slice(2)
const unknown = named.find((name) => !Object.hasOwn(measures, name))
if (unknown) {
  console.error(`There is no measure "${unknown}"; there are ${Object.keys(measures).join(', ')}.`)
  process.exit(2)
}
let missed = 0
for (const [name, measure] of Object.entries(measures)) {
  if (named.length && !named.includes(name)) continue
  for (const figure of await measure()) {
    const good = 'atLeast' in figure ? figure.value >= figure.atLeast : figure.value <= figure.atMost
    missed += good ? 0 : 1
    console.log(`${good ? 'ok    ' : 'MISSED'} ${name}: ${inWords(figure)}`)
  }
}
process.exitCode = missed ? 1 : 0

function inWords({ what, value, unit, beside, ...limit }: Figure): string {
  const bound = 'atLeast' in limit ? `at least ${limit.atLeast}` : `at most ${limit.atMost}`
  const yardstick = beside ? `; ${beside.what}: ${beside.value.toPrecision(3)} ${unit}` : ''
  return `${what}: ${value.toPrecision(3)} ${unit} (${bound}${yardstick})`
}
