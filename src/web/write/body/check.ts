import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { validatorCompiler } from '../../http/refuse/validate.ts'
import { type Complaint, complaints, fits } from '../../http/schema/check.ts'
import type { TSchema } from '../../http/schema/type.ts'
import { type FieldFault, wrongFields } from '../answer/problem.ts'

/** How bodies are read here: JSON and merge patches (RFC 7396); an empty body is no body; every field that is wrong is named. */
export function readBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'string' },
    function json(request, body, done) {
      if (!body.length) return done(null, undefined)
      return parse(request, body as string, done)
    },
  )
  const compile: FastifySchemaCompiler<TSchema> = (route) => {
    if (route.httpPart !== 'body') return validatorCompiler(route)
    return (body: unknown) => {
      const faults = faultsOf(route.schema, body)
      return faults.length ? { error: wrongFields(faults) } : { value: body ?? {} }
    }
  }
  app.setValidatorCompiler(compile)
}

/** What is wrong with a body, each with a JSON pointer (RFC 6901) and what is asked instead; at most twenty. */
export function faultsOf(schema: TSchema, body: unknown): FieldFault[] {
  // A request without a content type has the body null.
  if (body === undefined || body === null) {
    if (fits(schema, {})) return []
    return [{ pointer: '', detail: 'There is no body: send a JSON object.' }]
  }
  const faults: FieldFault[] = []
  const named = new Set<string>()
  for (const error of complaints(schema, body)) {
    for (const { pointer, detail } of sentencesOf(error, schema)) {
      // Of several complaints about one field the first says enough.
      if (named.has(pointer) || faults.length === 20) continue
      named.add(pointer)
      faults.push({ pointer, detail })
    }
  }
  const isRight = faults.length > 0 || fits(schema, body)
  return isRight ? faults : [{ pointer: '', detail: 'The body is none that can be read here.' }]
}

function sentencesOf({ keyword, instancePath, message, params }: Complaint, schema: TSchema): FieldFault[] {
  const { missingProperty, additionalProperty, allowedValues, limit } = params as Record<string, unknown>
  if (keyword === 'required') return [fault(`${instancePath}/${escaped(String(missingProperty))}`, 'is missing')]
  if (keyword === 'additionalProperties')
    return [
      fault(
        `${instancePath}/${escaped(String(additionalProperty))}`,
        `is none of the fields here: ${Object.keys((schema as { properties?: object }).properties ?? {}).join(', ')}`,
      ),
    ]
  if (keyword === 'enum') return [fault(instancePath, `must be one of ${(allowedValues as unknown[]).join(', ')}`)]
  if (keyword === 'maxLength') return [fault(instancePath, `is longer than ${limit} characters`)]
  if (keyword === 'anyOf') return []
  if (keyword === 'pattern' || keyword === 'format') {
    const asked = descriptionAt(schema, instancePath)
    if (asked) return [fault(instancePath, `is not what is asked: ${asked}`)]
  }
  return [fault(instancePath, message ?? 'is wrong')]
}

/** What a schema says of a field, by its JSON pointer. */
function descriptionAt(schema: TSchema, pointer: string): string | undefined {
  type Part = { properties?: Record<string, Part>; items?: Part; anyOf?: Part[]; description?: string }
  let part: Part | undefined = schema
  for (const name of pointer.split('/').slice(1)) {
    const whole: Part | undefined = part?.anyOf?.[0] ?? part
    part = whole?.properties && Object.hasOwn(whole.properties, name) ? whole.properties[name] : whole?.items
  }
  return part?.description ?? part?.anyOf?.[0]?.description
}

function fault(pointer: string, what: string): FieldFault {
  const name = pointer.slice(1) || 'body'
  return { pointer, detail: `The field "${name.slice(0, 100)}" ${what}.`.slice(0, 1000) }
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
