import type { FastifyInstance } from 'fastify'
import { type FormFile, readForms as readFiles } from '../../import/form.ts'

/** What a form sent, by the names of its fields. */
export type Typed = Record<string, string | string[] | FormFile>

/** Reads what forms send (HTML Standard, section 4.10.21.6): as words, or with files; nothing else is read at the desk. */
export function readForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, gathered(new URLSearchParams(body as string))),
  )
  readFiles(app)
}

/** The words of a field, without blanks around them; empty when it was not sent. */
export function textOf(typed: Typed, name: string): string {
  const value = typed[name]
  const text = Array.isArray(value) ? value.at(-1) : value
  return typeof text === 'string' ? text.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim() : ''
}

/** Every value of a field that may be chosen more than once. */
export function allOf(typed: Typed, name: string): string[] {
  const value = typed[name]
  return value === undefined || (typeof value === 'object' && !Array.isArray(value)) ? [] : [value].flat()
}

function gathered(pairs: Iterable<[string, string]>): Typed {
  const typed: Typed = Object.create(null)
  for (const [name, value] of pairs) {
    const known = typed[name] as string | string[] | undefined
    if (known === undefined) typed[name] = value
    else if (Array.isArray(known)) known.push(value)
    else typed[name] = [known, value]
  }
  return typed
}
