import type { FastifyReply, FastifyRequest } from 'fastify'
import { findKey } from '../../store/keys/keys.ts'
import { dropSession, saveSession } from '../../store/keys/sessions.ts'
import { Problem } from '../http/refuse/problem.ts'
import { noteWrongKey, stopGuessing } from './attempts.ts'
import { sessionCookie, setSession } from './cookie.ts'
import { type Actor, type Door, fromOurPages } from './guard.ts'
import { isValid } from './keep.ts'
import { hashOf, idOfKey, isEqual, newSecret } from './token.ts'

const lastsMs = 7 * 24 * 3_600_000

/**
 * Opens a session for who holds a key and sets its cookie; answers who it is, with the token that forms must send along. A wrong key is a 401, too many
 * are a 429 whatever key comes then. The session lasts a week, and never longer than the key.
 */
export function signIn(request: FastifyRequest, reply: FastifyReply, key: string, door: Door): Actor & { csrf: string } {
  const { store, now, publicUrl } = door
  fromOurPages(request, door)
  stopGuessing(store, request.ip, now())
  const text = key.trim()
  const found = findKey(store, idOfKey(text) ?? '')
  const isRight = isEqual(hashOf(text), found?.hash ?? hashOf(''))
  if (!found || !isRight || !isValid(found, now())) {
    noteWrongKey(store, request.ip, now())
    throw new Problem(401, found && isRight ? 'The key is no longer valid.' : 'The key is not known here.', {
      headers: { 'www-authenticate': 'Bearer realm="calendar"' },
    })
  }
  const at = now()
  const ends = Math.min(at.getTime() + lastsMs, found.until ? Date.parse(found.until) : Number.POSITIVE_INFINITY)
  const secret = newSecret()
  const csrf = newSecret()
  saveSession(store, {
    id: hashOf(secret),
    keyId: found.id,
    csrf,
    createdAt: at.toISOString(),
    endsAt: new Date(ends).toISOString(),
  })
  reply.header('set-cookie', setSession(request, publicUrl, secret, Math.floor((ends - at.getTime()) / 1000)))
  return { keyId: found.id, name: found.name, role: found.role, until: found.until, csrf }
}

/** Ends the session of a browser, if it has one. */
export function signOut(request: FastifyRequest, reply: FastifyReply, { store, publicUrl }: Door): void {
  const secret = sessionCookie(request, publicUrl)
  if (secret) dropSession(store, hashOf(secret))
  reply.header('set-cookie', setSession(request, publicUrl, '', 0))
}
