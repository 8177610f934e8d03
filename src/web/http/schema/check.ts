import { createRequire } from 'node:module'
import type { Ajv, ErrorObject, ValidateFunction } from 'ajv'
import type { TSchema } from './type.ts'

/** What a value is not that its schema asks for: the keyword, the JSON pointer (RFC 6901) to what is wrong, and what was asked. */
export type Complaint = ErrorObject

let ajv: Ajv | undefined

/** Everything that is wrong with a value; nothing when it is as its schema says. */
export function complaints(schema: TSchema, value: unknown): Complaint[] {
  const check = compiled(schema)
  return check(value) ? [] : (check.errors ?? [])
}

/** Whether a value is as its schema says. */
export function fits(schema: TSchema, value: unknown): boolean {
  return compiled(schema)(value)
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isCalendarDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

// Loaded at the first check, as most who ask say nothing that is to be checked.
function compiled(schema: TSchema): ValidateFunction {
  ajv ??= new (createRequire(import.meta.url)('ajv') as typeof import('ajv')).Ajv({
    allErrors: true,
    strict: false,
    formats: { binary: true, date: isCalendarDay, 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) },
  })
  return ajv.compile(schema)
}
