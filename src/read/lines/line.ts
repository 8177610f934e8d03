import type { Block } from '../../source/index.ts'
import type { PrintedDate } from '../dates/index.ts'
import { type Phrase, phrases } from '../identity/phrases.ts'
import type { Sheet } from '../layout/sheet.ts'
import { findTimes, type PrintedTime } from '../times/index.ts'
import { masked } from './masked.ts'
import { isProse } from './prose.ts'
import { saysSomething } from './says.ts'
import type { Sense } from './senses/senses.ts'
import type { View } from './view.ts'

/** What one block says, taken apart once, with what was read of each of its dates so far. */
export type Line = {
  times: PrintedTime[]
  phrases: Phrase[]
  /** A sentence, a line with words of its own, or nothing but dates, times and places. */
  style: 'prose' | 'line' | 'bare'
  seen: { view: View; sense: Sense }[]
}

/** Lines of the same words share their dates: they are taken apart once. */
const apartBefore = new WeakMap<PrintedDate[], Line>()

/** A block's line, for blocks without dates too. */
export function lineOf(sheet: Sheet, index: number): Line {
  const { text } = sheet.text.blocks[index] as Block
  const dates = sheet.dates[index] ?? []
  const known = apartBefore.get(dates)
  if (known) return known
  const line = takenApart(text, dates)
  if (dates.length > 0) apartBefore.set(dates, line)
  return line
}

function takenApart(text: string, dates: PrintedDate[]): Line {
  if (isOnlyDate(text, dates)) return { times: [], phrases: [], style: 'bare', seen: [] }
  const times = findTimes(text, { dates })
  const isBare = !saysSomething(masked(text, dates, times))
  return {
    times,
    phrases: phrases(text, [...dates, ...times, ...addressesIn(text)]),
    style: isBare ? 'bare' : isProse(text) ? 'prose' : 'line',
    seen: [],
  }
}

/** Most dated cells and many lines are a date and no more. */
function isOnlyDate(text: string, [date]: PrintedDate[]): boolean {
  return date !== undefined && date.length === text.length && date.holes.length === 0
}

/** Where addresses of the web stand in a text: they are no words. */
function addressesIn(text: string): { index: number; length: number }[] {
  if (!text.includes('://') && !text.includes('www.')) return []
  return [...text.matchAll(/(?:https?:\/\/|www\.)\S+/g)].map((match) => ({ index: match.index, length: match[0].length }))
}
