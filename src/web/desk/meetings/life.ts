import type { Event } from '../../../event/index.ts'
import { type Html, html, type Part } from '../../pages/frame/html.ts'
import { tagOf } from '../../write/answer/version.ts'
import { field, form, hidden } from '../frame/form.ts'
import type { Visit } from '../frame/visit.ts'

/** Cancelling, postponing, taking out and bringing back a meeting, as it is now. */
export function lifeForms(visit: Visit, event: Event): Html {
  const { status, state, notice } = event
  const name = (act: string, field: string) => `${act}-${field}`
  const reason = (act: string) => field(name(act, 'reason'), 'Why (only the history shows it)', 'text', { maxLength: 300 })
  const note = (act: string) => field(name(act, 'note'), 'A sentence for readers', 'text', { maxLength: 1000 })
  const isOff = status === 'cancelled' || state === 'withdrawn' || notice === 'postponed'
  return html`<section class="life"><h2>What became of it</h2>
${isOff && act('restore', 'It takes place after all', html`<p class="note">Takes back that a person cancelled, postponed or took out this meeting.</p>`, 'Bring it back')}
${status !== 'cancelled' && act('cancel', 'It is cancelled', html`<p class="note">It stays in lists and calendars, marked as cancelled.</p>${note('cancel')}${reason('cancel')}`, 'Cancel this meeting')}
${status !== 'cancelled' && act('postpone', 'It is postponed', html`<div class="row">${field('postpone-start', 'New first day', 'date', { note: 'Empty while it is not known.' })}${field('postpone-end', 'New last day', 'date')}</div>${note('postpone')}${reason('postpone')}`, 'Postpone this meeting')}
${state === 'listed' && act('withdraw', 'It should not be in the calendar', html`<p class="note">For what was entered by mistake: it leaves lists and calendars. A meeting that does not take place is cancelled instead.</p>${reason('withdraw')}`, 'Take it out')}</section>`

  function act(id: string, summary: string, content: Part, label: string): Html {
    const version = hidden('version', tagOf(event, visit.desk.site))
    const fields = html`${version}${content}<button>${label}</button>`
    return html`<details><summary>${summary}</summary>${form(visit, `/desk/meetings/${event.slug}/${id}`, fields)}</details>
`
  }
}
