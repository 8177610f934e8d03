import { generalSource, read, sourceFor, toPrinted } from '../../../src/read/index.ts'
import type { Printed } from '../../../src/read/printed.ts'
import { decode, type Source } from '../../../src/source/index.ts'
import { foreign } from '../dates/foreign.ts'
import { forms } from '../dates/forms.ts'
import { noDates } from '../dates/no-dates.ts'
import { reads } from '../dates/reads.ts'
import type { Label, LabelledPage } from './label.ts'
import { isTitled, matched } from './match.ts'

/** How many of how many were right. */
export type Share = { right: number; of: number }

/** What the reader made of one page: the measures, and a sentence for each fault. */
export type Measured = { shares: Record<Measure, Share>; faults: string[] }

/** What is measured on pages. `found` counts the labels met, `precision` the answers that are labelled, the rest the labels met that are right in it. */
export type Measure = keyof typeof tests | 'found' | 'precision' | 'undated' | 'outcome' | 'notEvents'

const tests = {
  title: isTitled,
  body: (label: Label, { body }: Printed['events'][number]) => body === label.body || label.bodyAlt?.includes(body) === true,
  kind: (label: Label, { kind }: Printed['events'][number]) => kind === label.kind,
  status: (label: Label, { status }: Printed['events'][number]) => status === label.status,
  days: (label: Label, { precision }: Printed['events'][number]) => precision === label.precision,
  hour: ({ startTime, start, end }: Label, answer: Printed['events'][number]) =>
    start !== end || startTime === (answer.startTime ?? null),
  venue: ({ venue }: Label, answer: Printed['events'][number]) =>
    venue === null || venue.split(', ').some((part) => answer.venue?.includes(part)),
  format: ({ format }: Label, answer: Printed['events'][number]) => format === null || format === answer.format,
}

/** Reads a labelled page as the command `read` does and measures the answer. */
export function measure(page: LabelledPage, sources: Source[]): Measured {
  const source = sourceFor(page.url, sources) ?? generalSource
  const answer = toPrinted(
    read(
      {
        url: page.url,
        finalUrl: page.url,
        body: decode(page.bytes),
        contentType: 'text/html',
        fetchedAt: `${page.captured}T00:00:00Z`,
      },
      source,
      page.captured,
    ),
  )
  const faults: string[] = []
  const required = page.events.filter(({ optional }) => !optional)
  const { found, extra } = matched(page.events, answer.events)
  const pairs = required.flatMap((label) =>
    found.has(label) ? [{ label, answer: found.get(label) as Printed['events'][number] }] : [],
  )
  for (const label of required) if (!found.has(label)) faults.push(`missed: ${label.start}/${label.end} ${label.title}`)
  for (const { start, end, title } of extra) faults.push(`not labelled: ${start}/${end} ${title}`)
  const share = (name: keyof typeof tests): Share => {
    const right = pairs.filter(({ label, answer: said }) => tests[name](label, said))
    for (const pair of pairs)
      if (!right.includes(pair)) faults.push(`${name} of ${pair.label.start} ${pair.label.title}: ${JSON.stringify(pair.answer)}`)
    return { right: right.length, of: pairs.length }
  }
  const traps = extra.filter(({ start, end }) =>
    page.notEventDates.some((trap) => same(trap.start, start) && same(trap.end, end)),
  )
  const undated = page.undated.filter((title) => answer.undated.some((said) => shareWords(said, title)))
  if (undated.length < page.undated.length) faults.push(`undated: ${JSON.stringify(answer.undated)}`)
  if (answer.outcome !== page.outcome) faults.push(`outcome: ${answer.outcome}`)
  const shares = {
    ...(Object.fromEntries(Object.keys(tests).map((name) => [name, share(name as keyof typeof tests)])) as Record<
      keyof typeof tests,
      Share
    >),
    found: { right: pairs.length, of: required.length },
    precision: { right: pairs.length, of: pairs.length + extra.length },
    undated: { right: undated.length, of: page.undated.length },
    outcome: { right: answer.outcome === page.outcome ? 1 : 0, of: 1 },
    notEvents: { right: page.notEventDates.length - traps.length, of: page.notEventDates.length },
  }
  return { shares, faults }
}

/** Printed dates that are read exactly: those of one language, or of all others. */
export function datesRead(isWanted: (language: string) => boolean): Share & { wrong: string[] } {
  const rows = Object.entries({ ...forms, ...foreign }).flatMap(([language, list]) =>
    isWanted(language) ? list.map(([text, expected, year]) => ({ text, expected, year, language })) : [],
  )
  if (isWanted('en'))
    rows.push(...noDates.map(([text, expected, year]) => ({ text, expected, year: year ?? 2026, language: 'en' })))
  const wrong = rows.filter(
    ({ text, expected, year, language }) => reads(text, year, language === 'en' ? undefined : language) !== expected,
  )
  return { right: rows.length - wrong.length, of: rows.length, wrong: wrong.map(({ text }) => text) }
}

/** The sum of one measure over pages. */
export function total(pages: Measured[], name: Measure): Share {
  return pages.reduce<Share>((sum, { shares }) => ({ right: sum.right + shares[name].right, of: sum.of + shares[name].of }), {
    right: 0,
    of: 0,
  })
}

/** Harmonic mean of the share of meetings found and the share of answers that are meetings. */
export function f1(pages: Measured[]): number {
  const [found, precision] = [rate(total(pages, 'found')), rate(total(pages, 'precision'))]
  return found + precision === 0 ? 0 : (2 * found * precision) / (found + precision)
}

/** A share between 0 and 1; of nothing it is 1. */
export function rate({ right, of }: Share): number {
  return of === 0 ? 1 : right / of
}

function same(trap: string, day: string): boolean {
  return trap.startsWith('XXXX') ? trap.slice(4) === day.slice(4) : trap === day
}

function shareWords(a: string, b: string): boolean {
  const words = new Set(a.toLowerCase().match(/\p{L}{4,}/gu))
  return (b.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) => words.has(word))
}
