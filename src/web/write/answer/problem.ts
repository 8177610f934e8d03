import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { answerError } from '../../http/refuse/errors.ts'
import { Problem, ProblemDocument } from '../../http/refuse/problem.ts'
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

/** The problem answers of a route, for its description. */
export function problems(...codes: number[]) {
  const all = [400, 401, 403, 413, 415, 429, ...codes].sort((a, b) => a - b)
  return Object.fromEntries(all.map((code) => [code, ProblemDocument]))
}
