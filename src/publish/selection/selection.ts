import type { Body, Format, Kind } from '../../event/index.ts'

/** Which events a reader asks for, and how; what is absent is not asked for. */
export type Selection = {
  bodies?: Body[]
  kinds?: Kind[]
  /** Words of venue, city or country. */
  place?: string
  format?: Format
  /** Words that all stand in the title, description or body's name. */
  q?: string
  /** First and last day, `YYYY-MM-DD`; they take the place of `pastDays` and `aheadMonths`. */
  from?: string
  to?: string
  pastDays: number
  aheadMonths: number
  cancelled: 'mark' | 'hide'
  tentative: 'include' | 'hide'
  /** Reminder before the start: `30m`, `2h`, `1d`, `1w`. */
  alarm?: string
  /** Deadlines as events of their own. */
  deadlines: boolean
  /** Also meetings of which only the month is known. */
  imprecise: boolean
  /** Uids of events that are in whatever bodies, kinds and words ask for; with none of those asked for, they are all that is. */
  uids?: string[]
  /** What is left out of the rest: a saved selection may say so. */
  exclude?: { bodies?: Body[]; kinds?: Kind[]; q?: string; uids?: string[] }
  /** The selection that this one takes away from: what it leaves out is not in this one either. */
  within?: Selection
}

/** What a feed holds when nothing is asked: everything, 90 days back to 18 months ahead. */
export const everything: Selection = {
  pastDays: 90,
  aheadMonths: 18,
  cancelled: 'mark',
  tentative: 'include',
  deadlines: false,
  imprecise: false,
}

/** The bodies of which alone an event of a selection can be; undefined when it can be of any. */
export function onlyBodies({ bodies, uids, within }: Selection): Body[] | undefined {
  return uids ? undefined : (bodies ?? (within && onlyBodies(within)))
}

/**
 * The query of a selection's address: names and lists sorted, defaults left out, so that one selection has one address. Empty for
 * {@link everything}; without `?`.
 */
export function canonicalQuery(selection: Selection): string {
  const { exclude } = selection
  const parameters: Record<string, string | undefined> = {
    ahead: selection.aheadMonths === everything.aheadMonths ? undefined : String(selection.aheadMonths),
    alarm: selection.alarm,
    body: listed(selection.bodies),
    cancelled: selection.cancelled === 'hide' ? 'hide' : undefined,
    deadlines: selection.deadlines ? 'true' : undefined,
    exclude: listed(exclude?.uids),
    'exclude-body': listed(exclude?.bodies),
    'exclude-kind': listed(exclude?.kinds),
    'exclude-q': tidied(exclude?.q),
    format: selection.format,
    from: selection.from,
    imprecise: selection.imprecise ? 'true' : undefined,
    kind: listed(selection.kinds),
    past: selection.pastDays === everything.pastDays ? undefined : String(selection.pastDays),
    place: tidied(selection.place),
    q: tidied(selection.q),
    tentative: selection.tentative === 'hide' ? 'hide' : undefined,
    to: selection.to,
  }
  return Object.entries(parameters)
    .flatMap(([name, value]) => (value ? `${name}=${encodeURIComponent(value.toWellFormed()).replaceAll('%2C', ',')}` : []))
    .join('&')
}

function listed(items: string[] | undefined): string | undefined {
  return items && [...new Set(items.map((item) => item.toLowerCase()))].sort().join(',')
}

function tidied(words: string | undefined): string | undefined {
  return words?.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
