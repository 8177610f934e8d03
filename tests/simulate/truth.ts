import type { Status } from '../../src/event/index.ts'
import type { Chance } from './chance.ts'
import { type Meeting, meetings } from './meetings.ts'

/** What is true of a meeting from a day on. */
export type Fact = { from: string; start: string; end: string; status: Status; words: number }

/** A meeting with all that ever became true of it, in order; it is announced on the first day. While `untold`, no source prints it, though it is to come. */
export type Truth = { id: string; meeting: Meeting; facts: Fact[]; untold?: { from: string; to: string } }

/** Days later (or earlier), as `YYYY-MM-DD`. */
export function plus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** What is true of a meeting on a day; undefined before it is announced. */
export function factOn(truth: Truth, day: string): Fact | undefined {
  return truth.facts.findLast((fact) => fact.from <= day)
}

/** The lives of all meetings: announced, some moved once or twice, some called off, some put into other words, all before they begin. */
export function truths(chance: Chance): Truth[] {
  return meetings.map((meeting, index) => {
    const facts = lifeOf(meeting, chance)
    const from = plus(facts[0]?.from ?? '', 40)
    return { id: `m${index}`, meeting, facts, ...(chance.odds(0.15) && { untold: { from, to: plus(from, 100) } }) }
  })
}

function lifeOf({ start, end }: Meeting, chance: Chance): Fact[] {
  const length = (Date.parse(end) - Date.parse(start)) / 86_400_000
  const plan = chance.odds(0.3) ? plus(start, chance.pick([-35, -14, -7, 7, 14, 28, 60])) : start
  const announced = plus(plan < start ? plan : start, -chance.between(120, 330))
  const facts: Fact[] = [{ from: announced, start: plan, end: plus(plan, length), status: 'confirmed', words: 0 }]
  const last = () => facts.at(-1) as Fact
  const later = () => plus(last().from, chance.between(10, 30))
  if (plan !== start) facts.push({ ...last(), from: later(), start, end })
  if (chance.odds(0.15)) facts.push({ ...last(), from: later(), words: 1 })
  if (chance.odds(0.05)) facts.push({ ...last(), from: later(), status: 'cancelled' })
  return facts.filter((fact, index) => index === 0 || fact.from < (facts[index - 1] as Fact).start)
}
