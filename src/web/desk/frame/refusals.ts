import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { securityHeaders } from '../../http/answer/headers.ts'
import { Problem } from '../../http/refuse/problem.ts'
import { html } from '../../pages/frame/html.ts'
import { ActRefused } from '../../write/acts.ts'
import { sendOutside } from './layout.ts'
import { cameFrom, deskPath } from './visit.ts'

const statuses = { unknown: 404, conflict: 409, wrong: 422 } as const

/** Tells what went wrong as a page with a way back; who is not signed in signs in first, and goes on to where they were going. */
export function answerAtDesk(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status, sentence, headers } = told(error)
  reply.headers({ ...securityHeaders, ...headers })
  if (status === 401 && request.method === 'GET') {
    reply.redirect(signInPath(request.url), 303)
    return
  }
  if (status >= 500) request.log.error({ err: error, url: request.url }, 'A page of the desk could not be answered.')
  const from = cameFrom(request)
  const way =
    status === 401
      ? html`<a class="call" href="${signInPath(from)}">Sign in</a>`
      : html`<a class="call" href="${from}">Back to the page</a>`
  const kept =
    request.method === 'POST' &&
    html`<p>Nothing was changed. What you typed is kept in this browser window until you send it again.</p>`
  const title = status === 401 ? 'You are signed out' : (STATUS_CODES[status] ?? 'It did not work')
  const words: Record<number, string> = {
    403: 'This is not open to you',
    404: 'There is nothing here',
    409: 'That cannot be done now',
  }
  const main = html`<h1>${words[status] ?? (status >= 500 ? 'Something here went wrong' : title)}</h1><p>${sentence}</p>${kept}<p>${way}</p>`
  sendOutside(reply, { title, main, status })
}

/** The address of the sign-in page that leads on to another page. */
function signInPath(to: string): string {
  const path = deskPath(to)
  return path === '/desk' ? '/desk/sign-in' : `/desk/sign-in?to=${encodeURIComponent(path)}`
}

/** What was refused, in words for a person. */
function told(error: FastifyError | Error): { status: number; sentence: string; headers: Record<string, string> } {
  if (error instanceof ActRefused) return { status: statuses[error.why], sentence: error.message, headers: {} }
  if (error instanceof Problem) return { status: error.status, sentence: error.message, headers: error.headers }
  const { statusCode = 500, message } = error as FastifyError
  if (statusCode === 413) return { status: 413, sentence: 'That is too large to be sent.', headers: {} }
  if (statusCode < 500) return { status: statusCode, sentence: message.endsWith('.') ? message : `${message}.`, headers: {} }
  return { status: 500, sentence: 'It was noted; please try once more.', headers: {} }
}
