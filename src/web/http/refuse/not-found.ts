import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

/**
 * Answers what no route answers: 404, or where the address exists 405 with the methods that it has (RFC 9110 section 15.5.6), for
 * every method that Node can read, PROPFIND and its like too. OPTIONS on a known address answers 204, so that scripts of other
 * sites may ask (Fetch standard, CORS preflight). Must be called before the routes are declared.
 */
export function answerUnknown(app: FastifyInstance): void {
  const known: { pattern: RegExp; methods: Set<string> }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = toPattern(url)
    const route = known.find((other) => other.pattern.source === pattern.source) ?? { pattern, methods: new Set() }
    if (!route.methods.size) known.push(route)
    for (const name of [method].flat()) route.methods.add(name)
  })
  const allowed = (request: FastifyRequest) => {
    const path = request.url.split('?')[0] ?? ''
    return [...new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods]))].sort()
  }
  // A hook, because it runs before a body that nobody wants is read.
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done()
    const methods = allowed(request)
    if (!methods.length) return done(new Problem(404, `There is nothing at ${request.url.split('?')[0]}.`))
    const allow = [...methods, 'OPTIONS'].join(', ')
    if (request.method === 'OPTIONS') {
      reply
        .code(204)
        .headers({ allow, ...preflight(request, methods) })
        .send()
      return
    }
    done(new Problem(405, `${request.method} cannot be used here; ${allow} can.`, { headers: { allow } }))
  })
  app.setNotFoundHandler((request) => {
    throw new Problem(404, `There is nothing at ${request.url}.`)
  })
}

function preflight(request: FastifyRequest, methods: string[]): Record<string, string> {
  if (!request.headers.origin) return {}
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': methods.filter((method) => method === 'GET' || method === 'HEAD').join(', '),
    'access-control-allow-headers': 'If-None-Match, If-Modified-Since, Accept, Accept-Language',
    'access-control-max-age': '86400',
  }
}

function toPattern(url: string): RegExp {
  const source = url
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replace(/\*/g, '.*')
  return new RegExp(`^${source}$`)
}
