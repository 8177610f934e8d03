import { type Html, html, type Part } from '../../pages/frame/html.ts'
import type { Visit } from './visit.ts'

/** What is wrong with fields, by their names; the empty name is the whole form. */
export type Errors = Record<string, string>

/** A form that is posted with the token of the session. `keep` names it, so that what was typed outlives a bad connection. */
export function form(
  { actor }: Pick<Visit, 'actor'>,
  action: string,
  content: Part,
  { keep, id, files = false }: { keep?: string; id?: string; files?: boolean } = {},
): Html {
  return html`<form method="post" action="${action}"${id && html` id="${id}"`}${keep && html` data-keep="${keep}"`}${files && html` enctype="multipart/form-data"`}>
${hidden('_csrf', actor.csrf ?? '')}${content}</form>
`
}

/** A form that is only a button. */
export function button(
  visit: Pick<Visit, 'actor'>,
  action: string,
  label: string,
  { quiet = false, values = {} }: { quiet?: boolean; values?: Record<string, string> } = {},
): Html {
  const fields = Object.entries(values).map(([name, value]) => hidden(name, value))
  return form(visit, action, html`${fields}<button${quiet && html` class="quiet"`}>${label}</button>`)
}

/** A value that goes along unseen. */
export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

/** How a field of a form is made; `note` stands beneath it, `short` keeps it narrow. */
export type FieldOptions = {
  value?: string | undefined
  error?: string | undefined
  note?: Part
  required?: boolean
  maxLength?: number
  rows?: number
  list?: string
}

/** One line, a day, an hour, or with `rows` several lines; an error stands at it, and is told to who cannot see it. */
export function field(name: string, label: string, type: string, options: FieldOptions = {}): Html {
  const { value = '', rows, required, maxLength, list } = options
  const attributes = html` id="${idOf(name)}" name="${name}"${required && html` required`}${maxLength && html` maxlength="${maxLength}"`}${list && html` list="${list}"`}${described(name, options)}`
  const control = rows
    ? html`<textarea${attributes} rows="${rows}">
${value}</textarea>`
    : html`<input type="${type}"${attributes} value="${value}">`
  return wrapped(name, label, control, options)
}

/** One of several. */
export function choice(name: string, label: string, choices: [string, string][], options: FieldOptions = {}): Html {
  const { value = '' } = options
  const shown = choices.map(([id, words]) => html`<option value="${id}"${id === value && html` selected`}>${words}</option>`)
  return wrapped(
    name,
    label,
    html`<select id="${idOf(name)}" name="${name}"${described(name, options)}>${shown}</select>`,
    options,
  )
}

/** What is wrong, above a form: each with a link to its field. */
export function errorList(errors: Errors): Html | false {
  const all = Object.entries(errors)
  return (
    all.length > 0 &&
    html`<div class="warn" role="alert"><p><b>Nothing was saved yet.</b> What you typed is still here; please look at this:</p>
<ul>${all.map(([name, sentence]) => html`<li>${name ? html`<a href="#${idOf(name)}">${sentence}</a>` : sentence}</li>`)}</ul></div>`
  )
}

/** The id of a field's element. */
function idOf(name: string): string {
  return `f-${name.replace(/[^\w-]/g, '-')}`
}

function wrapped(name: string, label: string, control: Html, { error, note }: FieldOptions): Html {
  const id = idOf(name)
  return html`<div class="field${error && ' wrong'}"><label for="${id}">${label}</label>${control}${note && html`<p class="note" id="${id}-note">${note}</p>`}${error && html`<p class="error" id="${id}-error">${error}</p>`}</div>
`
}

function described(name: string, { error, note }: FieldOptions): Html | false {
  const ids = [note && `${idOf(name)}-note`, error && `${idOf(name)}-error`].filter(Boolean).join(' ')
  return ids !== '' && html` aria-describedby="${ids}"${error && html` aria-invalid="true"`}`
}
