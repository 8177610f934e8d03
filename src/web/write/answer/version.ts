import type { FastifyRequest } from 'fastify'
import type { Event } from '../../../event/index.ts'
import { toJson } from '../../../publish/index.ts'
import { keepJson, withProvenance } from '../../api/events.ts'
import { Problem } from '../../http/refuse/problem.ts'
import type { Site } from '../../site.ts'

/** The entity tag of an event as `GET /api/events/<uid>` gives it, unpacked. */
export function tagOf(event: Event, site: Pick<Site, 'publicUrl'>): string {
  return `"${keepJson(toJson(event, site)).hash}"`
}

/**
 * Compares If-Match with an event (RFC 9110 section 13.1.1, strongly): 428 without one where one must be (RFC 6585 section 3), 412 when the event was
 * changed since, with both versions. A tag of a packed answer, or of one with provenance, names the same version, this one until its sources are seen again.
 */
export function checkVersion(
  request: FastifyRequest,
  event: Event,
  site: Pick<Site, 'store' | 'publicUrl'>,
  { required = true } = {},
): void {
  const given = request.headers['if-match']
  const current = tagOf(event, site)
  if (given === undefined) {
    if (!required) return
    throw new Problem(428, 'Say which version you change: read the event and send its ETag as If-Match.', {
      headers: { etag: current },
    })
  }
  if (given.trim() === '*') return
  const tags = tagsIn(given)
  if (tags.includes(current) || tags.includes(`"${keepJson(withProvenance(event, site)).hash}"`)) return
  const { uid, revision, modifiedAt } = event
  throw new Problem(
    412,
    `The event was changed since you read it: you have ${given.slice(0, 200)}, and now it is ${current} (revision ${revision}, changed ${modifiedAt}).`,
    {
      members: {
        yours: given.slice(0, 200),
        current: { etag: current, uid, sequence: revision, lastModified: modifiedAt },
        event: toJson(event, site),
      },
      headers: { etag: current },
    },
  )
}

/** {@link checkVersion} for what has a tag of its own: `members` tell the version there is now. */
export function compareTags(request: FastifyRequest, current: string, required: boolean, members: Record<string, unknown>): void {
  const given = request.headers['if-match']
  if (given === undefined && required)
    throw new Problem(428, 'Say which version you change: read it and send its ETag as If-Match.', { headers: { etag: current } })
  if (given === undefined || given.trim() === '*' || tagsIn(given).includes(current)) return
  throw new Problem(412, `It was changed since you read it: you have ${given.slice(0, 200)}, and now it is ${current}.`, {
    members: { yours: given.slice(0, 200), current: { etag: current }, ...members },
    headers: { etag: current },
  })
}

/** The strong tags of If-Match, without the name of their packing. */
function tagsIn(given: string): string[] {
  return [...given.matchAll(/(W\/)?"([^"]*)"/g)]
    .filter(([, weak]) => !weak)
    .map(([, , tag = '']) => `"${tag.replace(/-(br|gzip)$/, '')}"`)
}
