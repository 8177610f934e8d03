import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Event } from '../../../event/index.ts'
import { toJson } from '../../../publish/index.ts'
import type { LogEntry } from '../../../reconcile/index.ts'
import { actorOf } from '../../keys/guard.ts'
import type { Site } from '../../site.ts'
import type { By, Done, How } from '../acts.ts'
import type { HowQuery } from './documents.ts'
import { tagOf } from './version.ts'

/** Who acts. */
export function byOf(request: FastifyRequest): By {
  const { name, keyId } = actorOf(request)
  return { name, keyId }
}

/** How it is asked for. */
export function howOf(request: FastifyRequest): How {
  const { dryRun, reason } = request.query as HowQuery
  return { dryRun, reason: reason?.replace(/\s+/g, ' ').trim() || undefined }
}

/** What came of an act, as the API tells it. */
export function tellDone(done: Done, { dryRun = false }: How, site: Site) {
  return {
    actionId: done.actionId,
    sentence: done.sentence,
    dryRun,
    ...(done.event && { etag: tagOf(done.event, site), event: toJson(done.event, site) }),
    events: done.events.map((event) => toJson(event, site)),
    changes: done.changes.map((entry) => tellChange(entry, site)),
    possibleDuplicates: done.possibleDuplicates.map(({ review, score, reasons, event }) => ({
      review,
      score,
      reasons,
      event: toJson(event, site),
    })),
  }
}

/** What became of an event, as the API tells it. */
export function tellChange({ uid, slug, title, kind, mergedInto, fields }: LogEntry, { publicUrl }: Pick<Site, 'publicUrl'>) {
  return { uid, url: `${publicUrl}/events/${slug}`, title, kind, ...(mergedInto !== undefined && { mergedInto }), fields }
}

/** Sends what came of an act; not to be kept by anybody. */
export function sendDone(reply: FastifyReply, done: Done, how: How, site: Site, { etag = true } = {}): FastifyReply {
  const told = tellDone(done, how, site)
  if (etag && told.etag && !how.dryRun) reply.header('etag', told.etag)
  return sendJson(reply, told)
}

/** Sends a value as JSON that nobody keeps: it is for who asked. */
export function sendJson(reply: FastifyReply, value: unknown): FastifyReply {
  return reply
    .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .send(JSON.stringify(value))
}

/** The address of an event in the API. */
export function addressOf({ uid }: Event): string {
  return `/api/events/${encodeURIComponent(uid)}`
}
