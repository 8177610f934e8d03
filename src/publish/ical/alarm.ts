import { toOctets, unfolded } from './lines.ts'

/** What `alarm=` may be: minutes, hours, days or weeks before. */
export const alarmPattern = /^([1-9]\d{0,2})([mhdw])$/

/** A duration before the start (RFC 5545 section 3.3.6) from `30m`, `2h`, `1d`, `1w`; undefined for anything else. */
export function trigger(alarm: string): string | undefined {
  const [, amount, unit] = alarmPattern.exec(alarm) ?? []
  if (!amount || !unit) return undefined
  return unit === 'm' || unit === 'h' ? `-PT${amount}${unit.toUpperCase()}` : `-P${amount}${unit.toUpperCase()}`
}

/** A VEVENT with a reminder of its title at a {@link trigger} (RFC 5545 section 3.6.6) as its last part; a cancelled one gets none. */
export function withAlarm(vevent: string, before: string): string {
  const lines = unfolded(vevent)
  const out: string[] = []
  let first = 0
  for (const [i, line] of lines.entries()) {
    if (line !== 'END:VEVENT') continue
    const one = lines.slice(first, i)
    const summary = one.find((each) => each.startsWith('SUMMARY:'))?.slice('SUMMARY:'.length)
    const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${summary}`, `TRIGGER:${before}`, 'END:VALARM']
    out.push(...one, ...(one.includes('STATUS:CANCELLED') ? [] : alarm), line)
    first = i + 1
  }
  return toOctets(out)
}
