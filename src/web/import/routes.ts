import type { FastifyInstance } from 'fastify'
import { columnRoles } from '../../read/tables/index.ts'
import { lastProposals } from '../../store/acts/proposals.ts'
import { Problem } from '../http/refuse/problem.ts'
import { Type } from '../http/schema/type.ts'
import { need } from '../keys/guard.ts'
import type { Site } from '../site.ts'
import { DoneDocument, HowQuery } from '../write/answer/documents.ts'
import { type FieldFault, problems, wrongFields } from '../write/answer/problem.ts'
import { byOf, howOf, sendDone, sendJson } from '../write/answer/tell.ts'
import { type HandInBody, HandInForm, HandInJson, TakeOver } from './asked.ts'
import { ProposalDocument, ProposalSummary } from './documents.ts'
import { type FormFile, mostFormBytes, readForms } from './form.ts'
import type { HandIn, HandInSettings, Imports, Tick } from './imports.ts'
import { tellProposal } from './tell.ts'

const Nothing = Type.Object({}, { additionalProperties: false })
const ProposalId = Type.Object({ id: Type.String({ maxLength: 100, description: 'of the proposal' }) })

/** Taking over texts, calendars and tables: what is handed in becomes a proposal that changes nothing; what is ticked of it is taken over as one batch. */
export function importRoutes(app: FastifyInstance, site: Site, imports: Imports): void {
  const editor = need('editor', site)
  const shared = { tags: ['import'], security: [{ key: [] }, { session: [] }] }
  readForms(app)

  app.post<{ Body: HandInBody | undefined }>(
    '/api/imports',
    {
      ...editor,
      bodyLimit: mostFormBytes,
      schema: {
        ...shared,
        summary: 'Hand in words, a file or an address; what would become of it is answered, and nothing is changed.',
        querystring: Nothing,
        body: {
          content: {
            'application/json': { schema: HandInJson },
            'multipart/form-data': { schema: HandInForm },
          },
        },
        response: { 201: ProposalDocument, ...problems(422) },
      },
    },
    async function propose(request, reply) {
      // A body of a type that is not described here was read and not checked.
      if (/^application\/merge-patch/i.test(request.headers['content-type'] ?? ''))
        throw new Problem(415, 'A merge patch changes something; send application/json or multipart/form-data.')
      const body = request.body ?? {}
      const made = await imports.propose(whatOf(body), settingsOf(body), byOf(request))
      reply.code(201).header('location', `${site.publicUrl}/api/imports/${made.id}`)
      return sendJson(reply, tellProposal(made, site))
    },
  )

  app.get(
    '/api/imports',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'What was handed in, newest first.',
        querystring: Nothing,
        response: { 200: Type.Object({ imports: Type.Array(ProposalSummary) }, { title: 'Proposals' }), ...problems() },
      },
    },
    (_request, reply) => sendJson(reply, { imports: lastProposals(site.store) }),
  )

  app.get<{ Params: { id: string } }>(
    '/api/imports/:id',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'A proposal, as it was made.',
        params: ProposalId,
        querystring: Nothing,
        response: { 200: ProposalDocument, ...problems(404) },
      },
    },
    (request, reply) => sendJson(reply, tellProposal(imports.find(request.params.id), site)),
  )

  app.post<{ Params: { id: string }; Body: { items?: Tick[]; reason?: string } | undefined }>(
    '/api/imports/:id/apply',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Take over what is ticked, as one batch that one undo takes back.',
        params: ProposalId,
        querystring: HowQuery,
        body: TakeOver,
        response: { 200: DoneDocument, ...problems(404, 409, 422) },
      },
    },
    function apply(request, reply) {
      const { items, reason } = request.body ?? {}
      const how = { ...howOf(request), ...(reason && { reason }) }
      return sendDone(reply, imports.apply(request.params.id, items, byOf(request), how), how, site, { etag: false })
    },
  )
}

/** What is handed in: just one of words, address and file. */
function whatOf({ text, url, file }: HandInBody): HandIn {
  const given = [text !== undefined && '/text', url !== undefined && '/url', file !== undefined && '/file'].filter(
    (pointer) => pointer !== false,
  )
  const [, second] = given
  if (second) throw wrongFields([{ pointer: second, detail: 'Hand in one of text, url and file at a time.' }])
  if (text !== undefined) return { text }
  if (url !== undefined) return { url }
  if (file === undefined) throw wrongFields([{ pointer: '/text', detail: 'There is no text, url or file to be read.' }])
  if (!isFile(file)) throw wrongFields([{ pointer: '/file', detail: 'The field "file" must be a file, with its name.' }])
  return file
}

function isFile(value: unknown): value is FormFile {
  return typeof value === 'object' && value !== null && Buffer.isBuffer((value as FormFile).bytes)
}

function settingsOf({ written, timezone, body, sheet, columns }: HandInBody): HandInSettings {
  const faults: FieldFault[] = []
  if (timezone !== undefined && !isZone(timezone))
    faults.push({ pointer: '/timezone', detail: 'The field "timezone" must be an IANA zone like Europe/Vienna.' })
  const roles = typeof columns === 'string' ? columns.split(',').map((role) => role.trim() || null) : columns
  const wrong = roles?.find((role) => role !== null && !(columnRoles as readonly string[]).includes(role))
  if (wrong)
    faults.push({
      pointer: '/columns',
      detail: `No column can say "${wrong.slice(0, 60)}": one of ${columnRoles.join(', ')}, or nothing.`,
    })
  if (faults.length) throw wrongFields(faults, 422)
  return { written, timezone, body, sheet, columns: roles }
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return !/^[+-]/.test(name)
  } catch {
    return false
  }
}
