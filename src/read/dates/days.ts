/** A day as the count of days since 1 January 1970, in the Gregorian calendar of all times (ISO 8601); NaN where a part is none. */
export function countOf(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return from * 365 + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + inYear - 719_468
}

/** The count of a day `YYYY-MM-DD`, or of a moment of it; NaN for what is none. */
export function countIn(iso: string): number {
  const month = Number(iso.slice(5, 7))
  const day = Number(iso.slice(8, 10))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? countOf(Number(iso.slice(0, 4)), month, day) : Number.NaN
}

/** A counted day as `YYYY-MM-DD`. */
export function isoDay(count: number): string {
  const days = count + 719_468
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const years = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = years + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** ISO weekday of a counted day, 1 to 7 from Monday. */
export function weekdayOf(count: number): number {
  return ((((count + 3) % 7) + 7) % 7) + 1
}

/** Days between two days `YYYY-MM-DD`, without sign; NaN where one is none. */
export function apart(a: string, b: string): number {
  return Math.abs(countIn(a) - countIn(b))
}
