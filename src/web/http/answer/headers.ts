import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** What every answer says that no page of ours needs more than: no foreign code, no framing, no sniffing, no referrer to others. */
export const securityHeaders: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
}

/** Puts {@link securityHeaders} on every answer of `app` that does not say otherwise. */
export function guardAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(securityHeaders)
    done()
  })
}

/** What feeds say: they hold nothing that a browser would load or run. */
export const feedHeaders: Record<string, string> = {
  ...securityHeaders,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

type Listener = (request: IncomingMessage, response: ServerResponse<IncomingMessage> & { req: IncomingMessage }) => void

/** A listener whose every answer asks browsers to come by TLS only from now on (RFC 6797), where readers reach us by TLS; else the listener itself. */
export function overTls(publicUrl: string, next: Listener): Listener {
  if (!publicUrl.startsWith('https://')) return next
  return (request, response) => {
    response.setHeader('strict-transport-security', 'max-age=31536000')
    next(request, response)
  }
}
