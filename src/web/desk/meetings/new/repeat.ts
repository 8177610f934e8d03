/** The ways in which a meeting is repeated, as a person would say them. */
export const repeats = {
  week: 'every week',
  'two-weeks': 'every two weeks',
  'month-weekday': 'every month, on the same weekday (as in “second Tuesday”)',
  'month-last': 'every month, on the last such weekday',
  'month-day': 'every month, on the same day of the month',
  quarter: 'every three months, on the same weekday',
  year: 'every year, on the same day',
} as const

/** One of {@link repeats}. */
export type Repeat = keyof typeof repeats

/** The rule of RFC 5545 (section 3.3.10) for a meeting first held on `start` and repeated until `until`, both `YYYY-MM-DD`. */
export function ruleOf(repeat: Repeat, start: string, until: string): string {
  const date = new Date(`${start}T00:00:00Z`)
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][date.getUTCDay()] ?? 'MO'
  const turn = Math.ceil(date.getUTCDate() / 7)
  // There is no fifth Tuesday in most months: whoever begins on one means the last.
  const same = `BYDAY=${turn === 5 ? -1 : turn}${weekday}`
  const rules: Record<Repeat, string> = {
    week: 'FREQ=WEEKLY',
    'two-weeks': 'FREQ=WEEKLY;INTERVAL=2',
    'month-weekday': `FREQ=MONTHLY;${same}`,
    'month-last': `FREQ=MONTHLY;BYDAY=-1${weekday}`,
    'month-day': 'FREQ=MONTHLY',
    quarter: `FREQ=MONTHLY;INTERVAL=3;${same}`,
    year: 'FREQ=YEARLY',
  }
  return `${rules[repeat]};UNTIL=${until.replaceAll('-', '')}`
}
