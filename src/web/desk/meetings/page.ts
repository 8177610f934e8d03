import type { Event } from '../../../event/index.ts'
import type { EditField } from '../../../reconcile/index.ts'
import { type Html, html, type Part } from '../../pages/frame/html.ts'
import { statusNotes } from '../../pages/parts/evidence.ts'
import { whenWords } from '../../pages/parts/item.ts'
import { tagOf } from '../../write/answer/version.ts'
import type { FlatDraft } from '../../write/body/fields.ts'
import { type Errors, errorList, field, form, hidden } from '../frame/form.ts'
import type { DeskPage } from '../frame/layout.ts'
import { may, type Visit } from '../frame/visit.ts'
import { fieldWords, instantWords, valueWords, whoWords } from '../frame/words.ts'
import { meetingFields } from './form/fields.ts'
import { type Values, valuesOf } from './form/values.ts'
import { lifeForms } from './life.ts'
import { sourcesSay } from './sources.ts'

/** How the page of a meeting is shown: with values that were not saved, what is wrong with them, or fields that another person changed meanwhile. */
export type Shown = { values?: Values; errors?: Errors; theirs?: (keyof FlatDraft)[]; status?: number }

/** The page of a meeting: every field to be changed, who says what, and what can be done with it. */
export function meetingPage(visit: Visit, event: Event, { values, errors = {}, theirs, status = 200 }: Shown = {}): DeskPage {
  const { site } = visit.desk
  const now = valuesOf(event)
  const path = `/desk/meetings/${event.slug}`
  const head = html`<h1 dir="auto">${event.title}</h1>
<p class="about">${whenWords(visit.reader, event)} · <a href="/events/${event.slug}">as readers see it</a> · <a href="/desk/history?meeting=${event.slug}">its history</a></p>
${statusNotes(visit.reader, { ...event, conflicts: [] })}`
  if (!may(visit, 'editor') || event.state === 'merged')
    return { title: event.title, status, main: html`${head}${sourcesSay(visit, event)}` }
  const notice =
    theirs &&
    html`<div class="warn" role="alert"><p><b>Somebody changed this meeting while you were writing.</b> Nothing of yours is lost, and nothing was saved yet. ${theirs.length > 0 ? 'Each field that they changed says so; yours stand where you wrote.' : ''} Save once more if it is right as it stands now.</p></div>`
  const names = Object.fromEntries((theirs ?? []).map((name) => [name, changedMeanwhile(event, name, values)]))
  const beside = (name: EditField) => besideField(visit, event, name)
  const content = html`${hidden('version', tagOf(event, site))}${hidden('was', JSON.stringify(now))}${meetingFields({ values: values ?? now, errors, beside, names })}
<div class="save">${field('reason', 'Why (only the history shows it)', 'text', { maxLength: 300 })}<button>Save</button></div>`
  const main = html`${head}
${notice}${errorList(errors)}
<div class="two"><div>${form(visit, path, content, { keep: path })}${edited(event).map((name) => form(visit, `${path}/release`, hidden('field', name), { id: `back-${name}` }))}</div>
<aside>${lifeForms(visit, event)}${sourcesSay(visit, event)}</aside></div>`
  return { title: event.title, main, status }
}

/** The fields for which a person's word stands over what sources say. */
export function edited({ said }: Event): EditField[] {
  return (Object.keys(fieldWords) as EditField[]).filter(
    (name) => said[name] !== undefined && said[name].url === undefined && name !== 'state',
  )
}

function besideField({ desk: { site } }: Visit, event: Event, name: EditField): Part {
  const said = event.said[name]
  const others = event.conflicts.find((conflict) => conflict.field === name)?.values.slice(1) ?? []
  const isEdited = edited(event).includes(name)
  if (!isEdited && !others.length) return false
  return html`<div class="edited">${isEdited && html`<p><b>Written by ${said?.by}</b>, ${instantWords(said?.at ?? '')} <button form="back-${name}" class="quiet">Back to the source</button></p>`}
${others.map(({ value, said: by }) => html`<p>${whoWords(site, by.by)} says: <span dir="auto">${valueWords(name, value)}</span></p>`)}</div>`
}

function changedMeanwhile(event: Event, name: keyof FlatDraft, values: Values | undefined): Html {
  const now = (valuesOf(event) as Record<string, unknown>)[name]
  const isMine = JSON.stringify((values as Record<string, unknown> | undefined)?.[name]) !== JSON.stringify(now)
  const words = Array.isArray(now) ? valueWords(name, now) : now === undefined ? 'nothing' : String(now)
  return html`<b>Changed meanwhile</b>: it is now <span dir="auto">${words}</span>.${isMine && ' Above is what you wrote.'}`
}
