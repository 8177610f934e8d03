import { dayWords } from '../../../publish/index.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import type { DeskPage } from '../frame/layout.ts'
import type { ExplainedPage } from '../frame/visit.ts'
import { instantWords } from '../frame/words.ts'

/** Lines of a page that are shown. */
const mostLines = 400

/** A page of a source as it was read: what was taken is marked, what was left says why. All of it is text. */
export function readPage(title: string, pages: ExplainedPage[], asked: number): DeskPage {
  const page = pages[asked] ?? pages[0]
  const others = pages.map(
    ({ url }, i) => html`<li><a href="?page=${i}"${url === page?.url && html` aria-current="true"`}>${url}</a></li>
`,
  )
  const main = html`<h1>${title}: what was read</h1>
<p><a href="/desk/sources">All sources</a></p>
${pages.length > 1 && html`<nav aria-label="Pages of this source"><ul>${others}</ul></nav>`}
${page ? explained(page) : html`<p class="none">No page of it was kept yet.</p>`}`
  return { title: `${title}: what was read`, main }
}

function explained({ url, receivedAt, text }: ExplainedPage): Html {
  const [head = '', ...all] = text.split(/\n\n/)
  const lines = all.join('\n').split('\n')
  const end = lines.findIndex((line) => /^\d+ listings?:$/.test(line))
  const body = end < 0 ? lines : lines.slice(0, end)
  const shown = (body.length ? body : lines).slice(0, mostLines)
  return html`<p class="note"><a href="${url}" rel="noopener noreferrer">${url}</a>, as it was on ${instantWords(receivedAt)}. Green: taken as a meeting. Yellow: has a date and was left, with the reason.</p>
${!body.length && html`<p>${head}</p>`}<div class="read" dir="auto">${shown.map(line)}</div>
${body.length > mostLines && html`<p class="note">and ${body.length - mostLines} more lines</p>`}`
}

function line(text: string): Html {
  const words = text.slice(2).trim()
  if (!words) return html``
  if (text.startsWith('      '))
    return html`<p class="why">${withDays(words)
      .replace(/^taken: /, 'Taken as: ')
      .replace(/^left: /, 'Left: ')}</p>
`
  const kind = text.startsWith('+') ? 'taken' : text.startsWith('-') ? 'left' : ''
  return html`<p${kind && html` class="${kind}"`}>${words.replace(/^(?:#+|•|\|) /, '')}</p>
`
}

function withDays(words: string): string {
  return words.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => dayWords(day))
}
