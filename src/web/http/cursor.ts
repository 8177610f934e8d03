import type { Position } from '../../store/events/events.ts'

/** A place in the order of events, as a word for an address. */
export function writePosition({ start, uid }: Position): string {
  return Buffer.from(JSON.stringify([start, uid])).toString('base64url')
}

/** The place that such a word names; undefined for any other word. */
export function readPosition(cursor: string): Position | undefined {
  const text = Buffer.from(cursor, 'base64url').toString()
  const [, day, uid] = /^\[(null|"\d{4}-\d\d-\d\d"),"([^"\\]*)"\]$/.exec(text) ?? []
  if (day === undefined || uid === undefined) return undefined
  return { start: day === 'null' ? null : day.slice(1, -1), uid }
}
