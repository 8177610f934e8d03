import type { FastifySchemaCompiler } from 'fastify'
import { complaints, fits } from '../schema/check.ts'
import type { TObject, TSchema } from '../schema/type.ts'
import { type Fault, wrongParameters } from './problem.ts'

type Rule = TSchema & {
  type?: string
  enum?: unknown[]
  anyOf?: { const?: unknown }[]
  const?: unknown
  items?: Rule
  format?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  description?: string
}

/**
 * Checks what was asked against a schema. Query strings are text: lists may be given by commas or by repetition, numbers and
 * booleans as words; every parameter that is unknown, given twice or wrong is named in a sentence.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  if (httpPart === 'querystring') return (query: Record<string, unknown>) => answer(readQuery(schema as TObject, query))
  return (value: unknown) => answer(checkFields(schema, value))
}

/** The parameters of a query string as the schema types them, and what is wrong with them. */
export function readQuery(schema: TObject, query: Record<string, unknown>): { value: Record<string, unknown>; faults: Fault[] } {
  const value: Record<string, unknown> = {}
  const faults: Fault[] = []
  const names = Object.keys(schema.properties).join(', ')
  for (const [name, given] of Object.entries(query)) {
    const rule = Object.hasOwn(schema.properties, name) ? (schema.properties[name] as Rule) : undefined
    if (!rule) {
      faults.push({
        parameter: name,
        detail: `There is no parameter "${name}" here; there ${names ? `are ${names}` : 'is none'}.`,
      })
      continue
    }
    const read = rule.type === 'array' ? readList(rule.items ?? {}, given) : readOne(rule, given)
    if (read === undefined) continue
    const wrong = (rule.type === 'array' ? (read as unknown[]) : [read]).find((one) => !fits(rule.items ?? rule, one))
    if (Array.isArray(given) && rule.type !== 'array')
      faults.push({ parameter: name, detail: `The parameter "${name}" is given more than once.` })
    else if (wrong !== undefined)
      faults.push({
        parameter: name,
        detail: `The parameter "${name}" cannot be "${wrong}": it must be ${wanted(rule.items ?? rule)}.`,
      })
    else value[name] = read
  }
  for (const name of (schema as { required?: string[] }).required ?? []) {
    if (!(name in value) && !faults.some(({ parameter }) => parameter === name)) {
      faults.push({ parameter: name, detail: `The parameter "${name}" is missing.` })
    }
  }
  return { value, faults }
}

function readList(rule: Rule, given: unknown): string[] | undefined {
  const items = [given].flat().flatMap((text) => String(text).split(','))
  const said = items.map((item) => choice(rule, item.trim())).filter(Boolean)
  return said.length ? said : undefined
}

// A parameter without a value is a field that a form left empty: not given.
function readOne(rule: Rule, given: unknown): unknown {
  const text = String([given].flat().at(-1)).trim()
  if (!text) return undefined
  if (rule.type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (rule.type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
  return choice(rule, text)
}

// Ids are written in capitals here and in small letters in addresses; both are meant.
function choice({ enum: choices }: Rule, text: string): string {
  return choices?.map(String).find((one) => one.toLowerCase() === text.toLowerCase()) ?? text
}

function wanted(rule: Rule): string {
  const choices = rule.enum ?? rule.anyOf?.map((choice) => choice.const)
  if (choices) return `one of ${choices.join(', ')}`
  if (rule.format === 'date') return 'a day of the calendar like 2026-05-18'
  if (rule.type === 'integer') return `a whole number from ${rule.minimum} to ${rule.maximum}`
  if (rule.type === 'boolean') return 'true or false'
  return rule.description ?? `text of at most ${rule.maxLength} characters`
}

function checkFields(schema: TSchema, value: unknown): { value: unknown; faults: Fault[] } {
  const faults = complaints(schema, value).map(({ instancePath, message, keyword }) => {
    const parameter = instancePath.slice(1).replaceAll('/', '.') || 'body'
    const rule = (schema as { properties?: Record<string, Rule> }).properties?.[parameter]
    const isForm = rule && (keyword === 'pattern' || keyword === 'enum')
    return { parameter, detail: `The field "${parameter}" ${isForm ? `must be ${wanted(rule)}` : message}.` }
  })
  return { value, faults }
}

function answer<T>({ value, faults }: { value: T; faults: Fault[] }): { value: T } | { error: Error } {
  return faults.length ? { error: wrongParameters(faults) } : { value }
}
