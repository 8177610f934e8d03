import type { FastifyInstance } from 'fastify'
import type { StoredProposal } from '../../../store/acts/proposals.ts'
import { mostFormBytes } from '../../import/form.ts'
import type { Imports, Tick } from '../../import/imports.ts'
import { need } from '../../keys/guard.ts'
import { ActRefused, type Done } from '../../write/acts.ts'
import type { Errors } from '../frame/form.ts'
import { sendPage } from '../frame/layout.ts'
import { allOf, type Typed, textOf } from '../frame/typed.ts'
import { byOf, type Desk, type Visit, visitOf } from '../frame/visit.ts'
import { refusedErrors } from '../meetings/save.ts'
import { handedIn, pastePage, settingsIn } from './hand-in.ts'
import { proposalPage } from './proposal.ts'

type Named = { Params: { id: string }; Body: Typed }

/** `/desk/paste`: handing in, looking at what was understood, and taking over. */
export function pasteRoutes(app: FastifyInstance, desk: Desk, imports: Imports): void {
  const editor = need('editor', desk.site)

  app.get('/desk/paste', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, pastePage(visit))
  })

  app.post<{ Body: Typed }>('/desk/paste', { ...editor, bodyLimit: mostFormBytes }, async (request, reply) => {
    const visit = visitOf(request, desk)
    const what = handedIn(request.body)
    const settings = settingsIn(request.body)
    const wrong = (errors: Errors) => sendPage(reply, visit, { ...pastePage(visit, request.body, errors), status: 422 })
    if (!what) return wrong({ text: 'Paste the words, choose a file or write an address.' })
    try {
      const { id } = await imports.propose(what, settings, byOf(visit))
      return reply.redirect(`/desk/paste/${id}?done=read`, 303)
    } catch (error) {
      return wrong(refusedErrors(error))
    }
  })

  app.get<Named>('/desk/paste/:id', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, proposalPage(visit, imports.find(request.params.id)))
  })

  app.post<Named>('/desk/paste/:id/columns', editor, async (request, reply) => {
    const visit = visitOf(request, desk)
    const { table } = imports.find(request.params.id).reading
    const columns = table?.columns.map((role, i) => (i < 40 ? textOf(request.body, `column.${i}`) || null : role))
    const sheet = textOf(request.body, 'sheet') || undefined
    const { id } = await imports.again(request.params.id, { columns, sheet }, byOf(visit))
    return reply.redirect(`/desk/paste/${id}`, 303)
  })

  app.post<Named>('/desk/paste/:id', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    const { id } = request.params
    const stored = imports.find(id)
    const { ticks, errors } = ticksOf(stored, request.body)
    const wrong = (said: Errors) => sendPage(reply, visit, { ...proposalPage(visit, stored, request.body, said), status: 422 })
    if (Object.keys(errors).length) return wrong(errors)
    try {
      const done = imports.apply(id, ticks, byOf(visit))
      saidApart(stored, ticks, done, visit)
      return reply.redirect(`/desk/paste/${id}?done=${done.actionId}`, 303)
    } catch (error) {
      if (!(error instanceof ActRefused) || stored.appliedAt) throw error
      const index = /^\/items\/(\d+)/.exec(error.pointer ?? '')?.[1]
      return wrong({ [index === undefined ? '' : `item-${ticks[Number(index)]?.id}`]: error.message.replace(/^Item \d+: /, '') })
    }
  })
}

/** Who said that an item is another meeting than those it is like is not asked again. */
function saidApart({ reading }: StoredProposal, ticks: Tick[], done: Done, visit: Visit): void {
  const apart = new Set(
    ticks
      .filter(({ as }) => as === 'new')
      .flatMap(({ id }) => reading.items[id - 1]?.candidates ?? [])
      .map(({ uid }) => uid),
  )
  for (const { review, event } of done.possibleDuplicates)
    if (apart.has(event.uid)) visit.desk.acts.answerReview(review, 'different', byOf(visit))
}

/** What is ticked, with what was corrected; a tick on what is to be decided needs the decision. */
function ticksOf({ reading }: StoredProposal, typed: Typed): { ticks: Tick[]; errors: Errors } {
  const errors: Errors = {}
  const ticked = new Set(allOf(typed, 'tick'))
  const ticks = reading.items.flatMap((item): Tick[] => {
    const { id, listing, candidates } = item
    const isShown = `title.${id}` in typed
    if (isShown ? !ticked.has(String(id)) : !(textOf(typed, 'rest') && item.ticked)) return []
    const as = textOf(typed, `as.${id}`)
    if (candidates.length > 0 && !as)
      errors[`item-${id}`] = 'Choose whether it is one of the meetings in the calendar, or another.'
    const [title, start, end] = ['title', 'start', 'end'].map((name) => textOf(typed, `${name}.${id}`)) as [
      string,
      string,
      string,
    ]
    return [
      {
        id,
        ...(as && { as }),
        ...(title && title !== listing.title.slice(0, 220) && { title }),
        // A month that is taken over as it is stays a month.
        ...(start && start !== listing.when?.start && { start }),
        ...(end && end !== listing.when?.end && { end }),
      },
    ]
  })
  if (!ticks.length) errors[''] = 'Nothing is ticked.'
  return { ticks, errors }
}
