import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Answered, findAnswered, saveAnswered } from '../../../store/acts/answered.ts'
import { Problem, wrongParameters } from '../../http/refuse/problem.ts'
import { actorOf } from '../../keys/guard.ts'
import type { Site } from '../../site.ts'

const keptMs = 7 * 24 * 3_600_000

/** A request that is to be done once, however often it is sent. */
export type Once = {
  /** The answer it was given before. */
  before: Answered | undefined
  /** Remembers the answer; to be called inside the transaction that does what is asked. */
  remember(answer: { status: number; headers: Record<string, string>; body: string }): void
}

/**
 * Reads Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): the same request under the same name, by the same key, gets the answer that it got
 * before, for a week; another request under that name is a 422. Without the header every request is new.
 */
export function once(request: FastifyRequest, { store, now }: Pick<Site, 'store' | 'now'>): Once | undefined {
  const given = request.headers['idempotency-key']
  if (given === undefined) return undefined
  const said = [given].flat().join(',').trim()
  if (!/^[\x21-\x7e]{1,200}$/.test(said))
    throw wrongParameters([
      {
        parameter: 'Idempotency-Key',
        detail: 'The header Idempotency-Key must be 1 to 200 visible ASCII characters, such as a UUID.',
      },
    ])
  const name = `${actorOf(request).keyId} ${said}`
  const asked = createHash('sha256')
    .update(`${request.url} ${JSON.stringify(request.body)}`)
    .digest('hex')
  const before = findAnswered(store, name)
  if (before && before.asked !== asked)
    throw new Problem(422, `The Idempotency-Key ${said} was used for another request: take a new one.`)
  return {
    before,
    remember(answer) {
      const at = now()
      // Another process may have done it between the question and now; what this one did is undone.
      if (findAnswered(store, name)) throw new Problem(409, 'The same request is being done: ask again.')
      saveAnswered(store, { ...answer, name, asked, at: at.toISOString() }, new Date(at.getTime() - keptMs).toISOString())
    },
  }
}

/** Gives an answer again. */
export function again(reply: FastifyReply, { status, headers, body }: Answered): FastifyReply {
  return reply
    .code(status)
    .headers({ ...headers, 'content-type': 'application/json; charset=utf-8', 'idempotency-replayed': 'true' })
    .send(body)
}
