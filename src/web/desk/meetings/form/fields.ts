import { bodyIds, formats, kinds, precisions, statuses } from '../../../../event/index.ts'
import type { EditField } from '../../../../reconcile/index.ts'
import { type Html, html, type Part } from '../../../pages/frame/html.ts'
import { choice, type Errors, type FieldOptions, field } from '../../frame/form.ts'
import { choiceWords, fieldWords } from '../../frame/words.ts'
import { dayRows, deadlineRows, linkRows, sittingRows } from './rows.ts'
import type { Values } from './values.ts'
import { zoneChoices } from './zones.ts'

/** What a form of a meeting shows: values, what is wrong with them, and what is to be known beside a field (who edited it, what others say). */
export type MeetingForm = {
  values: Values
  errors?: Errors
  beside?: (field: EditField) => Part
  names?: Partial<Record<keyof Values, Part>>
}

/** Every field of a meeting, in the order in which a person thinks of them; what is rarely needed is folded away while it is empty. */
export function meetingFields({ values, errors = {}, beside = () => false, names = {} }: MeetingForm): Html {
  const said = values as Record<string, unknown>
  const options = (name: keyof Values, more: FieldOptions = {}): FieldOptions => ({
    value: said[name] === undefined ? undefined : String(said[name]),
    error: errors[name],
    ...more,
    note: names[name] ? html`${names[name]}${more.note && html` ${more.note}`}` : more.note,
  })
  const line = (name: keyof Values, label: string, type = 'text', more: FieldOptions = {}) =>
    field(name, label, type, options(name, more))
  const select = (name: keyof Values, label: string, choices: [string, string][], more: FieldOptions = {}) =>
    choice(name, label, choices, options(name, more))
  const group = (name: EditField, content: Part) => html`<fieldset><legend>${fieldWords[name]}</legend>${beside(name)}
${content}</fieldset>
`
  const hasRareDays =
    values.days ||
    values.sittings ||
    (values.precision && values.precision !== 'day') ||
    hasError(errors, /^(days|sittings|precision)/)
  const hasRareNames = values.session !== undefined || values.group || values.part || hasError(errors, /^(session|group|part)/)
  return html`${group('title', line('title', 'What the meeting is called', 'text', { required: true, maxLength: 220 }))}
${group(
  'when',
  html`<div class="row">${line('start', 'First day', 'date', { note: 'Empty while no date is known.' })}${line('end', 'Last day', 'date', { note: 'Empty for one day.' })}
${line('startTime', 'Begins at', 'time')}${line('endTime', 'Ends at', timeType(values.endTime))}
${select('timezone', 'Hours are in the time of', zoneChoices(values.timezone))}</div>
<details${hasRareDays && html` open`}><summary>Only some days, several sittings, or no exact days</summary>
${select('precision', 'How exactly the date is known', choicesOf(precisions, choiceWords.precision))}${dayRows(values.days, errors)}${sittingRows(values.sittings, errors)}</details>`,
)}
${group(
  'place',
  html`${line('venue', 'Where, in words', 'text', { maxLength: 300, note: 'As a person would say it: Boardroom D, Vienna International Centre.' })}
<div class="row">${line('room', 'Room', 'text', { maxLength: 100 })}${line('city', 'City', 'text', { maxLength: 100 })}${line('country', 'Country', 'text', { maxLength: 100 })}
${select('format', 'How people attend', [['', 'Not known'], ...choicesOf(formats, choiceWords.format)])}</div>`,
)}
<div class="row">${group('status', select('status', 'How sure it is', choicesOf(statuses, choiceWords.status)))}
${group('notice', select('notice', 'Anything unusual', [['', 'Nothing'], ...Object.entries(choiceWords.notice)]))}</div>
${group('note', line('note', 'A sentence on status or dates that readers see', 'text', { maxLength: 1000 }))}
${group('links', linkRows(values.links, errors))}
${group('deadlines', deadlineRows(values.deadlines, errors))}
${group('access', line('access', 'How civil society may attend', 'text', { rows: 3, maxLength: 2000 }))}
${group('description', line('description', 'More about it', 'text', { rows: 5, maxLength: 20_000 }))}
<div class="row">${group('organizer', line('organizer', 'Who calls the meeting', 'text', { maxLength: 300 }))}
${group('contact', line('contact', 'Where to ask', 'text', { maxLength: 300, note: 'An office’s mail address or page, never a person’s.' }))}</div>
<div class="row">${group('body', select('body', 'Whose meeting it is', [...(values.body ? [] : [['', 'Please choose'] as [string, string]]), ...choicesOf(bodyIds, choiceWords.body)]))}
${group('kind', select('kind', 'What kind of meeting', choicesOf(kinds, choiceWords.kind)))}</div>
<details${hasRareNames && html` open`}><summary>Number of the session, group, part</summary><div class="row">
${group('session', line('session', 'Number', 'number', { note: 'As in “67th session”.' }))}${group('group', line('group', 'Group inside the body', 'text', spoken(said.group)))}${group('part', line('part', 'Which part', 'text', { ...spoken(said.part), note: 'Such as “resumed”.' }))}</div></details>`
}

function spoken(value: unknown): FieldOptions {
  return value === undefined ? {} : { value: String(value).replaceAll('-', ' ') }
}

/** 24:00 is no time for a browser's field of hours. */
function timeType(value: string | undefined): string {
  return value === '24:00' ? 'text' : 'time'
}

function choicesOf(ids: readonly string[], words: Record<string, string>): [string, string][] {
  return ids.map((id) => [id, words[id] ?? id])
}

function hasError(errors: Errors, pattern: RegExp): boolean {
  return Object.keys(errors).some((name) => pattern.test(name))
}
