import { readdirSync, readFileSync } from 'node:fs'
import type { PrintedEvent } from '../../../src/read/printed.ts'
import type { Outcome } from '../../../src/read/reading.ts'

/** A meeting as a careful person reads it on a page; `optional` ones are neither rewarded nor punished. */
export type Label = {
  title: string
  /** Words that a good title has; alternatives with `|`. */
  titleMustContain: string[]
  start: string
  end: string
  startTime: string | null
  precision: PrintedEvent['precision']
  status: PrintedEvent['status']
  venue: string | null
  format: string | null
  body: string
  /** Bodies that are as right, where the page does not tell. */
  bodyAlt?: string[]
  kind: string
  /** Lone days of one meeting. */
  days?: string[]
  optional?: boolean
  /** An optional one, such as the old days of a postponed meeting, that may be given with these statuses only. */
  onlyIfStatus?: PrintedEvent['status'][]
}

/** A saved page with what a careful person reads on it. */
export type LabelledPage = {
  name: string
  url: string
  captured: string
  outcome: Outcome
  /** What the page is a case of. */
  layout: string
  events: Label[]
  /** Words of the titles of meetings whose date the page does not tell. */
  undated: string[]
  /** Days that are printed and are no meeting's; a year of `XXXX` is any. */
  notEventDates: { text: string; start: string; end: string }[]
  bytes: Buffer
}

const folder = new URL('../pages/', import.meta.url)

/** The labelled pages of `tests/read/pages`, in the order of their names. */
export function labelledPages(): LabelledPage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      ...(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Omit<LabelledPage, 'bytes'>),
      bytes: readFileSync(new URL(name.replace(/json$/, 'html'), folder)),
    }))
}
