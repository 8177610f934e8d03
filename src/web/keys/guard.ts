import type { FastifyRequest, onRequestHookHandler, preHandlerHookHandler, preValidationHookHandler } from 'fastify'
import { findKey, type Role, roles, saveUse } from '../../store/keys/keys.ts'
import { findSession } from '../../store/keys/sessions.ts'
import { Problem } from '../http/refuse/problem.ts'
import type { Site } from '../site.ts'
import { noteWrongKey, stopGuessing } from './attempts.ts'
import { sessionCookie } from './cookie.ts'
import { isValid } from './keep.ts'
import { spend } from './pace.ts'
import { hashOf, idOfKey, isEqual } from './token.ts'

/** Who asks: the holder of a key, by the key itself or by a session; `csrf` is what forms of the session must send along. */
export type Actor = { keyId: string; name: string; role: Role; until: string | null; csrf?: string }

/** What the guard needs of the site. */
export type Door = Pick<Site, 'store' | 'now' | 'publicUrl'>

const known = new WeakMap<FastifyRequest, Actor>()

/** Who asks, if they showed a key or a session that is valid; a wrong key is a 401, for its holder should know. */
export function whoAsks(request: FastifyRequest, door: Door): Actor | undefined {
  const { authorization } = request.headers
  const actor = authorization === undefined ? bySession(request, door) : byKey(authorization, request, door)
  if (actor) known.set(request, actor)
  return actor
}

/** Who asked, where {@link need} let them in. */
export function actorOf(request: FastifyRequest): Actor {
  const actor = known.get(request)
  if (!actor) throw new Error(`${request.routeOptions.url} is not guarded.`)
  return actor
}

/** Hooks of a route that only some may use. */
export type Guard = {
  onRequest: onRequestHookHandler
  preValidation: preValidationHookHandler
  preHandler: preHandlerHookHandler
}

/** Lets in who has a role, before a byte of the body is read: 401 without a key, 403 with one of a lesser role. */
export function need(role: Role, door: Door): Guard {
  return {
    async onRequest(request) {
      const actor = whoAsks(request, door)
      if (!actor)
        throw new Problem(401, 'This needs a key: send it as "Authorization: Bearer KEY", or sign in.', {
          headers: { 'www-authenticate': `Bearer realm="calendar"${role === 'reader' ? ', Basic realm="calendar"' : ''}` },
        })
      if (roles.indexOf(actor.role) < roles.indexOf(role))
        throw new Problem(403, `This needs the role ${role}; the key of ${actor.name} has the role ${actor.role}.`, {
          headers: { 'www-authenticate': `Bearer realm="calendar", error="insufficient_scope", scope="${role}"` },
        })
      if (actor.csrf && isUnsafe(request)) fromOurPages(request, door)
    },
    async preValidation(request) {
      const { csrf } = actorOf(request)
      if (csrf && isUnsafe(request)) withToken(request, csrf)
    },
    // What is refused for its shape costs no more than reading, and is not counted.
    async preHandler(request) {
      if (isUnsafe(request)) spend(door, actorOf(request).keyId, request.ip)
    },
  }
}

function byKey(authorization: string, request: FastifyRequest, { store, now }: Door): Actor {
  const key = keyIn(authorization, request)
  const found = findKey(store, idOfKey(key) ?? '')
  // Compared even when there is none of that id, so that the time does not tell.
  const isRight = isEqual(hashOf(key), found?.hash ?? hashOf(''))
  if (!found || !isRight || !isValid(found, now())) {
    stopGuessing(store, request.ip, now())
    noteWrongKey(store, request.ip, now())
    const why = found && isRight ? 'The key is no longer valid: ask an administrator for another.' : 'The key is not known here.'
    throw new Problem(401, why, { headers: { 'www-authenticate': 'Bearer realm="calendar", error="invalid_token"' } })
  }
  const at = now().toISOString()
  if (!found.lastUsedAt || found.lastUsedAt.slice(0, 13) < at.slice(0, 13)) saveUse(store, found.id, at)
  return { keyId: found.id, name: found.name, role: found.role, until: found.until }
}

/** The key that a header shows. Programs that subscribe know passwords only (Basic, RFC 7617): they may read with it, whatever the name; browsers repeat a password unasked, so it writes nothing. */
function keyIn(authorization: string, request: FastifyRequest): string {
  const basic = isUnsafe(request) ? undefined : /^Basic +([\w+/]+=*) *$/i.exec(authorization)?.[1]
  if (basic)
    return Buffer.from(basic, 'base64')
      .toString()
      .replace(/^[^:]*:/, '')
  return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? ''
}

function bySession(request: FastifyRequest, { store, now, publicUrl }: Door): Actor | undefined {
  const secret = sessionCookie(request, publicUrl)
  const session = secret ? findSession(store, hashOf(secret)) : undefined
  if (!session || session.endsAt <= now().toISOString()) return undefined
  const key = findKey(store, session.keyId)
  if (!key || !isValid(key, now())) return undefined
  return { keyId: key.id, name: key.name, role: key.role, until: key.until, csrf: session.csrf }
}

function isUnsafe({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
}

/** The first half of the defence against forged requests: browsers say where a request comes from, and other sites cannot keep them from it. */
export function fromOurPages(request: FastifyRequest, { publicUrl }: Pick<Door, 'publicUrl'>): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  const ours = [new URL(publicUrl).origin, `${request.protocol}://${host}`]
  if (origin === undefined ? site === undefined || site === 'same-origin' || site === 'none' : ours.includes(origin)) return
  throw new Problem(403, 'The request comes from a page of another site.')
}

/** The second half: a token that only our pages know, as a header or as the field `_csrf` of a form, which is taken out of it. */
function withToken(request: FastifyRequest, csrf: string): void {
  const header = request.headers['x-csrf-token']
  const { body } = request
  const field = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)._csrf : undefined
  if (field !== undefined) delete (body as Record<string, unknown>)._csrf
  const token = typeof header === 'string' ? header : field
  if (typeof token === 'string' && isEqual(token, csrf)) return
  throw new Problem(403, 'The token of the session is missing or wrong: read the page again, then send it once more.')
}
