import type { FastifyRequest } from 'fastify'
import { pageWordsOf } from '../../../publish/index.ts'
import { type Role, roles } from '../../../store/keys/keys.ts'
import type { Imports } from '../../import/imports.ts'
import { type Actor, actorOf } from '../../keys/guard.ts'
import { type Reader, readerOf } from '../../pages/frame/reader.ts'
import type { Site } from '../../site.ts'
import type { Acts, Done } from '../../write/acts.ts'

/** What the desk works with: the same acts as the API, never a second way to write. */
export type Desk = {
  site: Site
  acts: Acts
  imports?: Imports | undefined
  /** The kept pages of a source as they were read, line by line; see `explain`. */
  explain?: ((sourceId: string) => Promise<ExplainedPage[]>) | undefined
}

/** A page as it was read: where it is, when it was received (ISO 8601, UTC), and its lines. */
export type ExplainedPage = { url: string; receivedAt: string; text: string }

/** Who is at the desk, and what they asked. */
export type Visit = { desk: Desk; actor: Actor; reader: Reader }

/** The visit of a request that a guard let in. The desk speaks English. */
export function visitOf(request: FastifyRequest, desk: Desk): Visit {
  const reader = readerOf(desk.site, request.url, 'en')
  return { desk, actor: actorOf(request), reader: { ...reader, language: 'en', words: pageWordsOf('en'), said: false } }
}

/** Whether who is at the desk may do what a role may. */
export function may({ actor }: Pick<Visit, 'actor'>, role: Role): boolean {
  return roles.indexOf(actor.role) >= roles.indexOf(role)
}

/** Who acts, for the history. */
export function byOf({ actor }: Visit): { name: string; keyId: string } {
  return { name: actor.name, keyId: actor.keyId }
}

/** An address of the desk to go on to: what was asked if it is one, else its first page; never another site's. */
export function deskPath(asked: string | undefined, otherwise = '/desk'): string {
  return asked && /^\/desk(?:[/?][\w./?=&%~,:+-]*)?$/.test(asked) && !asked.startsWith('/desk/sign-in') ? asked : otherwise
}

/** An address of the desk that also tells what was done. */
export function withDone(path: string, { actionId }: Pick<Done, 'actionId'>): string {
  const [address = '', query] = path.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('done', String(actionId))
  return `${address}?${parameters}`
}

/** The page of the desk on which a form stood. */
export function cameFrom({ headers }: FastifyRequest, otherwise?: string): string {
  const url = URL.parse(headers.referer ?? '')
  return url ? deskPath(`${url.pathname}${url.search}`, otherwise) : deskPath(undefined, otherwise)
}
