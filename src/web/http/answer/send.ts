import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFresh } from './conditional.ts'
import { chooseEncoding } from './encoding.ts'
import { type Kept, type Packed, pack } from './kept.ts'

/** Answers with a kept body in the packing that the asker likes best, or with 304 when the asker has it already. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, kept: Kept): FastifyReply | Promise<FastifyReply> {
  const packed = pack(kept, chooseEncoding(request.headers))
  const answer = (ready: Packed) => {
    // Past the framework: its reply costs more than the answer itself.
    reply.hijack()
    write(request.raw, reply.raw, kept, ready)
    return reply
  }
  return packed instanceof Promise ? packed.then(answer) : answer(packed)
}

/** Makes a listener that answers what is kept and warm before any routing, and leaves everything else to `next`. */
export function answerWarm(
  warm: (url: string) => Kept | undefined,
  count: (status: number) => void,
  next: (request: IncomingMessage, response: ServerResponse) => void,
): (request: IncomingMessage, response: ServerResponse) => void {
  return function answer(request, response) {
    const kept = request.method === 'GET' || request.method === 'HEAD' ? warm(request.url ?? '') : undefined
    if (!kept) return next(request, response)
    const packed = pack(kept, chooseEncoding(request.headers))
    const send = (ready: Packed) => count(write(request, response, kept, ready))
    if (packed instanceof Promise) packed.then(send, (error: Error) => response.destroy(error))
    else send(packed)
  }
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  { description }: Kept,
  { bytes, etag, headers, freshHeaders }: Packed,
): number {
  const fresh = isFresh(request.headers, { etag, lastModifiedMs: description.lastModifiedMs })
  if (fresh) response.writeHead(304, freshHeaders).end()
  else response.writeHead(200, headers).end(bytes)
  return response.statusCode
}
