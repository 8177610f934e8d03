import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { answerError } from '../../http/refuse/errors.ts'
import { Problem, ProblemDocument, toProblemDocument } from '../../http/refuse/problem.ts'
import { Type } from '../../http/schema/type.ts'
import { ActRefused } from '../acts.ts'

/** A field that is wrong, by its JSON pointer (RFC 6901); the empty pointer is the whole body. */
export type FieldFault = { pointer: string; detail: string }

/** A body that cannot be taken: 400 where it has the wrong shape, 422 where it says what cannot be. */
export function wrongFields(faults: FieldFault[], status: 400 | 422 = 400): Problem {
  const errors = faults.map(({ pointer, detail }) => ({
    parameter: pointer.slice(1).replaceAll('/', '.') || 'body',
    pointer,
    detail,
  }))
  return new Problem(
    status,
    faults
      .map(({ detail }) => detail)
      .join(' ')
      .slice(0, 2000),
    { members: { parameter: errors[0]?.parameter, errors } },
  )
}

const statuses = { unknown: 404, conflict: 409, wrong: 422 } as const

/** Answers what acts refuse in the words of HTTP; everything else as everywhere. */
export function answerRefusals(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  answerError(error instanceof ActRefused ? ofAct(error) : error, request, reply)
}

function ofAct({ why, message, pointer }: ActRefused): Problem {
  if (pointer !== undefined) return wrongFields([{ pointer, detail: message }], 422)
  return new Problem(statuses[why], message)
}

const reasons: Record<number, string> = {
  400: 'The request has the wrong shape; every field or parameter at fault is named.',
  401: 'No key, or one that is not known or no longer valid.',
  403: 'The key has a lesser role, or the request comes from a page of another site.',
  404: 'There is no such thing.',
  409: 'It cannot be done as things are now.',
  412: 'The event was changed since it was read: both versions are named.',
  413: 'The body is too large.',
  415: 'The body is of a type that is not read here.',
  422: 'The request is well formed and says what cannot be; the field at fault is named.',
  428: 'If-Match is missing: read the event first.',
  429: 'Too many requests; Retry-After says when to go on.',
}

/** The problem answers of a route, for its description. */
export function problems(...codes: number[]) {
  const all = [400, 401, 403, 413, 415, 429, ...codes].sort((a, b) => a - b)
  return Object.fromEntries(
    all.map((code) => [
      code,
      Type.Object(
        { ...ProblemDocument.properties },
        { title: 'Problem', description: reasons[code] ?? '', additionalProperties: true, examples: [example(code)] },
      ),
    ]),
  )
}

function example(status: number) {
  const detail = reasons[status] ?? ''
  return toProblemDocument(new Problem(status, detail), '/api/events')
}
