import type { FastifyInstance } from 'fastify'
import { allFeeds, findFeed, formerNames, type StoredFeed } from '../../store/named-feeds.ts'
import { FeedDocument, tellSelection } from '../feeds/document.ts'
import { builtIn, builtInNames, type NamedFeed } from '../feeds/names.ts'
import { sendKept } from '../http/answer/send.ts'
import { Problem, ProblemDocument } from '../http/refuse/problem.ts'
import { Type } from '../http/schema/type.ts'
import type { Site } from '../site.ts'
import { keepJson } from './events.ts'

/** `/api/feeds` and `/api/feeds/<name>`: the feeds that are always there and those that editors saved. */
export function feedListRoutes(app: FastifyInstance, site: Site): void {
  const none = Type.Object({}, { additionalProperties: false })

  app.get(
    '/api/feeds',
    {
      schema: {
        tags: ['feeds'],
        summary: 'Every feed with its addresses, closed ones too.',
        querystring: none,
        response: { 200: Type.Object({ feeds: Type.Array(FeedDocument) }, { title: 'Feeds' }), 400: ProblemDocument },
      },
    },
    function feeds(request, reply) {
      const always = builtInNames.flatMap((name) => builtIn(name) ?? []).map((feed) => tellBuiltIn(feed, site))
      const saved = allFeeds(site.store).map((feed) => tellFeed(feed, site))
      return sendKept(request, reply, keepJson({ feeds: [...always, ...saved] }))
    },
  )

  app.get<{ Params: { name: string } }>(
    '/api/feeds/:name',
    {
      schema: {
        tags: ['feeds'],
        summary: 'One feed by its name, or a name it had; its ETag is what a change is sent with.',
        params: Type.Object({ name: Type.String({ maxLength: 100, description: 'name of the feed' }) }),
        querystring: none,
        response: { 200: FeedDocument, 400: ProblemDocument, 404: ProblemDocument },
      },
    },
    function feed(request, reply) {
      const { name } = request.params
      const [always, saved] = [builtIn(name), findFeed(site.store, name)]
      if (!always && !saved) throw new Problem(404, `There is no feed "${name}".`)
      return sendKept(request, reply, keepJson(always ? tellBuiltIn(always, site) : tellFeed(saved as StoredFeed, site)))
    },
  )
}

/** A saved feed as the API tells it. */
export function tellFeed(feed: StoredFeed, { store, publicUrl }: Site) {
  const { name, title, description, color, selection, createdAt, changedAt, closedAt } = feed
  return {
    name,
    title,
    description,
    color,
    selection: tellSelection(selection),
    state: closedAt ? 'closed' : 'open',
    formerNames: formerNames(store, feed),
    url: `${publicUrl}/feeds/${name}`,
    addresses: addresses(name, publicUrl),
    createdAt,
    changedAt,
    ...(closedAt && { closedAt }),
  }
}

function tellBuiltIn({ name, title, description, color, selection, page }: NamedFeed, { publicUrl }: Site) {
  const { bodies } = selection
  return {
    name,
    title,
    description,
    color,
    selection: tellSelection(bodies ? { bodies } : {}),
    state: 'always',
    formerNames: [],
    url: publicUrl + page,
    addresses: addresses(name, publicUrl),
  }
}

function addresses(name: string, publicUrl: string) {
  const [ics, atom, json] = ['ics', 'atom', 'json'].map((extension) => `${publicUrl}/feeds/${name}.${extension}`)
  return { ics, atom, json, embed: `${publicUrl}/embed/frame?feed=${name}` }
}
