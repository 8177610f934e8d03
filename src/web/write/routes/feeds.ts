import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../store/database.ts'
import { findFeed } from '../../../store/named-feeds.ts'
import { keepJson } from '../../api/events.ts'
import { tellFeed } from '../../api/feeds.ts'
import { FeedDocument, FeedDraftDocument, FeedPatchDocument, selectionOf } from '../../feeds/document.ts'
import { type Static, Type } from '../../http/schema/type.ts'
import { need } from '../../keys/guard.ts'
import type { Site } from '../../site.ts'
import type { Acts, Done, How } from '../acts.ts'
import { DoneDocument, HowQuery } from '../answer/documents.ts'
import { problems } from '../answer/problem.ts'
import { byOf, howOf, sendJson } from '../answer/tell.ts'
import { compareTags } from '../answer/version.ts'

const { actionId, sentence, dryRun, etag } = DoneDocument.properties
const FeedDone = Type.Object({ actionId, sentence, dryRun, etag, feed: FeedDocument }, { title: 'FeedDone' })
const FeedName = Type.Object({ name: Type.String({ maxLength: 100, description: 'name of a saved feed' }) })
const VersionHeader = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'ETag of the version that is changed' })),
})

/** Saving, changing, renaming and closing feeds. */
export function feedWriting(app: FastifyInstance, site: Site, acts: Acts): void {
  const editor = need('editor', site)
  const shared = { tags: ['feeds'], security: [{ key: [] }, { session: [] }], querystring: HowQuery }

  app.post<{ Body: Static<typeof FeedDraftDocument> }>(
    '/api/feeds',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Save a selection as a feed: a page, a calendar, news and an embed under one lasting name.',
        body: FeedDraftDocument,
        response: { 200: FeedDone, 201: FeedDone, ...problems(422) },
      },
    },
    function create(request, reply) {
      const how = howOf(request)
      const { selection, ...said } = request.body
      const draft = { ...said, title: said.title.trim(), ...(selection && { selection: selectionOf(selection) }) }
      const done = acts.createFeed(draft, byOf(request), how)
      if (!how.dryRun) reply.code(201).header('location', `${site.publicUrl}/api/feeds/${draft.name}`)
      return send(reply, done, how)
    },
  )

  app.patch<{ Params: { name: string }; Body: Static<typeof FeedPatchDocument> }>(
    '/api/feeds/:name',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Change a saved feed; with another name its old addresses lead to the new ones for ever.',
        consumes: ['application/merge-patch+json'],
        params: FeedName,
        headers: VersionHeader,
        body: FeedPatchDocument,
        response: { 200: FeedDone, ...problems(404, 409, 412, 422, 428) },
      },
    },
    function change(request, reply) {
      const how = howOf(request)
      const { selection, ...said } = request.body
      const patch = { ...said, ...(selection && { selection: selectionOf(selection) }) }
      return send(
        reply,
        checked(request, true, () => acts.changeFeed(request.params.name, patch, byOf(request), how)),
        how,
      )
    },
  )

  app.delete<{ Params: { name: string } }>(
    '/api/feeds/:name',
    {
      ...editor,
      schema: {
        ...shared,
        summary: 'Close a saved feed: its addresses say that it is gone. Undoing this opens it again.',
        params: FeedName,
        headers: VersionHeader,
        response: { 200: FeedDone, ...problems(404, 409, 412) },
      },
    },
    function close(request, reply) {
      const how = howOf(request)
      return send(
        reply,
        checked(request, false, () => acts.closeFeed(request.params.name, byOf(request), how)),
        how,
      )
    },
  )

  /** Compares If-Match and acts as one transaction; a feed that is not there is the act's to refuse. */
  function checked(request: FastifyRequest<{ Params: { name: string } }>, required: boolean, act: () => Done): Done {
    return inTransaction(site.store, () => {
      const feed = findFeed(site.store, request.params.name)
      if (feed) compareTags(request, tagOf(feed), required, { feed: tellFeed(feed, site) })
      return act()
    })
  }

  function tagOf(feed: Parameters<typeof tellFeed>[0]): string {
    return `"${keepJson(tellFeed(feed, site)).hash}"`
  }

  function send(reply: FastifyReply, { actionId: id, sentence: said, feed }: Done, { dryRun: tried = false }: How): FastifyReply {
    const tag = feed && tagOf(feed)
    if (tag && !tried) reply.header('etag', tag)
    return sendJson(reply, { actionId: id, sentence: said, dryRun: tried, etag: tag, feed: feed && tellFeed(feed, site) })
  }
}
