import type { FastifyInstance } from 'fastify'
import { type Role, roles } from '../../../store/keys/keys.ts'
import { Problem } from '../../http/refuse/problem.ts'
import { need } from '../../keys/guard.ts'
import { endOf, listKeys, makeKey, revokeKey, type ShownKey } from '../../keys/keep.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import { button, choice, type Errors, errorList, field, form } from '../frame/form.ts'
import { type DeskPage, sendPage } from '../frame/layout.ts'
import { type Typed, textOf } from '../frame/typed.ts'
import { byOf, type Desk, type Visit, visitOf } from '../frame/visit.ts'
import { instantWords } from '../frame/words.ts'

const roleWords: Record<Role, string> = {
  reader: 'May look at the desk',
  editor: 'May write, paste and decide',
  administrator: 'May also give and end keys',
}
const columns = ['Whose', 'What it opens', 'Made', 'Last day', 'Last used', '']
const stateWords = { valid: 'Valid', ended: 'Ended', revoked: 'Revoked' }

/** `/desk/keys`, for administrators: who has a key, new ones, each shown once, and ending them. */
export function keyRoutes(app: FastifyInstance, desk: Desk): void {
  const { store, now } = desk.site
  const administrator = need('administrator', desk.site)

  app.get('/desk/keys', administrator, (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, keysPage(visit))
  })

  app.post<{ Body: Typed }>('/desk/keys', administrator, (request, reply) => {
    const visit = visitOf(request, desk)
    const [name, role, until] = ['name', 'role', 'until'].map((one) => textOf(request.body, one)) as [string, string, string]
    const ends = until ? endOf(until, now()) : undefined
    const errors: Errors = {}
    if (!/^\P{C}{1,80}$/u.test(name)) errors.name = 'Say whose key it is, in at most 80 letters.'
    if (!(roles as readonly string[]).includes(role)) errors.role = 'Choose what the key opens.'
    if (ends === null) errors.until = 'The last day must be one that is still to come.'
    if (Object.keys(errors).length)
      return sendPage(reply, visit, { ...keysPage(visit, { name, role, until }, errors), status: 422 })
    const { key } = makeKey(store, { name, role: role as Role, until: ends ?? undefined }, byOf(visit).name, now())
    const main = html`<h1>The key of ${name}</h1>
<p>Copy it now and give it to ${name}. <strong>It is shown this once and never again</strong>; who loses it gets a new one.</p>
<pre class="secret" tabindex="0" id="key">${key}</pre>
<p>They sign in with it at <a href="/desk/sign-in">${desk.site.publicUrl}/desk</a>.</p>
<p><a class="call" href="/desk/keys">I have copied it</a></p>`
    return sendPage(reply, visit, { title: 'The new key', main })
  })

  app.post<{ Params: { id: string } }>('/desk/keys/:id/revoke', administrator, (request, reply) => {
    const shown = revokeKey(store, request.params.id, byOf(visitOf(request, desk)).name, now())
    if (!shown) throw new Problem(404, 'There is no such key.')
    return reply.redirect('/desk/keys', 303)
  })
}

function keysPage(visit: Visit, typed: Record<string, string> = {}, errors: Errors = {}): DeskPage {
  const { store, now } = visit.desk.site
  const rows = listKeys(store, now())
    .reverse()
    .map((key) => row(visit, key))
  const main = html`<h1>Keys</h1>
<p class="lead">Each person has a key of their own, so that the history says who did what.</p>
<div class="wide" tabindex="0" role="region" aria-label="Keys"><table class="cards-on-phones"><thead><tr>${columns.map((name) => html`<th scope="col">${name || html`<span class="hidden">Ending it</span>`}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>
<h2 id="new">A new key</h2>
${errorList(errors)}
<div class="narrow">${form(
    visit,
    '/desk/keys',
    html`${field('name', 'Whose key it is', 'text', { value: typed.name, error: errors.name, required: true, maxLength: 80 })}${choice(
      'role',
      'What it opens',
      roles.map((role) => [role, roleWords[role]]),
      { value: typed.role ?? 'editor', error: errors.role },
    )}${field('until', 'Last day', 'date', { value: typed.until, error: errors.until, note: 'Empty: until it is ended.' })}<button>Make the key</button>`,
  )}</div>`
  return { title: 'Keys', main }
}

function row(visit: Visit, { id, name, role, state, createdAt, until, lastUsedAt }: ShownKey): Html {
  const isOwn = id === visit.actor.keyId
  const day = (instant: string | null) => (instant ? instantWords(instant) : '–')
  const cell = (label: string, value: Html | string | false) => html`<td${label && html` data-name="${label}"`}>${value}</td>`
  const [, , made = '', last = '', used = ''] = columns
  return html`<tr><th scope="row" dir="auto">${name}${isOwn && ' (you)'}</th>${cell('', roleWords[role])}${cell(made, day(createdAt))}${cell(last, state === 'valid' ? day(until) : stateWords[state])}${cell(used, day(lastUsedAt))}${cell('', state === 'valid' && !isOwn && button(visit, `/desk/keys/${id}/revoke`, 'End it', { quiet: true }))}</tr>
`
}
