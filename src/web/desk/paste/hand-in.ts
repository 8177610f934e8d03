import { type Body, bodyIds } from '../../../event/index.ts'
import type { HandIn, HandInSettings } from '../../import/imports.ts'
import { html } from '../../pages/frame/html.ts'
import { choice, type Errors, errorList, field, form } from '../frame/form.ts'
import type { DeskPage } from '../frame/layout.ts'
import { type Typed, textOf } from '../frame/typed.ts'
import type { Visit } from '../frame/visit.ts'
import { choiceWords } from '../frame/words.ts'
import { zoneChoices } from '../meetings/form/zones.ts'

/** `/desk/paste`: where words are pasted, a file is chosen or an address is written. */
export function pastePage(visit: Visit, typed: Typed = {}, errors: Errors = {}): DeskPage {
  const value = (name: string) => textOf(typed, name) || undefined
  const { today } = visit.reader
  const fileId = 'f-file'
  const main = html`<h1>Paste a list</h1>
<p class="lead">Paste the list from a mail, a chat or minutes, or choose a file. You then see what was understood; nothing is changed until you say so.</p>
${errorList(errors)}
${form(
  visit,
  '/desk/paste',
  html`<fieldset><legend>One of these</legend>${field('text', 'The words', 'text', { rows: 12, value: value('text'), error: errors.text, maxLength: 500_000 })}
<div class="row"><div class="field"><label for="${fileId}">or a file: a calendar (.ics), or a table from Excel (.xlsx, .csv)</label><input type="file" id="${fileId}" name="file" accept=".ics,.csv,.tsv,.xlsx,.txt"${errors.file && html` aria-invalid="true"`}></div>
${field('url', 'or the address of a page or calendar', 'url', { value: value('url'), error: errors.url, maxLength: 2000 })}</div></fieldset>
<div class="row">${field('written', 'Written on', 'date', { value: value('written') ?? today, error: errors.written, note: 'Years that are not printed are assumed from this day.' })}
${choice('body', 'Whose meetings, where it does not say', [['', 'It says'], ...bodyIds.map((id): [string, string] => [id, choiceWords.body[id] ?? id])], { value: value('body') })}
${choice('timezone', 'Hours are in the time of', zoneChoices(value('timezone')), { value: value('timezone') ?? 'Europe/Vienna' })}</div>
<button>See what was understood</button>`,
  { files: true, keep: '/desk/paste' },
)}`
  return { title: 'Paste a list', main }
}

/** What a form hands in; nothing when nothing was given. Of several, the words count before the file and the address. */
export function handedIn(typed: Typed): HandIn | undefined {
  const [text, url] = [textOf(typed, 'text'), textOf(typed, 'url')]
  const { file } = typed
  if (text) return { text }
  if (typeof file === 'object' && !Array.isArray(file)) return file
  return url ? { url } : undefined
}

/** How it is to be read. */
export function settingsIn(typed: Typed): HandInSettings {
  const [written, timezone, body] = [textOf(typed, 'written'), textOf(typed, 'timezone'), textOf(typed, 'body')]
  return {
    ...(/^\d{4}-\d\d-\d\d$/.test(written) && !Number.isNaN(Date.parse(written)) && { written }),
    ...(zoneChoices(undefined).some(([zone]) => zone === timezone) && { timezone }),
    ...((bodyIds as string[]).includes(body) && { body: body as Body }),
  }
}
