import type { Sheet } from '../../layout/sheet.ts'
import { findTimes, type PrintedTime } from '../../times/index.ts'

const named =
  /^\W{0,3}(?:(?:the )?(?:morning|afternoon|evening|first|second|third|opening|closing)\b|(?:session|sitting|part|meeting)\s+\S{1,4}\b)[^\d]{0,30}\d/i
/** `9 a.m. - 11 a.m.: 1st meeting` */
const counted =
  /^\W{0,3}\d[^\p{L}]{0,5}(?:(?:[ap]\.?m\.?|noon|to|h)[^\p{L}]{0,12}){0,3}(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|morning|afternoon|opening|closing)\s(?:plenary |formal )?(?:meeting|session|sitting)\b/iu
const mostBelow = 6

/** Sittings with lines of their own below the day, such as `Morning session 10:00 – 12:00: https://…`, in the zone of the hour printed with the day. */
export function sittingsBelow({ text: { blocks }, dates }: Sheet, block: number, printed: PrintedTime[]): PrintedTime[] {
  if (printed.some(({ end }) => end !== undefined)) return []
  const found: PrintedTime[] = []
  for (let i = block + 1; i <= block + mostBelow; i++) {
    const below = blocks[i]
    if (!below || below.role === 'heading' || (dates[i]?.length ?? 0) > 0) break
    if (named.test(below.text) || counted.test(below.text))
      found.push(...findTimes(below.text).filter(({ end }) => end !== undefined))
  }
  const [first] = found
  const same = printed.find(({ start }) => start === first?.start)
  if (!first || (printed.length > 0 && !same)) return []
  return found.map((time) => ({ ...(same?.zone ? { zone: same.zone } : {}), ...time }))
}
