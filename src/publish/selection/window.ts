import type { Event } from '../../event/index.ts'
import { daysBefore, monthsAfter } from '../instants.ts'
import { shownStatus, shownWhen } from '../shown.ts'
import type { Selection } from './selection.ts'

/** The part of a {@link Selection} that says how far back and ahead. */
export type Window = Pick<Selection, 'from' | 'to' | 'pastDays' | 'aheadMonths' | 'imprecise'>

/** Days for which a cancelled or withdrawn event stays after its date, and a merged one after its merge. */
const cancelledDays = 30
const mergedDays = 14

/**
 * Whether an event stands in a feed at an instant (ISO 8601, UTC). Clients delete what a feed lacks, so what ends is first shown as cancelled:
 * cancelled and withdrawn events until 30 days after their date, merged ones for 14 days after the merge. Meetings known by their month
 * stand in it only where asked for, and events without any date never.
 */
export function inFeed(event: Event, window: Window, now: string): boolean {
  return standing(window, now)(event)
}

/** {@link inFeed} for many events at one instant. */
export function standing(window: Window, now: string): (event: Event) => boolean {
  const first = window.from ?? (window.to ? '' : daysBefore(now, window.pastDays))
  const last = window.to ?? (window.from ? '9999' : monthsAfter(now, window.aheadMonths))
  const firstCancelled = daysBefore(now, cancelledDays)
  const firstMerged = daysBefore(now, mergedDays)
  return function stands(event) {
    const when = shownWhen(event)
    if (!when || (when.precision === 'month' && !window.imprecise)) return false
    if (event.state === 'merged' && mergedAt(event).slice(0, 10) < firstMerged) return false
    if (shownStatus(event) === 'cancelled' && when.end < firstCancelled) return false
    return when.end >= first && when.start <= last
  }
}

function mergedAt(event: Event): string {
  return event.said.state?.at ?? event.modifiedAt
}
