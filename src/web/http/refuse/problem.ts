import { STATUS_CODES } from 'node:http'
import { Type } from '../schema/type.ts'

/** A problem of one parameter or field, and what is asked instead. */
export type Fault = { parameter: string; detail: string }

/** What a reader did that cannot be answered; becomes a problem document (RFC 9457). */
export class Problem extends Error {
  readonly status: number
  readonly faults: Fault[]
  readonly headers: Record<string, string>
  /** Members of its own (RFC 9457 section 3.2). */
  readonly members: Record<string, unknown>

  constructor(
    status: number,
    detail: string,
    {
      faults = [],
      headers = {},
      members = {},
    }: { faults?: Fault[]; headers?: Record<string, string>; members?: Record<string, unknown> } = {},
  ) {
    super(detail)
    this.status = status
    this.faults = faults
    this.headers = headers
    this.members = members
  }
}

/** A 400 that names every parameter that is wrong. */
export function wrongParameters(faults: Fault[]): Problem {
  return new Problem(400, faults.map(({ detail }) => detail).join(' '), { faults })
}

/** The problem document of RFC 9457 section 3, with the parameters at fault as extension members. */
export function toProblemDocument({ status, message, faults, members }: Problem, instance: string) {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
    instance,
    ...(faults[0] && { parameter: faults[0].parameter, errors: faults }),
    ...members,
  }
}

/** The schema of {@link toProblemDocument}'s answers. */
export const ProblemDocument = Type.Object(
  {
    type: Type.String({ description: 'always about:blank: the status says the kind' }),
    title: Type.String({ description: 'the name of the status' }),
    status: Type.Integer(),
    detail: Type.String({ description: 'a sentence that says what was wrong and what is asked instead' }),
    instance: Type.String({ description: 'the address that was asked' }),
    parameter: Type.Optional(Type.String({ description: 'the first parameter at fault' })),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          parameter: Type.String(),
          pointer: Type.Optional(Type.String({ description: 'JSON pointer (RFC 6901) of a field of the body' })),
          detail: Type.String(),
        }),
      ),
    ),
  },
  { title: 'Problem', description: 'RFC 9457', additionalProperties: true },
)
