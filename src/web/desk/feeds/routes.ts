import type { FastifyInstance } from 'fastify'
import { slug } from '../../../event/index.ts'
import type { Selection } from '../../../publish/index.ts'
import { findFeed, type StoredFeed } from '../../../store/named-feeds.ts'
import { FeedDraftDocument, selectionOf, tellSelection } from '../../feeds/document.ts'
import { Problem } from '../../http/refuse/problem.ts'
import { need } from '../../keys/guard.ts'
import type { Done } from '../../write/acts.ts'
import { faultsOf } from '../../write/body/check.ts'
import type { FeedDraft } from '../../write/feeds.ts'
import type { Errors } from '../frame/form.ts'
import { sendPage } from '../frame/layout.ts'
import { allOf, type Typed, textOf } from '../frame/typed.ts'
import { byOf, type Desk, visitOf, withDone } from '../frame/visit.ts'
import { errorsOf, refusedErrors } from '../meetings/save.ts'
import { feedPage, feedsPage } from './page.ts'

type Named = { Params: { name: string }; Body: Typed }

/** `/desk/feeds`: saved selections, made, changed and closed. */
export function feedRoutes(app: FastifyInstance, desk: Desk): void {
  const { site, acts } = desk
  const editor = need('editor', site)

  app.get('/desk/feeds', need('reader', site), (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, feedsPage(visit))
  })

  app.post<{ Body: Typed }>('/desk/feeds', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    const { draft, errors, done } = attempt(typedFeed(request.body), (said) => acts.createFeed(said, byOf(visit)))
    if (!done) return sendPage(reply, visit, { ...feedsPage(visit, draft, errors), status: 422 })
    return reply.redirect(withDone('/desk/feeds', done), 303)
  })

  app.get<Named>('/desk/feeds/:name', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, feedPage(visit, feedOf(request.params.name)))
  })

  app.post<Named>('/desk/feeds/:name', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    const feed = feedOf(request.params.name)
    const said = typedFeed(request.body, feed.selection)
    const { draft, errors, done } = attempt(said, (patch) => {
      if (textOf(request.body, 'version') !== feed.changedAt) return undefined
      return acts.changeFeed(feed.name, patch, byOf(visit))
    })
    const meanwhile = 'Somebody changed this feed while you were writing. Yours stands below; save once more if it is right.'
    if (!done)
      return sendPage(reply, visit, {
        ...feedPage(visit, feed, draft, Object.keys(errors).length ? errors : { '': meanwhile }),
        status: 422,
      })
    return reply.redirect(withDone('/desk/feeds', done), 303)
  })

  app.post<Named>('/desk/feeds/:name/close', editor, (request, reply) => {
    const done = acts.closeFeed(feedOf(request.params.name).name, byOf(visitOf(request, desk)))
    return reply.redirect(withDone('/desk/feeds', done), 303)
  })

  function feedOf(name: string): StoredFeed {
    const feed = findFeed(site.store, name)
    if (!feed) throw new Problem(404, 'There is no such feed.')
    return feed
  }
}

/** What a form of a feed says; what it has no field for stays as it is. */
function typedFeed(typed: Typed, before: Partial<Selection> = {}): FeedDraft {
  const [title, name, description, place, q, format, cancelled] = [
    'title',
    'name',
    'description',
    'place',
    'q',
    'format',
    'cancelled',
  ].map((one) => textOf(typed, one))
  const { body: _, kind: __, place: ___, q: ____, format: _____, cancelled: ______, ...kept } = tellSelection(before)
  const [body, kind] = [allOf(typed, 'body'), allOf(typed, 'kind')]
  const selection = {
    ...kept,
    ...(body.length && { body }),
    ...(kind.length && { kind }),
    ...(place && { place }),
    ...(q && { q }),
    ...(format && { format }),
    ...(cancelled === 'hide' && { cancelled }),
  }
  return {
    name: name || slug(title ?? '').slice(0, 60),
    title: title ?? '',
    description: description || title,
    selection: selection as FeedDraft['selection'],
  }
}

function attempt(
  said: FeedDraft,
  act: (draft: FeedDraft) => Done | undefined,
): { draft: FeedDraft; errors: Errors; done?: Done | undefined } {
  const faults = faultsOf(FeedDraftDocument, said)
  const draft = { ...said, selection: selectionOf((said.selection ?? {}) as Parameters<typeof selectionOf>[0]) }
  if (faults.length) return { draft, errors: errorsOf(faults) }
  try {
    return { draft, errors: {}, done: act(draft) }
  } catch (error) {
    return { draft, errors: refusedErrors(error) }
  }
}
