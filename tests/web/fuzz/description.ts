/** A JSON schema as our descriptions use it. */
export type Schema = {
  type?: string
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: unknown
  readOnly?: boolean
  [keyword: string]: unknown
}

/** One operation of a description, without references. */
export type Operation = {
  id: string
  method: string
  path: string
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }[]
  bodies: { type: string; schema: Schema; examples: unknown[] }[]
  isBodyNeeded: boolean
  responses: Record<string, Record<string, Schema>>
  /** The examples of its answers, by status and media type. */
  answers: Record<string, Record<string, unknown>>
  isGuarded: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: a document of another's making is read here.
type Any = any

/** The operations of an OpenAPI document. */
export function operationsOf(document: Any): Operation[] {
  const { paths, components } = document
  return Object.entries<Any>(paths).flatMap(([path, methods]) =>
    Object.entries<Any>(methods).map(([method, operation]) => {
      const { content = {}, required = false } = operation.requestBody ?? {}
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        parameters: (operation.parameters ?? []).map((parameter: Any) => ({ ...parameter, schema: whole(parameter.schema) })),
        bodies: Object.entries<Any>(content).map(([type, { schema, example, examples }]) => ({
          type,
          schema: whole(schema),
          examples: example ? [example] : Object.values<Any>(examples ?? {}).map(({ value }) => value),
        })),
        isBodyNeeded: required,
        responses: Object.fromEntries(
          Object.entries<Any>(operation.responses).map(([status, { content: kinds = {} }]) => [
            status,
            Object.fromEntries(Object.entries<Any>(kinds).map(([type, { schema }]) => [type, whole(schema)])),
          ]),
        ),
        answers: Object.fromEntries(
          Object.entries<Any>(operation.responses).map(([status, { content: kinds = {} }]) => [
            status,
            Object.fromEntries(Object.entries<Any>(kinds).map(([type, { example }]) => [type, example])),
          ]),
        ),
        isGuarded: operation.security !== undefined,
      }
    }),
  )

  function whole(schema: Any): Any {
    if (Array.isArray(schema)) return schema.map(whole)
    if (typeof schema !== 'object' || schema === null) return schema
    if (schema.$ref) return whole(components.schemas[schema.$ref.split('/').at(-1)])
    return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, name === 'examples' ? value : whole(value)]))
  }
}
