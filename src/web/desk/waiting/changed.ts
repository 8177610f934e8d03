import { type DigestLine, digest } from '../../../publish/index.ts'
import { changesBetween, firstChangeAt, lastChange } from '../../../store/events/changes.ts'
import { findEvent } from '../../../store/events/events.ts'
import { lastDigests } from '../../../store/telling/digests.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import type { Visit } from '../frame/visit.ts'
import { instantWords } from '../frame/words.ts'

/** Lines of a list, and changes looked through: who was away for long reads on in the history. */
const most = { lines: 6, changes: 400 }

/** What became of the calendar since the last digest was sent, or in the last seven days. */
export function changedSince({ desk: { site } }: Visit): Html {
  const { store, now, publicUrl } = site
  const [last] = lastDigests(store, 'regular')
  const weekAgo = new Date(now().getTime() - 7 * 86_400_000).toISOString()
  const since = last?.at ?? weekAgo
  const until = lastChange(store)
  const first = firstChangeAt(store, since)
  const from = last?.untilChange ?? (first === undefined ? until : first - 1)
  const changes = changesBetween(store, Math.max(from, until - most.changes), until)
  const events = new Map(
    [...new Set(changes.map(({ uid }) => uid))].flatMap((uid) => {
      const event = findEvent(store, uid)
      return event ? [[uid, event] as const] : []
    }),
  )
  const entries = changes.map(({ entry }) => entry)
  const told = digest({
    kind: 'regular',
    since,
    until: now().toISOString(),
    entries,
    events,
    waiting: [],
    failing: [],
    publicUrl,
  })
  const lists = [
    list('Within 14 days', told.short),
    list('New', told.new),
    list('Moved', told.moved),
    list('Cancelled', told.cancelled),
  ].filter(Boolean)
  return html`<section class="changed"><h2>Changed since ${instantWords(since)}</h2>
${lists.length ? lists : html`<p class="none">Nothing.</p>`}
<p><a href="/desk/history">Everything in the history</a></p></section>`
}

function list(title: string, lines: DigestLine[]): Html | false {
  const shown = lines.slice(0, most.lines)
  return (
    lines.length > 0 &&
    html`<h3>${title} (${lines.length})</h3><ul>${shown.map(line)}${lines.length > shown.length && html`<li>and ${lines.length - shown.length} more</li>`}</ul>
`
  )
}

function line({ title, url, dates, was, what }: DigestLine): Html {
  const slug = url.split('/').at(-1)
  return html`<li>${dates}${was && html` <s>${was}</s>`}: <a href="/desk/meetings/${slug}" dir="auto">${title}</a>${what === 'cancelled' && ' (cancelled)'}</li>
`
}
