import { Type as Typebox } from 'typebox'
import { expect, test } from 'vitest'
import { complaints, fits } from '../../src/web/http/schema/check.ts'
import { Type } from '../../src/web/http/schema/type.ts'

function everyKind(type: typeof Type) {
  const meeting = type.Object(
    {
      title: type.String({ minLength: 1, maxLength: 20, pattern: '\\S', description: 'what it is called' }),
      kind: type.Optional(type.Enum(['session', 'briefing'], { description: 'what it is' })),
      session: type.Optional(type.Integer({ minimum: 1 })),
      share: type.Number(),
      open: type.Boolean({ default: true }),
      days: type.Array(type.String({ format: 'date' }), { maxItems: 3 }),
      note: type.Union([type.String(), type.Null()], { description: 'null where there is none' }),
      always: type.Literal('yes'),
      said: type.Record(type.String(), type.Unknown()),
      any: type.Optional(type.Any()),
    },
    { additionalProperties: false, title: 'Meeting' },
  )
  return [meeting, type.Partial(meeting, { title: 'MeetingPatch' }), type.Object({ all: type.Optional(meeting) }), type.Null()]
}

test('a schema is the one that typebox would make', () => {
  expect(JSON.stringify(everyKind(Type))).toBe(JSON.stringify(everyKind(Typebox as typeof Type)))
})

test('everything that is wrong is named, with where it stands', () => {
  const [meeting] = everyKind(Type)
  const wrong = {
    title: '',
    kind: 'party',
    share: '1',
    open: true,
    days: ['2026-02-30'],
    note: null,
    always: 'yes',
    said: {},
    extra: 1,
  }
  const found = complaints(meeting as never, wrong).map(({ keyword, instancePath }) => `${keyword} ${instancePath}`)
  expect(found.toSorted()).toEqual([
    'additionalProperties ',
    'enum /kind',
    'format /days/0',
    'minLength /title',
    'pattern /title',
    'type /share',
  ])
})

test('what is right has nothing that is wrong', () => {
  const [meeting] = everyKind(Type)
  const right = {
    title: 'Briefing',
    share: 0.5,
    open: false,
    days: ['2028-02-29'],
    note: 'at noon',
    always: 'yes',
    said: { a: 1 },
  }
  expect([fits(meeting as never, right), complaints(meeting as never, right)]).toEqual([true, []])
})
