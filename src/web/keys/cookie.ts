import type { FastifyRequest } from 'fastify'

/** Whether the reader's side of the connection is encrypted, as far as the settings let us know. */
function isSecure(request: FastifyRequest, publicUrl: string): boolean {
  return request.protocol === 'https' || publicUrl.startsWith('https://')
}

/** What the session cookie holds. Behind TLS its name has the prefix that only a secure page of this very host may set (RFC 6265bis section 4.1.3.2). */
export function sessionCookie(request: FastifyRequest, publicUrl: string): string | undefined {
  const name = nameOf(isSecure(request, publicUrl))
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** The header that sets the session cookie for so many seconds, or ends it (0). */
export function setSession(request: FastifyRequest, publicUrl: string, secret: string, seconds: number): string {
  const secure = isSecure(request, publicUrl)
  return `${nameOf(secure)}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

function nameOf(secure: boolean): string {
  return secure ? '__Host-session' : 'session'
}
