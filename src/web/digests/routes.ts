import type { FastifyInstance } from 'fastify'
import { digestAtom } from '../../publish/index.ts'
import { allDigests } from '../../store/telling/digests.ts'
import { unsentLetters } from '../../store/telling/outbox.ts'
import { type TSchema, Type } from '../http/schema/type.ts'
import { need } from '../keys/guard.ts'
import type { Site } from '../site.ts'
import { problems } from '../write/answer/problem.ts'
import { sendJson } from '../write/answer/tell.ts'
import type { Digests } from './digests.ts'

const optional = (type: TSchema) => Type.Optional(type)
const text = (description: string) => Type.String({ description })
const instant = (description: string) => Type.String({ format: 'date-time', description })
const Line = Type.Object(
  {
    uid: text('of the event'),
    title: Type.String(),
    url: text('address of its page'),
    dates: text('in words'),
    start: optional(text('first day, YYYY-MM-DD')),
    was: optional(text('the dates before, in words')),
    place: optional(Type.String()),
    what: text('what became of it'),
  },
  { title: 'DigestLine' },
)

/** What changed between two instants, as it is told. */
const DigestDocument = Type.Object(
  {
    kind: Type.Enum(['regular', 'urgent']),
    since: optional(instant('the digest before')),
    until: instant('when it was made'),
    short: Type.Array(Line, { description: 'meetings within 14 days; they are in the other lists too' }),
    new: Type.Array(Line),
    moved: Type.Array(Line),
    cancelled: Type.Array(Line),
    waiting: Type.Array(Type.String(), { description: 'questions that wait for a person, at most 20' }),
    waitingCount: Type.Integer(),
    failing: Type.Array(Type.String(), { description: 'sources that fail, and why' }),
  },
  { title: 'Digest' },
)
const Told = Type.Object({ id: Type.Integer(), ...DigestDocument.properties }, { title: 'ToldDigest' })
const Unsent = Type.Object(
  {
    name: text('which digest, and by what'),
    why: text('why the last try failed, or why there is no other'),
    tries: Type.Integer(),
    dueAt: Type.Union([instant('when it is tried again'), Type.Null()]),
  },
  { title: 'UnsentDigest' },
)
const Nothing = Type.Object({}, { additionalProperties: false })

/** What changed, told ahead and as it was told, to readers with a key. */
export function digestRoutes(app: FastifyInstance, site: Site, digests: Digests): void {
  const reader = need('reader', site)
  const shared = { tags: ['digests'], security: [{ key: [] }, { password: [] }, { session: [] }], querystring: Nothing }
  const told = () =>
    allDigests(site.store, 50)
      .filter(({ kind, content }) => kind === 'urgent' || content.since)
      .map(({ id, content }) => ({ id, digest: content }))

  app.get(
    '/api/digests/next',
    {
      ...reader,
      schema: {
        ...shared,
        summary: 'What the next digest would tell were it made now; of the last seven days while none was made.',
        response: { 200: DigestDocument, ...problems() },
      },
    },
    (_request, reply) => sendJson(reply, digests.next()),
  )

  app.get(
    '/api/digests',
    {
      ...reader,
      schema: {
        ...shared,
        summary: 'The last 50 digests, newest first, and those that could not be sent.',
        response: {
          200: Type.Object({ digests: Type.Array(Told), unsent: Type.Array(Unsent) }, { title: 'Digests' }),
          ...problems(),
        },
      },
    },
    (_request, reply) =>
      sendJson(reply, {
        digests: told().map(({ id, digest }) => ({ id, ...digest })),
        unsent: unsentLetters(site.store).map(({ name, why, tries, dueAt, givenUpAt }) => ({
          name,
          why: why ?? 'It is being sent.',
          tries,
          dueAt: givenUpAt ? null : dueAt,
        })),
      }),
  )

  app.get(
    '/api/digests.atom',
    {
      ...reader,
      schema: {
        ...shared,
        summary: 'The last 50 digests as Atom (RFC 4287), for a feed reader that holds a key as its password.',
        response: {
          200: { description: 'Atom', content: { 'application/atom+xml': { schema: Type.String() } } },
          ...problems(),
        },
      },
    },
    (_request, reply) =>
      reply.headers({ 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'private, no-cache' }).send(
        digestAtom(told(), `${site.publicUrl}/api/digests.atom`, {
          publicUrl: site.publicUrl,
          name: site.voice.organizer.name,
        }),
      ),
  )
}
