import { parseArgs } from 'node:util'
import { simulate } from './simulation.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '10000' } } })
const startedAt = performance.now()
const { counts, faults, wrongAtTheEnd, world } = simulate({ seed: Number(values.seed), runs: Number(values.runs) })
const seconds = (performance.now() - startedAt) / 1000

for (const name of Object.keys(counts).sort()) console.log(`${String(counts[name]).padStart(7)}  ${name}`)
const { events, retired, suggestions } = world.projection.merged
console.log(`${String(world.printed.size).padStart(7)}  meetings printed`)
console.log(`${String(events.filter((event) => event.state === 'listed').length).padStart(7)}  events published`)
console.log(`${String(retired.length).padStart(7)}  uids merged into older ones`)
console.log(`${String(suggestions.length).padStart(7)}  suggestions waiting`)
console.log(`${seconds.toFixed(1).padStart(7)}  seconds, seed ${values.seed}`)
for (const { day, kind, truth, words } of faults) console.log(`FAULT ${day} ${kind} (${truth}): ${words}`)
for (const words of wrongAtTheEnd) console.log(`WRONG AT THE END ${words}`)
console.log(
  faults.length || wrongAtTheEnd.length
    ? `${faults.length} faults`
    : 'no duplicate, no lost event, no false cancellation, no uid changed, every change published or waiting',
)
process.exitCode = faults.length || wrongAtTheEnd.length ? 1 : 0
