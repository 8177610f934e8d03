import { refusalOf } from './refusals.ts'

type Json = { [name: string]: unknown }
/** What the service answered, by operation, status and media type. */
export type Answers = Record<string, Record<string, Record<string, unknown>>>
type Operation = { operationId?: string; summary?: string; requestBody?: Json; responses?: Record<string, Json> }

/**
 * A description as programs like it: every titled schema once, under its title, referred to from wherever it stands; every operation with an id;
 * problems in their own media type (RFC 9457); no answers about bodies where there is none; an example of each answer.
 */
export function finished(document: Json, answers: Answers): Json {
  const schemas: Record<string, unknown> = {}
  const paths = Object.fromEntries(
    Object.entries(document.paths as Record<string, Record<string, Operation>>).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [method, finishedOperation(operation, method, path, answers)]),
      ),
    ]),
  )
  const lifted = lift(paths, schemas)
  return { ...document, paths: lifted, components: { ...(document.components as Json), schemas } }
}

function finishedOperation(operation: Operation, method: string, path: string, answers: Answers): Operation {
  const operationId = idOf(method, path)
  const responses = Object.fromEntries(
    Object.entries(operation.responses ?? {})
      .filter(([status]) => operation.requestBody !== undefined || (status !== '413' && status !== '415'))
      .map(([status, response]) => [
        status,
        finishedResponse(response, { method, path, status, answers: answers[operationId]?.[status] ?? {} }),
      ]),
  )
  const { requestBody: body } = operation
  const requestBody = body && { requestBody: { ...body, required: isNeeded(body) } }
  return { ...operation, operationId, ...requestBody, responses }
}

/** A body may be left out where an empty object would do; a form that holds a file is needed. */
function isNeeded({ content }: Json): boolean {
  const kinds = Object.entries((content ?? {}) as Record<string, { schema?: { required?: string[] } }>)
  return kinds.some(([type, { schema }]) => type.startsWith('multipart/') || (schema?.required?.length ?? 0) > 0)
}

type Answering = { method: string; path: string; status: string; answers: Record<string, unknown> }

function finishedResponse(response: Json, { method, path, status, answers }: Answering): Json {
  const content = (response.content ?? {}) as Record<string, { schema?: Json }>
  const refusal = content['application/json']?.schema?.title === 'Problem' && refusalOf(status, path)
  if (refusal) {
    const problem = { ...content['application/json'], example: refusal.example }
    return { ...response, description: refusal.says, content: { 'application/problem+json': problem } }
  }
  const usual = method === 'get' ? 'What was asked for.' : 'What came of it.'
  const shown = Object.entries(content).map(([type, one]) => [type, type in answers ? { ...one, example: answers[type] } : one])
  return {
    ...response,
    ...(response.description === 'Default Response' && { description: usual }),
    ...(shown.length && { content: Object.fromEntries(shown) }),
  }
}

/** `postEventsIdCancel` of `POST /api/events/{id}/cancel`. */
function idOf(method: string, path: string): string {
  const words = path.replace(/^\/api\//, '/').match(/[A-Za-z]+/g) ?? []
  return [method, ...words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)].join('')
}

function lift(value: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => lift(one, schemas))
  if (typeof value !== 'object' || value === null) return value
  const whole = value as Json
  const lifted: Json = Object.fromEntries(
    // What is an example looks like what it is an example of, and is no schema.
    Object.entries(whole).map(([name, one]) => [name, /^examples?$/.test(name) ? one : lift(one, schemas)]),
  )
  const { title, description } = lifted
  if (typeof title !== 'string' || !('type' in lifted)) return lifted
  const { description: _, ...schema } = lifted
  schemas[title] ??= schema
  return { $ref: `#/components/schemas/${title}`, ...(typeof description === 'string' && { description }) }
}
