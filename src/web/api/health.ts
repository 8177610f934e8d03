import type { FastifyInstance } from 'fastify'
import { watchEvents } from '../../store/events/events.ts'
import { Problem, ProblemDocument } from '../http/refuse/problem.ts'
import { Type } from '../http/schema/type.ts'
import type { Site } from '../site.ts'

const Health = Type.Object({ status: Type.Literal('ok') }, { title: 'Health' })

/** `/health/live`: the process answers. `/health/ready`: it can read its store too. */
export function healthRoutes(app: FastifyInstance, site: Site): void {
  const version = watchEvents(site.store)
  const headers = { 'cache-control': 'no-store' }
  app.get(
    '/health/live',
    { schema: { tags: ['health'], summary: 'The process answers.', response: { 200: Health } } },
    (_, reply) => reply.headers(headers).send({ status: 'ok' }),
  )
  app.get(
    '/health/ready',
    {
      schema: {
        tags: ['health'],
        summary: 'The process answers and can read its store.',
        response: { 200: Health, 503: ProblemDocument },
      },
    },
    (request, reply) => {
      try {
        version()
      } catch (error) {
        request.log.error({ err: error }, 'The store cannot be read.')
        throw new Problem(503, 'The store cannot be read.', { headers: { 'retry-after': '10' } })
      }
      return reply.headers(headers).send({ status: 'ok' })
    },
  )
}
