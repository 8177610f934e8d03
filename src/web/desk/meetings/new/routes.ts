import type { FastifyInstance } from 'fastify'
import { need } from '../../../keys/guard.ts'
import { html } from '../../../pages/frame/html.ts'
import type { Done, PossibleDuplicate } from '../../../write/acts.ts'
import { faultsOf } from '../../../write/body/check.ts'
import { draftOf } from '../../../write/body/draft.ts'
import { EventDraft, type FlatDraft } from '../../../write/body/fields.ts'
import { type Errors, errorList, form, hidden } from '../../frame/form.ts'
import { type DeskPage, sendPage } from '../../frame/layout.ts'
import { allOf, type Typed } from '../../frame/typed.ts'
import { byOf, type Desk, type Visit, visitOf, withDone } from '../../frame/visit.ts'
import { valueWords } from '../../frame/words.ts'
import { meetingFields } from '../form/fields.ts'
import { typedValues, type Values } from '../form/values.ts'
import { errorsOf, refusedErrors } from '../save.ts'

const blank: Values = { kind: 'other', status: 'confirmed', timezone: 'Europe/Vienna' }

/** `/desk/new`: a meeting that no source knows, entered once a person has seen what may be the same. */
export function newRoutes(app: FastifyInstance, desk: Desk): void {
  const { acts, site } = desk
  const editor = need('editor', site)

  app.get('/desk/new', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, newPage(visit, blank))
  })

  app.post<{ Body: Typed }>('/desk/new', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    const values = typedValues(request.body)
    const seen = allOf(request.body, 'another')
    const tried = attempt(values, (draft) => acts.createEvent(draft, byOf(visit), { dryRun: true }))
    if ('errors' in tried) return sendPage(reply, visit, { ...newPage(visit, values, tried.errors), status: 422 })
    const alike = tried.done.possibleDuplicates.filter(({ event }) => !seen.includes(event.uid))
    if (alike.length) return sendPage(reply, visit, { ...newPage(visit, values, {}, alike, seen), status: 409 })
    const made = acts.createEvent(draftOf(values as FlatDraft), byOf(visit))
    // What was said on the way is an answer that stands: nobody is asked again.
    for (const { review, event } of made.possibleDuplicates)
      if (seen.includes(event.uid)) acts.answerReview(review, 'different', byOf(visit))
    return reply.redirect(withDone(`/desk/meetings/${made.event?.slug}`, made), 303)
  })
}

/** Tries what a form says: what came of it, or what is wrong with its fields. */
export function attempt(values: Values, act: (draft: ReturnType<typeof draftOf>) => Done): { done: Done } | { errors: Errors } {
  const faults = faultsOf(EventDraft, values)
  const errors = errorsOf(faults)
  // Nobody can be warned of what may be the same while it is not known whose meeting it is.
  if (!values.body) errors.body = 'Say whose meeting it is; the last choice is for those of none of these bodies.'
  if (Object.keys(errors).length) return { errors }
  try {
    return { done: act(draftOf(values as FlatDraft)) }
  } catch (error) {
    return { errors: refusedErrors(error) }
  }
}

function newPage(
  visit: Visit,
  values: Values,
  errors: Errors = {},
  alike: PossibleDuplicate[] = [],
  seen: string[] = [],
): DeskPage {
  const others = [...seen, ...alike.map(({ event }) => event.uid)].map((uid) => hidden('another', uid))
  const found = alike.map(
    ({
      event,
      reasons,
    }) => html`<li><a href="/desk/meetings/${event.slug}" dir="auto">${event.title}</a>, ${valueWords('when', event.when)} (${reasons.join(', ')})</li>
`,
  )
  const question =
    alike.length > 0 &&
    html`<div class="warn" role="alert"><p><b>This may be in the calendar already.</b> Nothing was entered yet.</p><ul>${found}</ul>
<p>If it is one of these, open it and change it there. If it is another meeting, press the button below.</p></div>`
  const main = html`<h1>New meeting</h1>
<p>For a meeting that is repeated, <a href="/desk/series">enter a series</a>; for several at once, <a href="/desk/paste">paste a list</a>.</p>
${question}${errorList(errors)}
${form(visit, '/desk/new', html`${others}${meetingFields({ values, errors })}<div class="save"><button>${alike.length ? 'It is another meeting: enter it' : 'Enter the meeting'}</button></div>`, { keep: '/desk/new' })}`
  return { title: 'New meeting', main }
}
