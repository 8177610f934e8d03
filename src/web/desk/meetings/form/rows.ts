import { type Html, html, type Part } from '../../../pages/frame/html.ts'
import { choice, type Errors, field } from '../../frame/form.ts'
import { choiceWords } from '../../frame/words.ts'
import type { Values } from './values.ts'

/** Addresses that belong to the meeting, and room for two more. */
export function linkRows(links: Values['links'], errors: Errors): Html {
  return rowsOf('Link', links, 1, (link, at, name) => [
    choice(at('rel'), `${name}: what it is`, Object.entries(choiceWords.rel), { value: link?.rel, error: errors[at('rel')] }),
    field(at('url'), `${name}: address`, 'url', { value: link?.url, error: errors[at('url')], maxLength: 2000 }),
    field(at('title'), `${name}: words`, 'text', { value: link?.title, error: errors[at('title')], maxLength: 200 }),
  ])('links')
}

/** Last days for something, and room for one more. */
export function deadlineRows(deadlines: Values['deadlines'], errors: Errors): Html {
  return rowsOf('Deadline', deadlines, 1, (deadline, at, name) => [
    choice(at('kind'), `${name}: for what`, Object.entries(choiceWords.deadline), {
      value: deadline?.kind,
      error: errors[at('kind')],
    }),
    field(at('date'), `${name}: last day`, 'date', { value: deadline?.date, error: errors[at('date')] }),
    field(at('time'), `${name}: until`, 'time', { value: deadline?.time, error: errors[at('time')] }),
    field(at('text'), `${name}: in words`, 'text', { value: deadline?.text, error: errors[at('text')], maxLength: 500 }),
  ])('deadlines')
}

/** The days of a meeting that is not on all days from its first to its last. */
export function dayRows(days: Values['days'], errors: Errors): Html {
  const shown = [...(days ?? []), '', '', '']
  return html`<p class="note">Only where it is not on every day from the first to the last: each day on which it is.</p>
<div class="row">${shown.map((day, i) => field(`days.${i}`, `Day ${i + 1}`, 'date', { value: day, error: errors[`days.${i}`] ?? (i === 0 ? errors.days : undefined) }))}</div>`
}

/** The sittings of each day. */
export function sittingRows(sittings: Values['sittings'], errors: Errors): Html {
  return html`<p class="note">Only where there are several sittings a day:</p>${rowsOf(
    'Sitting',
    sittings,
    2,
    (sitting, at, name) => [
      field(at('start'), `${name}: from`, 'time', {
        value: sitting?.start,
        error: errors[at('start')] ?? (name === 'Sitting 1' ? errors.sittings : undefined),
      }),
      field(at('end'), `${name}: to`, 'time', { value: sitting?.end, error: errors[at('end')] }),
    ],
  )('sittings')}`
}

function rowsOf<T>(
  label: string,
  items: T[] | undefined,
  free: number,
  cells: (item: T | undefined, at: (cell: string) => string, name: string) => Part[],
): (name: string) => Html {
  const all: (T | undefined)[] = [...(items ?? []), ...Array.from({ length: free }, () => undefined)]
  return (name) =>
    html`${all.map((item, i) => html`<div class="row">${cells(item, (cell) => `${name}.${i}.${cell}`, `${label} ${i + 1}`)}</div>`)}`
}
