import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFresh } from './conditional.ts'
import { chooseEncoding } from './encoding.ts'
import { type Kept, type Packed, pack } from './kept.ts'

/** Answers with a kept body in the packing that the asker likes best, or with 304 when the asker has it already. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, kept: Kept): FastifyReply | Promise<FastifyReply> {
  const packed = pack(kept, chooseEncoding(request.headers))
  if (packed instanceof Promise) return packed.then((ready) => send(request, reply, kept, ready))
  return send(request, reply, kept, packed)
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { description }: Kept,
  { bytes, etag, headers, freshHeaders }: Packed,
) {
  const fresh = isFresh(request.headers, { etag, lastModifiedMs: description.lastModifiedMs })
  return fresh ? reply.code(304).headers(freshHeaders).send() : reply.headers(headers).send(bytes)
}
