import type { FastifyInstance } from 'fastify'
import { Type } from '../../http/schema/type.ts'
import { need } from '../../keys/guard.ts'
import type { Site } from '../../site.ts'
import type { Acts } from '../acts.ts'
import { DoneDocument, HowQuery } from '../answer/documents.ts'
import { problems } from '../answer/problem.ts'
import { byOf, howOf, sendDone } from '../answer/tell.ts'

/** Visiting, pausing and resuming sources. */
export function sourceWriting(app: FastifyInstance, site: Site, acts: Acts): void {
  const editor = need('editor', site)
  const ways = {
    run: { summary: 'Visit a source now; GET /api/sources tells when it was done.', act: acts.runNow, status: 202 },
    pause: { summary: 'Visit a source no more, until a person resumes it.', act: acts.pauseSource, status: 200 },
    resume: { summary: 'Visit a paused source again, at once.', act: acts.resumeSource, status: 200 },
  } as const
  for (const [name, { summary, act, status }] of Object.entries(ways)) {
    app.post<{ Params: { id: string }; Body: { reason?: string } | undefined }>(
      `/api/sources/:id/${name}`,
      {
        ...editor,
        schema: {
          tags: ['sources'],
          security: [{ key: [] }, { session: [] }],
          summary,
          params: Type.Object({ id: Type.String({ maxLength: 100, description: 'id of the source' }) }),
          querystring: HowQuery,
          body: Type.Object(
            { reason: Type.Optional(Type.String({ maxLength: 300 })) },
            { additionalProperties: false, examples: [{}] },
          ),
          response: { [status]: DoneDocument, ...problems(404, 409) },
        },
      },
      function changeVisits(request, reply) {
        const how = howOf(request)
        const reason = request.body?.reason ?? how.reason
        return sendDone(reply.code(status), act(request.params.id, byOf(request), { ...how, reason }), how, site)
      },
    )
  }
}
