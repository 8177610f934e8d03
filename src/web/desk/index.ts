import type { FastifyInstance } from 'fastify'
import { feedRoutes } from './feeds/routes.ts'
import { answerAtDesk } from './frame/refusals.ts'
import { readForms } from './frame/typed.ts'
import type { Desk } from './frame/visit.ts'
import { historyRoutes } from './history/routes.ts'
import { keyRoutes } from './keys/keys.ts'
import { signInRoutes } from './keys/sign-in.ts'
import { newRoutes } from './meetings/new/routes.ts'
import { seriesRoutes } from './meetings/new/series.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { pasteRoutes } from './paste/routes.ts'
import { sourceRoutes } from './sources/routes.ts'
import { waitingRoutes } from './waiting/routes.ts'

export type { Desk } from './frame/visit.ts'

/** The secretary's desk, in a scope of its own: forms are read, and refusals told, as people need it. Nothing of it is in the description of the API. */
export function deskRoutes(app: FastifyInstance, desk: Desk): void {
  app.register(async (scope) => {
    readForms(scope)
    scope.setErrorHandler(answerAtDesk)
    scope.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true }
    })
    signInRoutes(scope, desk)
    waitingRoutes(scope, desk)
    meetingRoutes(scope, desk)
    newRoutes(scope, desk)
    seriesRoutes(scope, desk)
    if (desk.imports) pasteRoutes(scope, desk, desk.imports)
    historyRoutes(scope, desk)
    sourceRoutes(scope, desk)
    feedRoutes(scope, desk)
    keyRoutes(scope, desk)
  })
}
