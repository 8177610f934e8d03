import { datesRead, f1, type Measure, type Measured, rate, type Share, total } from './measure.ts'

/** A share that is measured, how it was counted, and the least that it must be. */
export type Figure = { what: string; value: number; counted: string; atLeast: number }

const limits: [Measure, string, number][] = [
  ['found', 'meetings found', 0.97],
  ['precision', 'answers that are meetings', 0.97],
  ['notEvents', 'printed days of no meeting left out', 1],
  ['title', 'titles with the words they must have', 0.95],
  ['body', 'body', 0.97],
  ['kind', 'kind', 0.93],
  ['status', 'status', 0.97],
  ['days', 'precision: days, week or month', 0.97],
  ['hour', 'first hour of one-day meetings', 0.93],
  ['venue', 'venue', 0.9],
  ['format', 'format', 0.9],
  ['undated', 'undated meetings named', 0.9],
  ['outcome', 'outcome', 0.97],
]

/** All figures of the reader, over the measured pages and over the printed dates. */
export function figuresOf(pages: Measured[]): Figure[] {
  const english = datesRead((language) => language === 'en')
  const others = datesRead((language) => language !== 'en')
  return [
    { what: 'F1 of meetings', value: f1(pages), counted: `${pages.length} pages`, atLeast: 0.98 },
    ...limits.map(([name, what, atLeast]) => figure(what, total(pages, name), atLeast)),
    figure('dates exact, English', english, 0.99),
    figure('dates exact, other languages', others, 0.9),
  ]
}

function figure(what: string, share: Share, atLeast: number): Figure {
  return { what, value: rate(share), counted: `${share.right} of ${share.of}`, atLeast }
}
