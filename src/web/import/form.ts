import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../http/refuse/problem.ts'
import { wrongFields } from '../write/answer/problem.ts'

/** A file of a form. */
export type FormFile = { name: string; bytes: Buffer }

/** Bytes that a form with a file may have: a file of 5 MB and what is around it. */
export const mostFormBytes = 5_500_000

const mostParts = 50

/**
 * Reads `multipart/form-data` (RFC 7578) as an object: fields as text, files as {@link FormFile}. What a form left empty is not there; a field that comes
 * twice is refused.
 */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: mostFormBytes },
    async function form(request: FastifyRequest, body: Buffer) {
      const said = await fieldsOf(body as Buffer<ArrayBuffer>, request.headers['content-type'] ?? '')
      const read: Record<string, string | FormFile> = Object.create(null)
      for (const [name, value] of said) {
        const isEmpty = typeof value === 'string' ? value.trim() === '' : value.size === 0 && value.name === ''
        if (isEmpty) continue
        if (name in read) throw wrongFields([{ pointer: `/${name}`, detail: `The field "${name}" is given more than once.` }])
        read[name] = typeof value === 'string' ? value : { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) }
      }
      return { ...read }
    },
  )
}

async function fieldsOf(body: Buffer<ArrayBuffer>, type: string): Promise<[string, string | File][]> {
  try {
    const fields = [...(await new Response(body, { headers: { 'content-type': type } }).formData())]
    if (fields.length <= mostParts) return fields
  } catch {
    throw new Problem(400, 'The body is no form (multipart/form-data, RFC 7578) that can be read.')
  }
  throw new Problem(400, `The form has more than ${mostParts} fields.`)
}
