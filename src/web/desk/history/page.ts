import type { LogEntry } from '../../../reconcile/index.ts'
import { actionsBefore, changesByAction } from '../../../store/acts/actions.ts'
import { type Action, readAction } from '../../../store/acts/people.ts'
import { type Change, changesOf } from '../../../store/events/changes.ts'
import { findEvent } from '../../../store/events/events.ts'
import { allKeys } from '../../../store/keys/keys.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import { link } from '../../pages/frame/reader.ts'
import { button, choice } from '../frame/form.ts'
import type { DeskPage } from '../frame/layout.ts'
import { may, type Visit } from '../frame/visit.ts'
import { fieldWords, instantWords, sentenceWords, valueWords, whoWords } from '../frame/words.ts'

const perPage = 25

/** What is asked of the history: of one person or source, of one meeting, of one batch, older than an entry. */
export type Asked = {
  actor?: string | undefined
  meeting?: string | undefined
  entry?: number | undefined
  before?: number | undefined
  limit: number
}

/** What an address asks of the history. */
export function askedOf({ reader: { query } }: Visit, limit = perPage): Asked {
  const number = (name: string) => (/^\d{1,15}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : undefined)
  return {
    actor: query.get('actor') || undefined,
    meeting: query.get('meeting') || undefined,
    entry: number('entry'),
    before: number('before'),
    limit,
  }
}

/** The entries asked for, newest first, with what became of events by each. */
export function entriesOf(
  { desk: { site } }: Visit,
  { actor, meeting, entry, before, limit }: Asked,
): { action: Action; changes: Change[] }[] {
  const { store } = site
  const event = meeting === undefined ? undefined : findEvent(store, meeting)
  const named = entry === undefined ? event && changesOf(store, event.uid).flatMap(({ actionId }) => actionId ?? []) : [entry]
  const actions = named
    ? [...new Set(named)].flatMap((id) => readAction(store, id) ?? []).slice(0, limit)
    : actionsBefore(store, { before, actor, limit })
  const changes = changesByAction(
    store,
    actions.map(({ id }) => id),
  )
  return actions.map((action) => {
    const all = changes.get(action.id) ?? []
    return { action, changes: event ? all.filter(({ uid }) => uid === event.uid) : all }
  })
}

/** `/desk/history`: who did what and when, what became of meetings by it, and undo. */
export function historyPage(visit: Visit): DeskPage {
  const { desk, reader } = visit
  const { store, sources } = desk.site
  const asked = askedOf(visit)
  const found = entriesOf(visit, { ...asked, limit: perPage + 1 })
  const shown = found.slice(0, perPage)
  const event = asked.meeting === undefined ? undefined : findEvent(store, asked.meeting)
  const names = [...new Set(allKeys(store).map(({ name }) => name))]
  const actors: [string, string][] = [
    ['', 'Everybody'],
    ...names.map((name): [string, string] => [name, name]),
    ...sources.map(({ id, title }): [string, string] => [id, title]),
  ]
  const last = shown.at(-1)?.action.id
  const older =
    found.length > perPage &&
    last !== undefined &&
    !asked.meeting &&
    link(reader, '/desk/history', { actor: asked.actor, before: String(last) })
  const main = html`<h1>History${event && html` of <span dir="auto">${event.title}</span>`}</h1>
${event ? html`<p><a href="/desk/meetings/${event.slug}">Back to the meeting</a> · <a href="/desk/history">The whole history</a></p>` : html`<form class="filter" action="/desk/history" role="search" aria-label="History">${choice('actor', 'Who', actors, { value: asked.actor })}<button>Show</button></form>`}
<p><a href="${link(reader, '/desk/history.csv', { actor: asked.actor, meeting: asked.meeting })}">As a table for Excel (CSV)</a></p>
<ol class="events">${shown.map((one) => entry(visit, one))}</ol>
${shown.length === 0 && html`<p class="none">Nothing was done yet.</p>`}
${older && html`<p class="pages"><a class="call" href="${older}">Older</a></p>`}`
  return { title: 'History', main }
}

function entry(visit: Visit, { action, changes }: { action: Action; changes: Change[] }): Html {
  const { site } = visit.desk
  const canUndo = action.undo !== null && action.undoneAt === null && may(visit, 'editor')
  const few = changes.slice(0, 8)
  return html`<li class="event" id="entry-${action.id}"><p class="when"><time datetime="${action.at}">${instantWords(action.at)}</time><br>${whoWords(site, action.actor)}</p>
<div><h2 dir="auto">${sentenceWords(site, action.sentence)}</h2>
${action.undoneAt && html`<p class="note">Taken back on ${instantWords(action.undoneAt)}.</p>`}
${changes.length > 0 && html`<details><summary>${changes.length === 1 ? 'What changed' : `What changed, in ${changes.length} meetings`}</summary><ul>${few.map(({ entry: one }) => html`<li>${changeWords(one)}</li>\n`)}${changes.length > few.length && html`<li>and ${changes.length - few.length} more, all of them in the <a href="/desk/history.csv?entry=${action.id}">table</a></li>`}</ul></details>`}
${canUndo && button(visit, `/desk/history/${action.id}/undo`, 'Undo', { quiet: true })}</div></li>
`
}

const became: Record<string, string> = {
  new: 'new',
  moved: 'moved',
  changed: 'changed',
  cancelled: 'cancelled',
  withdrawn: 'taken out',
  restored: 'back',
  merged: 'joined with another',
}

function changeWords({ slug, title, kind, fields }: LogEntry): Html {
  const told = fields.filter(({ field }) => field in fieldWords).slice(0, 6)
  return html`<a href="/desk/meetings/${slug}" dir="auto">${title}</a>: ${became[kind] ?? kind}${told.map(({ field, from, to }) => html`; ${fieldWords[field as keyof typeof fieldWords].toLowerCase()} <del dir="auto">${short(field, from)}</del> → <ins dir="auto">${short(field, to)}</ins>`)}`
}

function short(field: string, value: unknown): string {
  const words = valueWords(field, value)
  return words.length > 120 ? `${words.slice(0, 119)}…` : words
}
