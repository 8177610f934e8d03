import { readFileSync } from 'node:fs'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Kept } from '../http/answer/kept.ts'
import { sendKept } from '../http/answer/send.ts'
import { type Answers, finished } from './described.ts'
import { keepJson } from './events.ts'

/** What the service answered to a test that asks everything once. */
function answers(): Answers {
  return JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8'))
}

/** Collects the schemas of every route declared after this. */
export function describeRoutes(app: FastifyInstance, publicUrl: string): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'UN crime calendar',
        description:
          'Meetings of the United Nations bodies on crime, drugs and corruption. Reading is open to all and needs no key.',
        version: '1',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: publicUrl }],
      tags: [
        { name: 'events', description: 'What is on, and when.' },
        { name: 'feeds', description: 'Calendars to subscribe to.' },
        { name: 'sources', description: 'Where it was read.' },
        { name: 'health', description: 'For whoever runs the service.' },
        { name: 'writing', description: 'Entering and changing events; needs the key of an editor.' },
        { name: 'import', description: 'Texts, calendars and tables taken over in two steps.' },
        { name: 'digests', description: 'What changed since the last time; needs the key of a reader.' },
        { name: 'reviews', description: 'What waits for a person.' },
        { name: 'history', description: 'Who did what, and taking it back.' },
        { name: 'keys', description: 'Who may do what.' },
      ],
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'A key, as `npm run keys -- make` makes it.' },
          password: {
            type: 'http',
            scheme: 'basic',
            description:
              'A key as the password, with any name: for programs that subscribe. It opens what is read, and writes nothing.',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'session',
            description: 'The session of a browser (POST /api/session); writes also send its token as X-CSRF-Token.',
          },
        },
      },
    },
    transformObject: (described) =>
      ('openapiObject' in described ? finished(described.openapiObject as never, answers()) : described.swaggerObject) as never,
    hideUntagged: true,
    exposeHeadRoutes: false,
  })
}

/** `/openapi.json`: OpenAPI 3.1 of the routes, made when it is first asked for. */
export function openApiRoute(app: FastifyInstance): void {
  let kept: Kept | undefined
  app.get('/openapi.json', { schema: { hide: true } }, (request, reply) => {
    kept ??= keepJson(app.swagger())
    return sendKept(request, reply, kept)
  })
}

/** `/docs`: the same to be read and tried in a browser; it asks nobody but this service. */
export function docsRoutes(app: FastifyInstance): void {
  app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'UN crime calendar: the API' },
    uiConfig: {
      layout: 'BaseLayout',
      validatorUrl: null,
      docExpansion: 'list',
      tryItOutEnabled: true,
      persistAuthorization: false,
    },
  })
}
