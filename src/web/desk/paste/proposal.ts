import { columnRoles } from '../../../read/tables/index.ts'
import type { ProposalItem } from '../../../reconcile/index.ts'
import { readAction } from '../../../store/acts/people.ts'
import type { StoredProposal } from '../../../store/acts/proposals.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import { button, choice, type Errors, errorList, form, hidden } from '../frame/form.ts'
import type { DeskPage } from '../frame/layout.ts'
import type { Typed } from '../frame/typed.ts'
import type { Visit } from '../frame/visit.ts'
import { instantWords, valueWords } from '../frame/words.ts'
import { itemCard } from './item.ts'

/** Items that are shown one by one; of more, those that are clear go along. */
const mostItems = 150

const kinds: [ProposalItem['kind'], string][] = [
  ['possible-duplicate', 'To be decided: in the calendar already?'],
  ['new', 'New'],
  ['change', 'Changes of meetings in the calendar'],
]

/** `/desk/paste/<id>`: what was understood of what was handed in, to be ticked, corrected and taken over as one. */
export function proposalPage(visit: Visit, stored: StoredProposal, typed?: Typed, errors: Errors = {}): DeskPage {
  const { id, reading, title, at } = stored
  if (stored.appliedAt) return takenOver(visit, stored)
  const open = reading.items.filter(({ kind }) => kind !== 'same')
  const shown = new Set(open.slice(0, mostItems))
  const rest = open.length - shown.size
  const same = reading.items.filter(({ kind }) => kind === 'same')
  const sections = kinds.map(([kind, name]) => {
    const items = open.filter((item) => item.kind === kind && shown.has(item))
    return (
      items.length > 0 &&
      html`<section><h2>${name} (${reading.counts[kind]})</h2>${items.map((item) => itemCard(item, typed, errors[`item-${item.id}`]))}</section>`
    )
  })
  const list = Object.fromEntries(
    Object.entries(errors).map(([name, sentence]) => [name.startsWith('item-') ? '' : name, sentence]),
  )
  const main = html`<h1>What was understood</h1>
<p class="lead">Of ${title}, ${instantWords(at)}. <b>Nothing was changed yet.</b> Tick what is to be taken over.</p>
${errorList(list)}${columnForm(visit, stored)}
${open.length > 0 ? form(visit, `/desk/paste/${id}`, html`${sections}${rest > 0 && html`${hidden('rest', 'yes')}<p class="note">${rest} more are not shown; of these, all that are clear are taken over too.</p>`}<div class="save"><button>Take over what is ticked</button></div>`, { keep: `/desk/paste/${id}` }) : html`<p class="none">There is nothing to take over.</p>`}
${folded(
  'In the calendar already, just so',
  same.map(
    ({ listing, event }) =>
      html`${event ? html`<a href="/desk/meetings/${event.slug}" dir="auto">${listing.title}</a>` : html`<span dir="auto">${listing.title}</span>`}, ${valueWords('when', listing.when)}`,
  ),
)}
${folded(
  'Not understood, and left',
  reading.unreadable.map((sentence) => html`<span dir="auto">${sentence.slice(0, 300)}</span>`),
  true,
)}
<p><a href="/desk/paste">Paste something else</a></p>`
  return { title: 'What was understood', main }
}

function folded(title: string, lines: Html[], isOpen = false): Html | false {
  return (
    lines.length > 0 &&
    html`<details${isOpen && html` open`}><summary>${title} (${lines.length})</summary><ul>${lines.slice(0, 60).map((line) => html`<li>${line}</li>`)}${lines.length > 60 && html`<li>and ${lines.length - 60} more</li>`}</ul></details>`
  )
}

const roles: Record<(typeof columnRoles)[number], string> | Record<string, string> = {
  title: 'Title',
  start: 'First day',
  end: 'Last day',
  startTime: 'Begins at',
  endTime: 'Ends at',
  venue: 'Place',
  room: 'Room',
  city: 'City',
  country: 'Country',
  body: 'Body',
  kind: 'Kind',
  status: 'Status',
  format: 'Attendance',
  url: 'Address',
  description: 'Description',
  organizer: 'Organizer',
  timezone: 'Time zone',
  id: 'Number of the row',
  year: 'Year',
}

/** What each column of a table was taken to say, to be changed. */
function columnForm(visit: Visit, { id, reading: { table } }: StoredProposal): Html | false {
  if (!table) return false
  const choices: [string, string][] = [
    ['', 'nothing'],
    ...columnRoles.map((role): [string, string] => [role, (roles as Record<string, string>)[role] ?? role]),
  ]
  const columns = table.columns.slice(0, 40)
  return html`<details><summary>How the columns were read</summary>${form(
    visit,
    `/desk/paste/${id}/columns`,
    html`<div class="wide" tabindex="0" role="region" aria-label="Columns"><table><thead><tr>${columns.map((_, i) => html`<th scope="col">${table.header[i] || `Column ${i + 1}`}</th>`)}</tr></thead>
<tbody><tr>${columns.map((role, i) => html`<td>${choice(`column.${i}`, `“${(table.header[i] || `Column ${i + 1}`).slice(0, 40)}” says`, choices, { value: role ?? '' })}</td>`)}</tr>
${table.sample.slice(0, 3).map((row) => html`<tr>${columns.map((_, i) => html`<td dir="auto">${(row[i] ?? '').slice(0, 80)}</td>`)}</tr>`)}</tbody></table></div>
${
  table.sheets &&
  table.sheets.length > 1 &&
  choice(
    'sheet',
    'Sheet',
    table.sheets.map((name) => [name, name]),
    { value: table.sheet },
  )
}
<button class="quiet">Read it again this way</button>`,
  )}</details>`
}

function takenOver(visit: Visit, { title, appliedAt, actionId }: StoredProposal): DeskPage {
  const action = actionId ? readAction(visit.desk.site.store, actionId) : undefined
  const main = html`<h1>${action?.undoneAt ? 'Taken over, and taken back' : 'Taken over'}</h1>
<p>${title}, on ${instantWords(appliedAt ?? '')}. ${actionId ? html`<a href="/desk/history?entry=${actionId}">What became of it</a>` : 'It said nothing new.'}</p>
${action?.undo && !action.undoneAt && button(visit, `/desk/history/${actionId}/undo`, 'Take all of it back', { quiet: true })}
<p><a class="call" href="/desk/meetings">To the meetings</a> <a href="/desk/paste">Paste something else</a></p>`
  return { title: 'Taken over', main }
}
