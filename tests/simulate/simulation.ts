import { type Chance, chanceOf } from './chance.ts'
import { type Fault, faultsOn } from './faults.ts'
import { visit } from './people.ts'
import { print, printers } from './sources.ts'
import { factOn, truths as lives, plus, type Truth } from './truth.ts'
import { count, newWorld, run, type World } from './world.ts'

/** What came out: how often what happened, and every fault, with the day. */
export type Outcome = {
  counts: Record<string, number>
  faults: (Fault & { day: string })[]
  wrongAtTheEnd: string[]
  world: World
}

const firstDay = '2019-03-01'
const lastDay = '2027-08-01'

/** Years of runs of all sources over the known meetings, with the errors of reality; the same seed gives the same years. */
export function simulate({ seed, runs }: { seed: number; runs: number }): Outcome {
  const chance = chanceOf(seed)
  const truths = new Map(lives(chance).map((truth) => [truth.id, truth]))
  const world = newWorld(`${firstDay}T00:00:00Z`)
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000
  const memory = new Map<string, string>()
  const rebuilt = new Map<string, number>()
  const faults: Outcome['faults'] = []
  const away = new Map(printers.map(({ id }) => [id, plus(firstDay, chance.between(200, days - 600))]))
  let visited = firstDay
  for (let number = 0; number < runs; number += 1) {
    const minutes = Math.floor((number * days * 1440) / runs)
    const day = plus(firstDay, Math.floor(minutes / 1440))
    const now = new Date(Date.parse(firstDay) + minutes * 60_000).toISOString()
    const printer = chance.pick(printers)
    const left = away.get(printer.id) ?? ''
    if (left <= day && day < plus(left, 240)) {
      count(world, 'visits to sources that had left')
      continue
    }
    const { found, error } = print(printer, [...truths.values()], day, chance, rebuilt)
    if (error) count(world, `errors printed: ${error}`)
    run(world, printer.id, found, now, { isRight: !error || error === 'rebuilt' })
    faults.push(...faultsOn(day, world, truths, memory).map((fault) => ({ ...fault, day })))
    if (plus(visited, 7) > day) continue
    visited = day
    // A person answers what they have seen, a minute after the run.
    visit(world, truths, day, new Date(Date.parse(now) + 60_000).toISOString(), chance)
    faults.push(...faultsOn(day, world, truths, memory).map((fault) => ({ ...fault, day })))
  }
  closing(world, truths, chance)
  return {
    counts: world.counts,
    faults: lasting(faults, Math.ceil(100_000 / runs), 2 + Math.ceil((2 * days) / runs)),
    wrongAtTheEnd: wrongAtTheEnd(world, truths),
    world,
  }
}

/** The last days, without errors: each source is read again, and a person answers what waits. */
function closing(world: World, truths: Map<string, Truth>, chance: Chance): void {
  for (let day = 1; day <= 5; day += 1) {
    const date = plus(lastDay, day)
    for (const printer of printers) {
      const { found } = print({ ...printer, errs: 0, lag: 0 }, [...truths.values()], date, chance, new Map())
      run(world, printer.id, found, `${date}T06:00:00Z`)
    }
    visit(world, truths, date, `${date}T18:00:00Z`, chance)
  }
}

/**
 * Each fault once. That what a source prints wrongly stands as a meeting beside the right one, or in another, is none; that it still does so after
 * `grace` days, when the source was read again, is. Faults less than `gap` days apart are one that goes on.
 */
function lasting(faults: Outcome['faults'], grace: number, gap: number): Outcome['faults'] {
  const runs = new Map<string, { first: Outcome['faults'][number]; last: string; isFault: boolean }>()
  for (const fault of faults) {
    const name = `${fault.kind} ${fault.truth}`
    const known = runs.get(name)
    const isOngoing = known !== undefined && (known.isFault || plus(known.last, gap) >= fault.day)
    const first = isOngoing ? known.first : fault
    const mayPass = fault.kind === 'duplicate' || fault.kind === 'two meetings as one' || fault.kind === 'not linked'
    runs.set(name, {
      first,
      last: fault.day,
      isFault: (isOngoing && known.isFault) || !mayPass || plus(first.day, grace) <= fault.day,
    })
  }
  return [...runs.values()].filter((one) => one.isFault).map((one) => one.first)
}

/** Meetings of which the last that is published is not what became true. */
function wrongAtTheEnd(world: World, truths: Map<string, Truth>): string[] {
  return world.projection.merged.events.flatMap((event) => {
    const truth = truths.get(world.projection.index.listings.get(event.members[0] ?? '')?.listing.provenance.text ?? '')
    const fact = truth && factOn(truth, lastDay)
    if (event.state !== 'listed' || !fact || event.when?.start === fact.start) return []
    return [
      `${event.title}: ${event.when?.start ?? 'no date'} for ${fact.start}${event.conflicts.some(({ field }) => field === 'when') ? ' (in conflict)' : ''}`,
    ]
  })
}
