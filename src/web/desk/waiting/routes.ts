import type { FastifyInstance } from 'fastify'
import type { Review } from '../../../reconcile/index.ts'
import { findEvent } from '../../../store/events/events.ts'
import { need } from '../../keys/guard.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import { sendPage } from '../frame/layout.ts'
import { type Typed, textOf } from '../frame/typed.ts'
import { byOf, type Desk, type Visit, visitOf } from '../frame/visit.ts'
import { changedSince } from './changed.ts'
import { reviewCard } from './review.ts'

const kinds: Record<Review['kind'], string> = {
  'run-refused': 'Large changes at a source',
  'source-failing': 'Sources that cannot be read',
  'edit-contradicted': 'Sources that contradict what you wrote',
  conflict: 'Sources that contradict each other',
  'possible-duplicate': 'Meetings that may be listed twice',
  proposed: 'Years to be confirmed',
}

/** `/desk`: what changed since last time, and what waits for a person, with its answers. */
export function waitingRoutes(app: FastifyInstance, desk: Desk): void {
  app.get<{ Querystring: { kind?: string; from?: string } }>('/desk', need('reader', desk.site), (request, reply) => {
    const visit = visitOf(request, desk)
    const all = comingFirst(desk.acts.reviews(), visit)
    const asked = visit.reader.query.get('kind') ?? ''
    const only = Object.hasOwn(kinds, asked) ? (asked as Review['kind']) : undefined
    const from = Math.max(0, Number.parseInt(visit.reader.query.get('from') ?? '', 10) || 0)
    const sections = (Object.keys(kinds) as Review['kind'][]).filter((kind) => !only || kind === only).map(section)
    const count = all.length === 1 ? 'One thing waits' : `${all.length} things wait`
    const main = html`<h1>${all.length ? `${count} for you` : 'Nothing waits for you'}</h1>
${only && html`<p><a href="/desk">Everything that waits</a></p>`}
${!only && changedSince(visit)}
${sections}`
    return sendPage(reply, visit, { title: 'What waits', main })

    function section(kind: Review['kind']): Html | false {
      const found = all.filter((review) => review.kind === kind)
      const shown = only ? found.slice(from, from + 10) : found.slice(0, 4)
      const end = (only ? from : 0) + shown.length
      return (
        found.length > 0 &&
        html`<section><h2>${kinds[kind]} (${found.length})</h2>
${shown.map((review) => reviewCard(visit, review))}
${found.length > end && html`<p><a class="call" href="/desk?kind=${kind}&from=${only ? end : 0}">${only ? 'The next' : `All ${found.length}`}</a></p>`}</section>`
      )
    }
  })

  app.post<{ Params: { id: string }; Body: Typed }>('/desk/waiting/:id', need('editor', desk.site), (request, reply) => {
    const visit = visitOf(request, desk)
    const { actionId } = desk.acts.answerReview(request.params.id, textOf(request.body, 'answer'), byOf(visit))
    return reply.redirect(`/desk?done=${actionId}`, 303)
  })
}

/** What is about meetings that are over can wait; of very many, those far down are left where they are. */
function comingFirst(reviews: Review[], { desk, reader }: Visit): Review[] {
  const isOver = ({ uids }: Review) =>
    uids.length > 0 && uids.every((uid) => (findEvent(desk.site.store, uid)?.when?.end ?? reader.today) < reader.today)
  const first = reviews.slice(0, 200)
  const over = new Set(first.filter(isOver))
  return [...first.filter((review) => !over.has(review)), ...over, ...reviews.slice(200)]
}
