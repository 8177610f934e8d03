import type { FastifyInstance } from 'fastify'
import type { Digests } from '../../digests/digests.ts'
import { digestRoutes } from '../../digests/routes.ts'
import type { Imports } from '../../import/imports.ts'
import { importRoutes } from '../../import/routes.ts'
import { keyRoutes } from '../../keys/routes.ts'
import type { Site } from '../../site.ts'
import type { Acts } from '../acts.ts'
import { answerRefusals } from '../answer/problem.ts'
import { readBodies } from '../body/check.ts'
import { auditRoutes } from './audit.ts'
import { changeRoutes } from './changes.ts'
import { eventWriting } from './events.ts'
import { feedWriting } from './feeds.ts'
import { historyRoutes } from './history.ts'
import { lifeRoutes } from './life.ts'
import { sourceWriting } from './sources.ts'
import { waitingRoutes } from './waiting.ts'

/** What people do, and what is done for them; without `imports` nothing can be handed in, without `digests` nothing is told. */
export type Doing = { acts: Acts; imports?: Imports | undefined; digests?: Digests | undefined }

/** Everything people do through the API, in a scope of its own: how bodies are read and refusals told does not touch reading. */
export function writeRoutes(app: FastifyInstance, site: Site, { acts, imports, digests }: Doing): void {
  app.register(async (scope) => {
    readBodies(scope)
    scope.setErrorHandler(answerRefusals)
    eventWriting(scope, site, acts)
    lifeRoutes(scope, site, acts)
    waitingRoutes(scope, site, acts)
    feedWriting(scope, site, acts)
    historyRoutes(scope, site, acts)
    auditRoutes(scope, site)
    changeRoutes(scope, site)
    sourceWriting(scope, site, acts)
    keyRoutes(scope, site)
    if (imports) importRoutes(scope, site, imports)
    if (digests) digestRoutes(scope, site, digests)
  })
}
