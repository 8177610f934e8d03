import type { RequestListener } from 'node:http'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify'
import type { Source } from '#source'
import { type Config, voiceOf } from './config.ts'
import type { Language } from './publish/index.ts'
import type { Store } from './store/database.ts'
import { eventRoutes } from './web/api/events.ts'
import { feedListRoutes } from './web/api/feeds.ts'
import { healthRoutes } from './web/api/health.ts'
import { describeRoutes, docsRoutes, openApiRoute } from './web/api/openapi.ts'
import { sourceRoutes } from './web/api/sources.ts'
import { type Desk, deskRoutes } from './web/desk/index.ts'
import type { Digests } from './web/digests/digests.ts'
import { embedRoutes } from './web/embed/routes.ts'
import { feedNames } from './web/feeds/names.ts'
import { feedRoutes } from './web/feeds/routes.ts'
import { singleRoutes } from './web/feeds/single.ts'
import { type Front, openFront } from './web/front.ts'
import { guardAnswers } from './web/http/answer/headers.ts'
import { logCounts } from './web/http/counts.ts'
import { isWellFormed, malformed, refuseBytes } from './web/http/refuse/errors.ts'
import { answerUnknown } from './web/http/refuse/not-found.ts'
import { validatorCompiler } from './web/http/refuse/validate.ts'
import type { Imports } from './web/import/imports.ts'
import { assetRoutes } from './web/pages/frame/assets.ts'
import { answerReaders } from './web/pages/frame/refusal.ts'
import { keepPages, pageRoutes } from './web/pages/routes.ts'
import type { Site } from './web/site.ts'
import type { Acts } from './web/write/acts.ts'
import { writeRoutes } from './web/write/routes/index.ts'

/** What the HTTP side is built over; `now` is the clock, `log` says nothing when it is absent. */
export type Deps = {
  store: Store
  config: Config
  sources: Source[]
  now?: () => Date
  log?: FastifyBaseLogger
  /** What answers feeds already, and hands over the rest. */
  front?: Front
  /** What people do; without it nothing can be written. */
  acts?: Acts
  /** What people hand in; without it nothing can be. */
  imports?: Imports
  /** What changed, as it is told; without it nothing is told ahead. */
  digests?: Digests
  /** The languages of pages, where all of it is written to files. */
  files?: Language[]
  /** The kept pages of a source as they were read. */
  explain?: Desk['explain']
}

/** The HTTP side: every family of addresses, in the order of a table of contents. */
export function buildApp(deps: Deps): FastifyInstance {
  const site = siteOf(deps)
  const { feeds, counts, server, handOver } = deps.front ?? openFront(site)
  const pages = keepPages(site)
  const answerError = answerReaders(site)
  let answer: RequestListener
  const app = Fastify({
    ...(deps.log && { loggerInstance: deps.log }),
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: refuseBytes,
    // Said here, or Fastify loads the compilers of its own at every start.
    schemaController: {
      compilersFactory: { buildValidator: () => validatorCompiler as never, buildSerializer: () => () => JSON.stringify },
    },
    // A calendar program that is told 503 may give the calendar up.
    return503OnClosing: false,
    trustProxy: deps.config.TRUST_PROXY || false,
    bodyLimit: 1_000_000,
    routerOptions: { maxParamLength: 300 },
    serverFactory(routes) {
      answer = routes as RequestListener
      return server
    },
    frameworkErrors: (error, request, reply) => answerError(error as FastifyError, request, reply),
  })

  app.setErrorHandler(answerError)
  guardAnswers(app)
  app.addHook('onRequest', (request, _, done) => done(isWellFormed(request.url) ? undefined : malformed))
  answerUnknown(app)
  app.addHook('onReady', (done) => done(void handOver(answer)))
  logCounts(app, counts)
  describeRoutes(app, site.publicUrl)

  app.register(async (open) => feedRoutes(open, site, feeds, pages, feedNames(site.store)))
  app.register(async (open) => {
    eventRoutes(open, site)
    feedListRoutes(open, site)
    sourceRoutes(open, site)
    healthRoutes(open, site)
    openApiRoute(open)
    docsRoutes(open)
    if (deps.acts) {
      writeRoutes(open, site, { ...deps, acts: deps.acts })
      deskRoutes(open, { site, acts: deps.acts, imports: deps.imports, explain: deps.explain })
    }
    singleRoutes(open, site, pages)
    embedRoutes(open, site)
    assetRoutes(open)
    pageRoutes(open, site, pages)
  })
  return app
}

/** What every answer of {@link buildApp} is made from. */
export function siteOf({ store, config, sources, files, now = () => new Date() }: Deps): Site {
  const voice = voiceOf(config)
  return { store, sources, now, publicUrl: voice.publicUrl, ...(files && { files }), voice }
}
