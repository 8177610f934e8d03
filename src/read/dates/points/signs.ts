import type { Point } from './point.ts'
import type { Reader } from './reader.ts'
import { at } from './reader.ts'

/** A date in Chinese, Japanese or Korean signs: `2016年6月6日`, `5月14日`, `2026年5月`; a day alone (`18日`) is read as any other. */
export function hanPoint(reader: Reader, i: number): Point | undefined {
  if (!/^[年년月월]$/.test(at(reader, i + 1).text)) return undefined
  let j = i
  let year: number | undefined
  if (/^[年년]$/.test(at(reader, j + 1).text)) {
    const printed = at(reader, j)
    if (printed.text.length !== 4 || printed.value < 1900 || printed.value > 2100) return undefined
    year = printed.value
    j += 2
  }
  const month = at(reader, j)
  if (month.kind !== 'number' || month.value < 1 || month.value > 12 || !/^[月월]$/.test(at(reader, j + 1).text)) return undefined
  j += 2
  const printed = year === undefined ? {} : { year }
  const day = at(reader, j)
  const sign = at(reader, j + 1)
  if (day.kind !== 'number' || day.value < 1 || day.value > 31) {
    return { month: month.value, ...printed, order: 'month-only', start: i, end: j }
  }
  const end = /^[日號号일]$/.test(sign.text) ? j + 2 : j + 1
  return { day: day.value, month: month.value, ...printed, order: 'month-first', start: i, end }
}
