import type { FastifyInstance } from 'fastify'
import { toJson } from '../../../publish/index.ts'
import type { Review } from '../../../reconcile/index.ts'
import { findEvent } from '../../../store/events/events.ts'
import { Type } from '../../http/schema/type.ts'
import { need } from '../../keys/guard.ts'
import type { Site } from '../../site.ts'
import type { Acts, RunAnswer } from '../acts.ts'
import { DoneDocument, HowQuery, ReviewDocument } from '../answer/documents.ts'
import { problems } from '../answer/problem.ts'
import { byOf, howOf, sendDone, sendJson } from '../answer/tell.ts'

const shared = { tags: ['reviews'], security: [{ key: [] }, { session: [] }] }
const closed = { additionalProperties: false } as const

/** What waits for a person, and the answers. */
export function waitingRoutes(app: FastifyInstance, site: Site, acts: Acts): void {
  const editor = need('editor', site)

  app.get<{ Querystring: { kind?: Review['kind']; limit?: number } }>(
    '/api/reviews',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'What waits for a person, most pressing first.',
        querystring: Type.Object(
          {
            kind: Type.Optional(
              Type.Enum(['possible-duplicate', 'conflict', 'edit-contradicted', 'proposed', 'run-refused', 'source-failing'], {
                description: 'only this kind',
              }),
            ),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'at most so many; 100 if not said' })),
          },
          closed,
        ),
        response: {
          200: Type.Object({ reviews: Type.Array(ReviewDocument), total: Type.Integer() }, { title: 'Reviews' }),
          ...problems(),
        },
      },
    },
    function waiting(request, reply) {
      const { kind, limit = 100 } = request.query
      const all = acts.reviews().filter((review) => !kind || review.kind === kind)
      return sendJson(reply, { reviews: all.slice(0, limit).map((review) => tellReview(review, site)), total: all.length })
    },
  )

  app.post<{ Params: { id: string }; Body: { answer: string; reason?: string } }>(
    '/api/reviews/:id/answer',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Answer what waits, with one of its answers.',
        params: Type.Object({ id: Type.String({ maxLength: 100 }) }),
        querystring: HowQuery,
        body: Type.Object(
          {
            answer: Type.String({ minLength: 1, maxLength: 40, description: 'one of the answers of the review' }),
            reason: Type.Optional(Type.String({ maxLength: 300 })),
          },
          { ...closed, examples: [{ answer: 'same' }] },
        ),
        response: { 200: DoneDocument, ...problems(404, 409, 422) },
      },
    },
    function answer(request, reply) {
      const { answer, reason } = request.body
      const how = { ...howOf(request), ...(reason && { reason }) }
      return sendDone(reply, acts.answerReview(request.params.id, answer, byOf(request), how), how, site)
    },
  )

  app.post<{ Body: { verdict: 'same' | 'different'; a: string; b: string; reason?: string } }>(
    '/api/decisions',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Say that two events, or two listings, are or are not one meeting.',
        querystring: HowQuery,
        body: Type.Object(
          {
            verdict: Type.Enum(['same', 'different']),
            a: Type.String({ minLength: 1, maxLength: 500, description: 'uid or slug of an event, or the id of a listing' }),
            b: Type.String({ minLength: 1, maxLength: 500, description: 'the other' }),
            reason: Type.Optional(Type.String({ maxLength: 300 })),
          },
          { ...closed, examples: [{ verdict: 'same', a: 'cnd-reconvened-69', b: '6f1c1a5e-0000-4000-8000-000000000000' }] },
        ),
        response: { 200: DoneDocument, ...problems(404, 409, 422) },
      },
    },
    function decide(request, reply) {
      const { verdict, a, b, reason } = request.body
      const how = { ...howOf(request), ...(reason && { reason }) }
      return sendDone(reply, acts.decide(verdict, a, b, byOf(request), how), how, site)
    },
  )

  app.post<{ Params: { id: number }; Body: { answer: RunAnswer; reason?: string } }>(
    '/api/runs/:id/answer',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Answer a refused run: accept what it found, discard it, or discard it and pause the source.',
        params: Type.Object({ id: Type.String({ pattern: '^\\d{1,15}$', description: 'number of the run' }) }),
        querystring: HowQuery,
        body: Type.Object(
          { answer: Type.Enum(['accept', 'discard', 'pause']), reason: Type.Optional(Type.String({ maxLength: 300 })) },
          { ...closed, examples: [{ answer: 'accept' }] },
        ),
        response: { 200: DoneDocument, ...problems(404, 409, 422) },
      },
    },
    function answerRun(request, reply) {
      const { answer, reason } = request.body
      const how = { ...howOf(request), ...(reason && { reason }) }
      return sendDone(reply, acts.answerRun(Number(request.params.id), answer, byOf(request), how), how, site)
    },
  )
}

function tellReview(review: Review, site: Site) {
  const { id, kind, sentence, answers, uids } = review
  const events = uids.flatMap((uid) => findEvent(site.store, uid) ?? []).map((event) => toJson(event, site))
  return { id, kind, sentence, answers, events, about: aboutOf(review) }
}

function aboutOf(review: Review): unknown {
  switch (review.kind) {
    case 'possible-duplicate':
      return review.suggestion
    case 'conflict':
      return review.conflict
    case 'edit-contradicted':
      return review.contradiction
    case 'proposed':
      return { listing: review.listing }
    case 'run-refused':
      return review.run
    case 'source-failing':
      return review.incident
  }
}
