import { isUtf8 } from 'node:buffer'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { securityHeaders } from '../answer/headers.ts'
import { Problem, toProblemDocument } from './problem.ts'

/**
 * The one catch of the HTTP side: whatever was thrown becomes a problem document (RFC 9457). What nobody expected is logged and told
 * without its reasons.
 */
export function answerError(error: FastifyError | Problem | Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error)
  if (problem.status >= 500) request.log.error({ err: error, url: request.url }, 'A request could not be answered.')
  if (problem.status >= 500 && request.url.startsWith('/feeds/')) leaveAsItIs(request, reply)
  else sendProblem(problem, request, reply)
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*')
  sendRefusal(problem, reply, {
    type: 'application/problem+json',
    body: JSON.stringify(toProblemDocument(problem, request.url)),
  })
}

/** Sends what says a problem, in whichever media type; nobody keeps it, and it carries the headers of the problem. */
export function sendRefusal(problem: Problem, reply: FastifyReply, { type, body }: { type: string; body: string }): void {
  reply
    .code(problem.status)
    .headers({
      ...securityHeaders,
      'cache-control': 'no-store',
      ...problem.headers,
      'content-type': `${type}; charset=utf-8`,
    })
    .send(body)
}

/** Whether every percent sign of an address begins the code of a character that may stand there; NUL may not. */
export function isWellFormed(url: string): boolean {
  if (!url.includes('%')) return true
  if (/%(?![0-9a-f]{2})|%00/i.test(url)) return false
  const runs = url.match(/(?:%[0-9a-f]{2})+/gi) ?? []
  return runs.every((run) => isUtf8(Buffer.from(run.replaceAll('%', ''), 'hex')))
}

/** The answer to an address that cannot be read. */
export const malformed = new Problem(400, 'The address has a percent sign that does not begin the code of a character.')

// A calendar program that is told 5xx may give the calendar up; one that has a copy keeps it, one without tries again when cut off.
function leaveAsItIs(request: FastifyRequest, reply: FastifyReply): void {
  const { headers } = request
  if (headers['if-none-match'] ?? headers['if-modified-since']) {
    reply.code(304).send()
    return
  }
  reply.hijack()
  reply.raw.destroy()
}

/** What was thrown, as the problem that a reader is told; 500 for what nobody expected. */
export function toProblem(error: FastifyError | Problem | Error): Problem {
  if (error instanceof Problem) return error
  const { statusCode, code } = error as FastifyError
  if (code === 'FST_ERR_BAD_URL') return malformed
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') return new Problem(404, 'There is nothing at so long an address.')
  if (statusCode && statusCode < 500)
    return new Problem(statusCode, error.message.endsWith('.') ? error.message : `${error.message}.`)
  return new Problem(500, 'Something here went wrong; it was noted.')
}

/** Answers bytes that are no HTTP request (RFC 9112 section 2.2), before there is a request to answer. */
export function refuseBytes(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const body = JSON.stringify(toProblemDocument(new Problem(status, 'What was sent is no HTTP request that can be read.'), ''))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${body.length}`,
    ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`)
}
