import type { When } from '../../event/index.ts'
import type { Imported } from './handed.ts'

/** Leaves out what cannot be entered: a meeting of more than a year, with a sentence; hours that contradict each other, with a doubt. */
export function sane(found: Imported[], issues: string[]): Imported[] {
  return found.flatMap((one) => {
    const { when, title } = one.listing
    if (!when) return [one]
    const days = (Date.parse(when.end) - Date.parse(when.start)) / 86_400_000
    if (days > 366) {
      issues.push(`"${title.slice(0, 80)}" was left: from ${when.start} to ${when.end} is longer than a year`)
      return []
    }
    const why = wrongHours(when)
    if (!why) return [one]
    const { endTime: _, ...rest } = when
    return [{ ...one, doubts: [...one.doubts, why], listing: { ...one.listing, when: rest } }]
  })
}

function wrongHours({ start, end, startTime, endTime }: When): string | undefined {
  if (endTime === undefined) return undefined
  if (startTime === undefined) return 'it says when it ends and not when it starts; the hour was left out'
  return start === end && endTime <= startTime
    ? `it ends at ${endTime}, before it starts at ${startTime}; its end was left out`
    : undefined
}
