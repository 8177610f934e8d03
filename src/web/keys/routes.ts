import type { FastifyInstance } from 'fastify'
import { type Role, roles } from '../../store/keys/keys.ts'
import { Problem } from '../http/refuse/problem.ts'
import { Type } from '../http/schema/type.ts'
import type { Site } from '../site.ts'
import { KeyDocument, SessionDocument } from '../write/answer/documents.ts'
import { problems, wrongFields } from '../write/answer/problem.ts'
import { sendJson } from '../write/answer/tell.ts'
import { actorOf, need, whoAsks } from './guard.ts'
import { endOf, listKeys, makeKey, revokeKey } from './keep.ts'
import { signIn, signOut } from './sign-in.ts'

const closed = { additionalProperties: false } as const
const Nothing = Type.Object({}, closed)
/** Keys, for administrators; sessions, for whoever holds a key. */
export function keyRoutes(app: FastifyInstance, site: Site): void {
  const { store, now } = site
  const administrator = need('administrator', site)
  const shared = { tags: ['keys'], security: [{ key: [] }, { session: [] }] }

  app.get(
    '/api/keys',
    {
      ...administrator,
      schema: {
        ...shared,
        summary: 'Every key there ever was; never the keys themselves.',
        querystring: Nothing,
        response: { 200: Type.Object({ keys: Type.Array(KeyDocument) }, { title: 'Keys' }), ...problems() },
      },
    },
    (_request, reply) => sendJson(reply, { keys: listKeys(store, now()) }),
  )

  app.post<{ Body: { name: string; role: Role; until?: string } }>(
    '/api/keys',
    {
      ...administrator,
      schema: {
        ...shared,
        summary: 'Make a key. It is in the answer, and nowhere else ever after.',
        querystring: Nothing,
        body: Type.Object(
          {
            name: Type.String({
              minLength: 1,
              maxLength: 80,
              pattern: '^[^\\p{C}]*\\S[^\\p{C}]*$',
              description: 'whose it is, as the history shows it',
            }),
            role: Type.Enum([...roles], { description: 'reader: private feeds; editor: writes; administrator: keys too' }),
            until: Type.Optional(
              Type.String({ maxLength: 30, description: 'last day (YYYY-MM-DD, UTC) or instant at which it opens anything' }),
            ),
          },
          { ...closed, examples: [{ name: 'secretary', role: 'editor', until: '2027-12-31' }] },
        ),
        response: { 201: Type.Object({ key: Type.String(), ...KeyDocument.properties }, { title: 'NewKey' }), ...problems(422) },
      },
    },
    function make(request, reply) {
      const { name, role, until } = request.body
      const ends = until === undefined ? undefined : endOf(until, now())
      if (ends === null)
        throw wrongFields(
          [{ pointer: '/until', detail: 'The field "until" must be a day or an instant to come, such as 2027-12-31.' }],
          422,
        )
      const { key, shown } = makeKey(store, { name: name.trim(), role, until: ends }, actorOf(request).name, now())
      return sendJson(reply.code(201), { key, ...shown })
    },
  )

  app.delete<{ Params: { id: string } }>(
    '/api/keys/:id',
    {
      ...administrator,
      schema: {
        ...shared,
        summary: 'Revoke a key, and end every session opened with it.',
        params: Type.Object({ id: Type.String({ maxLength: 100 }) }),
        querystring: Nothing,
        response: { 200: KeyDocument, ...problems(404) },
      },
    },
    function revoke(request, reply) {
      const shown = revokeKey(store, request.params.id, actorOf(request).name, now())
      if (!shown) throw new Problem(404, `There is no key "${request.params.id}".`)
      return sendJson(reply, shown)
    },
  )

  app.get(
    '/api/session',
    {
      schema: {
        ...shared,
        summary: 'Who asks, by key or session.',
        querystring: Nothing,
        response: { 200: SessionDocument, ...problems() },
      },
    },
    function session(request, reply) {
      const actor = whoAsks(request, site)
      if (!actor)
        throw new Problem(401, 'Nobody is signed in here.', { headers: { 'www-authenticate': 'Bearer realm="calendar"' } })
      const { keyId: _, ...shown } = actor
      return sendJson(reply, shown)
    },
  )

  app.post<{ Body: { key: string } }>(
    '/api/session',
    {
      schema: {
        tags: ['keys'],
        summary: 'Sign in with a key: sets the session cookie.',
        querystring: Nothing,
        body: Type.Object(
          { key: Type.String({ minLength: 1, maxLength: 200 }) },
          { ...closed, examples: [{ key: 'ucc_00000000_0000000000000000000000000000000000000000000' }] },
        ),
        response: { 200: SessionDocument, ...problems() },
      },
    },
    function open(request, reply) {
      const { keyId: _, ...shown } = signIn(request, reply, request.body.key, site)
      return sendJson(reply, shown)
    },
  )

  app.delete(
    '/api/session',
    {
      schema: {
        tags: ['keys'],
        summary: 'Sign out.',
        querystring: Nothing,
        response: { 204: Type.Null(), 400: problems()[400] as object },
      },
    },
    function close(request, reply) {
      signOut(request, reply, site)
      return reply.code(204).send()
    },
  )
}
