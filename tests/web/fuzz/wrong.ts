import { Value } from 'typebox/value'
import type { Schema } from './description.ts'

/** Numbers from 0 up to 1. */
export type Chance = () => number

/** One of several, by chance. */
export function pickBy(chance: Chance): <T>(list: readonly T[]) => T {
  return <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Words that nobody types, and that somebody sends. */
export const texts = [
  '',
  ' ',
  'x',
  '0',
  '-1',
  'null',
  'true',
  'x'.repeat(5000),
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '../../../../etc/passwd',
  '=HYPERLINK("http://evil.example")',
  '2027-02-30',
  '9999-12-31',
  '0000-00-00',
  '24:01',
  '25:00',
  'Mars/Olympus',
  'javascript:alert(1)',
  'http://127.0.0.1/',
  'https://[::1',
  'RRULE:FREQ=SECONDLY',
  'FREQ=SECONDLY',
  'FREQ=DAILY;COUNT=999999999',
  'FREQ=YEARLY;BYMONTH=13',
  '__proto__',
  'constructor',
  '%s%n',
  '\r\nSet-Cookie: a=b',
  '𝕏'.repeat(200),
]
const values = [
  null,
  true,
  0,
  -1,
  1.5,
  1e15,
  -1e15,
  Number.MAX_SAFE_INTEGER + 1,
  [],
  {},
  [[]],
  [null],
  { a: { b: {} } },
  ...texts,
]

/** Any value, often one that is almost right for a schema. */
export function anyFor(schema: Schema, chance: Chance): unknown {
  const pick = pickBy(chance)
  if (chance() < 0.5) return pick(values)
  const { enum: choices, minimum, maximum, maxLength, maxItems } = schema
  if (choices && chance() < 0.7) return `${pick(choices)}${pick(['', ' ', 'x'])}`
  if (typeof maximum === 'number' && chance() < 0.7)
    return pick([maximum, maximum + 1, Number(minimum) - 1, minimum, maximum + 0.5])
  if (typeof maxLength === 'number' && chance() < 0.5) return 'y'.repeat(pick([maxLength, maxLength + 1]))
  if (schema.items && typeof maxItems === 'number' && chance() < 0.3)
    return Array.from({ length: maxItems + 1 }, () => right(schema.items ?? {}, chance))
  if (schema.items) return [right(schema.items, chance), anyFor(schema.items, chance)]
  if (schema.properties) return mutated(schema, right(schema, chance) as Record<string, unknown>, chance).body
  if (schema.anyOf) return anyFor(pick(schema.anyOf), chance)
  return pick(texts)
}

/** A value that fits a schema, as far as its words tell. */
export function right(schema: Schema, chance: Chance): unknown {
  const pick = pickBy(chance)
  if (schema.enum) return pick(schema.enum)
  if (schema.anyOf) return right(pick(schema.anyOf), chance)
  if (Array.isArray(schema.examples) && schema.examples.length) return pick(schema.examples)
  if (schema.properties) {
    const names = Object.keys(schema.properties).filter((name) => schema.required?.includes(name) || chance() < 0.5)
    return Object.fromEntries(names.map((name) => [name, right(schema.properties?.[name] ?? {}, chance)]))
  }
  if (schema.items) return [right(schema.items, chance)]
  if (schema.type === 'integer') return schema.minimum ?? 1
  if (schema.type === 'boolean') return chance() < 0.5
  if (schema.type === 'null') return null
  const fitting = ['a', 'word', '1', 'https://un.example/', '2027-02-09', '2027-02-09T10:00:00Z', '15:00'].filter((text) =>
    Value.Check(schema as never, text),
  )
  return fitting.length ? pick(fitting) : 'a'
}

/** A body with one field made wrong, or not; `field` is what a refusal must name, absent when the schema finds nothing wrong. */
export function mutated(
  schema: Schema,
  body: Record<string, unknown>,
  chance: Chance,
): { body: unknown; field?: string | undefined } {
  const names = Object.keys(schema.properties ?? {}).filter((name) => !schema.properties?.[name]?.readOnly)
  const name = names[Math.floor(chance() * names.length)]
  const way = chance()
  if (way < 0.08) return { body: { ...body, colour: 'red' }, field: 'colour' }
  if (way < 0.16 && schema.required?.length) {
    const missing = schema.required[Math.floor(chance() * schema.required.length)] as string
    const { [missing]: _, ...rest } = body
    return { body: rest, field: missing }
  }
  if (name === undefined) return { body }
  const value = anyFor(schema.properties?.[name] ?? {}, chance)
  const isWrong = !Value.Check((schema.properties?.[name] ?? {}) as never, value)
  return { body: { ...body, [name]: value }, field: isWrong ? name : undefined }
}
