import type { TSchema, Type as Typebox } from 'typebox'

// The types are typebox's; what its builders make is plain JSON Schema, made here in a few lines: its modules take longer to load than all of ours.
type Builders = Pick<
  typeof Typebox,
  | 'Any'
  | 'Array'
  | 'Boolean'
  | 'Enum'
  | 'Integer'
  | 'Literal'
  | 'Null'
  | 'Number'
  | 'Object'
  | 'Optional'
  | 'Partial'
  | 'Record'
  | 'String'
  | 'Union'
  | 'Unknown'
>
type Options = Record<string, unknown>
type Properties = Record<string, object>

const optional = new WeakSet<object>()
const typed = (type: string) => (options?: Options) => ({ type, ...options })

function objectOf(properties: Properties, options?: Options) {
  const required = Object.keys(properties).filter((name) => !optional.has(properties[name] as object))
  return { type: 'object', ...(required.length && { required }), properties, ...options }
}

function optionalOf(schema: object): object {
  const copy = { ...schema }
  optional.add(copy)
  return copy
}

function partialOf({ properties }: { properties: Properties }, options?: Options) {
  const optionals = Object.entries(properties).map(([name, schema]) => [name, optionalOf(schema)])
  return objectOf(Object.fromEntries(optionals), options)
}

/** Builds JSON Schema (2020-12) that TypeScript reads as types with {@link Static}: the builders of typebox that are needed here. */
export const Type = {
  Any: (options?: Options) => ({ ...options }),
  Array: (items: TSchema, options?: Options) => ({ type: 'array', items, ...options }),
  Boolean: typed('boolean'),
  Enum: (values: unknown[], options?: Options) => ({ enum: values, ...options }),
  Integer: typed('integer'),
  Literal: (value: unknown, options?: Options) => ({ type: typeof value, const: value, ...options }),
  Null: typed('null'),
  Number: typed('number'),
  Object: objectOf,
  Optional: optionalOf,
  Partial: partialOf,
  Record: (_: TSchema, value: TSchema, options?: Options) => ({
    type: 'object',
    patternProperties: { '^.*$': value },
    ...options,
  }),
  String: typed('string'),
  Union: (anyOf: TSchema[], options?: Options) => ({ anyOf, ...options }),
  Unknown: (options?: Options) => ({ ...options }),
} as unknown as Builders

export type { Static, TObject, TSchema } from 'typebox'
