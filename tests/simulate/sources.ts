import { type Body, type Listing, slug } from '../../src/event/index.ts'
import type { Trust } from '../../src/source/define.ts'
import type { Chance } from './chance.ts'
import { factOn, plus, type Truth } from './truth.ts'
import { titleOf } from './words.ts'

/** A source as it behaves: what it prints, how, how late, and how often it errs. */
export type Printer = {
  id: string
  trust: Trust
  bodies: Body[] | 'all'
  style: 'full' | 'short'
  keys: 'identity' | 'id'
  /** Days after which it prints what became true. */
  lag: number
  /** Days for which it prints what is past. */
  keeps: number
  /** Share of runs that show an error. */
  errs: number
}

/** Five sources: two pages of the bodies, a structured one, another UN page, a page of friends. */
export const printers: Printer[] = [
  {
    id: 'commissions',
    trust: 'body',
    bodies: ['CND', 'CCPCJ', 'CONGRESS'],
    style: 'full',
    keys: 'identity',
    lag: 0,
    keeps: 20,
    errs: 0.06,
  },
  {
    id: 'treaties',
    trust: 'body',
    bodies: ['COSP', 'UNTOC', 'CYBERCRIME'],
    style: 'full',
    keys: 'identity',
    lag: 1,
    keeps: 300,
    errs: 0.06,
  },
  {
    id: 'indico',
    trust: 'structured',
    bodies: ['COSP', 'UNTOC', 'CND', 'CCPCJ', 'CYBERCRIME'],
    style: 'short',
    keys: 'id',
    lag: 2,
    keeps: 28,
    errs: 0.02,
  },
  { id: 'unov', trust: 'un', bodies: 'all', style: 'full', keys: 'identity', lag: 4, keeps: 5, errs: 0.06 },
  {
    id: 'friends',
    trust: 'other',
    bodies: ['CND', 'COSP', 'HRC', 'HLPF', 'SMALL-ARMS'],
    style: 'short',
    keys: 'id',
    lag: 9,
    keeps: 1000,
    errs: 0.1,
  },
]

/** The errors of reality, by name. */
const errors = ['renumbered', 'wrong-year', 'left-out', 'cut', 'emptied', 'undated', 'rebuilt', 'reworded'] as const

/** What a run of a source finds; `error` names what is wrong with it, `rebuilt` counts how often the site was made anew. */
export type Print = { found: Listing[]; error?: (typeof errors)[number] }

/** One run: the truth as the source knows it, with at most one error. */
export function print(printer: Printer, truths: Truth[], day: string, chance: Chance, rebuilt: Map<string, number>): Print {
  const error = chance.odds(printer.errs) ? chance.pick(errors) : undefined
  if (error === 'rebuilt' && chance.odds(0.2)) rebuilt.set(printer.id, (rebuilt.get(printer.id) ?? 0) + 1)
  const listings = truths.flatMap((truth) => listingOf(printer, truth, day, rebuilt.get(printer.id) ?? 0) ?? [])
  if (!error || !listings.length) return { found: shuffled(listings, chance) }
  if (error === 'emptied') return { found: [], error }
  if (error === 'cut') return { found: listings.slice(0, Math.floor(listings.length * 0.4)), error }
  const at = chance.between(0, listings.length - 1)
  const found = listings.flatMap((listing, index) => (index === at ? spoilt(listing, error, printer) : [listing]))
  return { found: shuffled(found, chance), error }
}

function listingOf(printer: Printer, truth: Truth, day: string, site: number): Listing | undefined {
  const { meeting } = truth
  if (printer.bodies !== 'all' && !printer.bodies.includes(meeting.body)) return undefined
  const fact = factOn(truth, plus(day, -printer.lag))
  if (!fact || plus(fact.end, printer.keeps) < day) return undefined
  if (truth.untold && truth.untold.from <= day && day < truth.untold.to) return undefined
  const { name: _, start: __, end: ___, city, ...identity } = meeting
  const title = titleOf(meeting, printer.style, fact.words)
  const number = Number(truth.id.slice(1))
  return {
    ...identity,
    key: printer.keys === 'id' ? `url:https://${printer.id}.example/${site}/event/${number * 7 + site * 1000}` : '',
    title,
    when: { precision: 'day', start: fact.start, end: fact.end, timezone: 'Europe/Vienna' },
    status: fact.status,
    place: { venue: city, city },
    links: [],
    deadlines: [],
    provenance: { text: truth.id, url: `https://${printer.id}.example/list` },
    ...(printer.keys === 'identity' && { key: keyOf({ ...identity, title }) }),
  }
}

/** A key as the reader makes it: identity where it tells one meeting, else the words of the title. */
function keyOf({
  body,
  kind,
  session,
  group,
  part,
  title,
}: Pick<Listing, 'body' | 'kind' | 'session' | 'group' | 'part' | 'title'>): string {
  if (session === undefined) return `title:${body}:${slug(title)}`
  return ['identity', body, kind, session, group, part].filter((piece) => piece !== undefined).join(':')
}

function spoilt(listing: Listing, error: (typeof errors)[number], printer: Printer): Listing[] {
  const { when, ...undated } = listing
  const keyed = (one: Listing) => [printer.keys === 'identity' ? { ...one, key: keyOf(one) } : one]
  if (error === 'left-out') return []
  if (error === 'undated') return [undated]
  if (error === 'reworded') return keyed({ ...listing, title: `${listing.title} (provisional)` })
  if (error === 'wrong-year' && when) return [{ ...listing, when: yearsOff(when, Number(when.start.slice(8)) % 2 ? 1 : -1) }]
  if (error === 'renumbered' && listing.session !== undefined) {
    const wrong = { ...listing, session: listing.session + 1 }
    return keyed({ ...wrong, title: titleOf({ ...wrong, start: '', end: '', city: '' }, printer.style, 0) })
  }
  return [listing]
}

function yearsOff(when: NonNullable<Listing['when']>, years: number) {
  const off = (date: string) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
  return { ...when, start: off(when.start), end: off(when.end) }
}

function shuffled<T>(list: T[], chance: Chance): T[] {
  return list
    .map((item) => ({ item, order: chance.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}
