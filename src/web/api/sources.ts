import type { FastifyInstance } from 'fastify'
import { dayWords } from '../../publish/index.ts'
import { issuesOf, lastRuns, type Run } from '../../store/visits/runs.ts'
import { type SourceState, sourceState } from '../../store/visits/sources.ts'
import { sendKept } from '../http/answer/send.ts'
import { Type } from '../http/schema/type.ts'
import type { Site } from '../site.ts'
import { keepJson } from './events.ts'
import { SourceDocument } from './schemas.ts'

/** `/api/sources`: each source and how it is. */
export function sourceRoutes(app: FastifyInstance, site: Site): void {
  app.get(
    '/api/sources',
    {
      schema: {
        tags: ['sources'],
        summary: 'Where the events are read from, and how each source is.',
        querystring: Type.Object({}, { additionalProperties: false }),
        response: { 200: Type.Object({ sources: Type.Array(SourceDocument) }, { title: 'SourceList' }) },
      },
    },
    (request, reply) => sendKept(request, reply, keepJson({ sources: tellSources(site) })),
  )
}

/** Every source as {@link SourceDocument}. */
export function tellSources({ store, sources, now }: Pick<Site, 'store' | 'sources' | 'now'>) {
  return sources.map((source) => {
    const [last] = lastRuns(store, source.id)
    const known = sourceState(store, source.id)
    const state = stateOf(known, last)
    return {
      id: source.id,
      title: source.title,
      publisher: source.publisher,
      body: source.body,
      pages: source.pages.flat(),
      state,
      says: sentence(state, known, last, now()),
      lastRun: last
        ? {
            outcome: last.outcome,
            sentence: last.sentence,
            startedAt: last.startedAt,
            endedAt: last.endedAt,
            counts: last.counts,
          }
        : null,
      lastSuccessAt: known.lastSuccessAt,
      failingSince: known.failingSince,
      nextVisitAt: known.pausedAt ? null : known.nextVisitAt,
      issues: last ? issuesOf(store, last.id) : [],
    }
  })
}

/** How a source is, in one word. */
export type SourceHealth = 'healthy' | 'new' | 'failing' | 'refused' | 'paused'

function stateOf(known: SourceState, last: Run | undefined): SourceHealth {
  if (known.pausedAt) return 'paused'
  if (last?.outcome === 'refused') return 'refused'
  if (last?.outcome === 'failed') return 'failing'
  return last ? 'healthy' : 'new'
}

function sentence(state: SourceHealth, known: SourceState, last: Run | undefined, now: Date): string {
  const next = known.nextVisitAt
    ? `It is visited again ${inWords(known.nextVisitAt, now)}.`
    : 'It is visited at the next occasion.'
  const since = known.failingSince ? ` since ${dayWords(known.failingSince.slice(0, 10))}` : ''
  if (state === 'new') return 'It was not visited yet.'
  if (state === 'paused')
    return `It is paused since ${dayWords(known.pausedAt?.slice(0, 10) ?? '')}${known.pausedWhy ? `: ${known.pausedWhy}` : '.'}`
  if (state === 'refused') return `${last?.sentence ?? 'What was read looked wrong.'} What was read before is kept. ${next}`
  if (state === 'failing') return `It could not be read${since}: ${last?.sentence ?? 'the reason is not known.'} ${next}`
  const issues = last?.counts.issues ? ` ${last.counts.issues} of its lines could not be understood.` : ''
  return `It was read ${inWords(last?.endedAt ?? '', now)} and ${last?.outcome === 'unchanged' ? 'had not changed' : 'understood'}.${issues} ${next}`
}

/** `3 hours ago`, `in 2 days`, from one instant to another. */
function inWords(instant: string, now: Date): string {
  const minutes = Math.round((Date.parse(instant) - now.getTime()) / 60_000)
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute')
  return Math.abs(minutes) < 48 * 60
    ? words.format(Math.round(minutes / 60), 'hour')
    : words.format(Math.round(minutes / 1440), 'day')
}
