import { findDates } from '../dates/find.ts'
import type { PrintedDate } from '../dates/printed.ts'
import type { Token } from '../dates/tokens/tokens.ts'
import { tokensOf } from '../dates/tokens/tokens.ts'
import { windowsOf } from '../dates/tokens/windows.ts'
import { once } from '../once.ts'
import type { PrintedTime } from './printed.ts'
import { sittingAt } from './sitting.ts'
import { zoneAfter } from './zones/beside.ts'

/** A sitting with the tokens it is made of. */
type Placed = PrintedTime & { from: number; to: number }

/** Every sitting of the text in order; dates are left out, those given or else those found here. Never throws, linear in the text. */
export function findTimes(text: string, options: { dates?: PrintedDate[]; language?: string } = {}): PrintedTime[] {
  const { dates = findDates(text, options) } = options
  const spans = dates.flatMap(outsideHoles)
  if (!mayTell(text, spans)) return []
  const times: PrintedTime[] = []
  let passed = 0
  let free = 0
  for (const { start, end, from, to } of windowsOf(text)) {
    while ((spans[passed]?.end ?? Number.POSITIVE_INFINITY) < start) passed += 1
    const near: Span[] = []
    for (let i = passed; (spans[i]?.index ?? Number.POSITIVE_INFINITY) < end; i += 1) {
      const span = spans[i] as Span
      near.push({ index: span.index - start, end: span.end - start })
    }
    for (const time of inWindow(text.slice(start, end), near)) {
      const index = time.index + start
      if (index < from || index >= to || index < free) continue
      times.push({ ...time, index })
      free = index + time.length
    }
  }
  return times
}

/** The sittings of a text whose dates nobody knows yet, found once however often they are asked for. */
export const timesIn = once((text) => findTimes(text))

/** Whether a text may tell a time beside its dates: most lines have no other number. */
function mayTell(text: string, spans: Span[]): boolean {
  let span = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 127) return true
    if (code < 48 || code > 57) continue
    while ((spans[span]?.end ?? Number.POSITIVE_INFINITY) <= i) span += 1
    if (i < (spans[span]?.index ?? Number.POSITIVE_INFINITY)) return true
  }
  return /noon|midday|midnight/i.test(text)
}

function inWindow(text: string, spans: Span[]): PrintedTime[] {
  const tokens = tokensOf(text)
  const times: Placed[] = []
  let span = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const { index, end } = tokens[i] as Token
    while ((spans[span]?.end ?? Number.POSITIVE_INFINITY) <= index) span += 1
    const limit = spans[span]?.index ?? Number.POSITIVE_INFINITY
    if (end > limit) continue
    const sitting = sittingAt(tokens, i, limit, spans[span - 1]?.end === lastEnd(tokens, i))
    if (!sitting) continue
    const zone = zoneAfter(tokens, sitting.after, text)
    const length = (tokens[sitting.after - 1] as Token).end - index
    const time: Placed = { index, length, start: sitting.start, from: i, to: zone?.end ?? sitting.after }
    times.push({ ...time, ...(sitting.end ? { end: sitting.end } : {}), ...(zone ? { zone: zone.zone } : {}) })
    i = time.to - 1
  }
  for (let i = times.length - 2; i >= 0; i -= 1) {
    const [time, next] = [times[i], times[i + 1]]
    // "10–13 and 15–18 CET": the zone printed once at the end rules both.
    if (time && next?.zone && !time.zone && joined(tokens, time.to, next.from)) time.zone = next.zone
  }
  return times.map(({ from: _from, to: _to, ...time }) => time)
}

type Span = { index: number; end: number }

function outsideHoles({ index, length, holes }: PrintedDate): Span[] {
  const spans: Span[] = []
  let from = index
  for (const hole of holes) {
    spans.push({ index: from, end: hole.index })
    from = hole.index + hole.length
  }
  return [...spans, { index: from, end: index + length }]
}

/** Where the text before a token ends, a comma or bracket left out: a date there makes `10.30` a time. */
function lastEnd(tokens: Token[], i: number): number {
  const before = tokens[i - 1]
  return before && /^[,(@·|–-]$/.test(before.text) ? (tokens[i - 2]?.end ?? 0) : (before?.end ?? 0)
}

function joined(tokens: Token[], from: number, to: number): boolean {
  if (to - from > 5) return false
  for (let i = from; i < to; i += 1) {
    const token = tokens[i]
    if (!token || !(token.sense.and || token.sense.lead || /^(?:,|&|and|from|again)$/.test(token.text))) return false
  }
  return true
}
