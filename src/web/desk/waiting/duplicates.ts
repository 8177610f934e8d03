import type { Event } from '../../../event/index.ts'
import type { Review } from '../../../reconcile/index.ts'
import { findEvent } from '../../../store/events/events.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import type { Visit } from '../frame/visit.ts'
import { fieldWords, valueWords, whoWords } from '../frame/words.ts'

const compared = ['title', 'when', 'place', 'body', 'kind', 'session', 'status'] as const

/** Two meetings side by side, what differs marked. */
export function sideBySide({ desk: { site } }: Visit, { suggestion }: Extract<Review, { kind: 'possible-duplicate' }>): Html {
  const [one, other] = suggestion.uids.map((uid) => findEvent(site.store, uid))
  if (!one || !other) return html``
  const rows = compared.flatMap((field) => {
    const [a, b] = [valueWords(field, one[field]), valueWords(field, other[field])].map((words) =>
      words === 'nothing' ? 'not said' : words,
    )
    if (a === 'not said' && b === a) return []
    const differs = a !== b && html` class="differs"`
    return html`<tr><th scope="row">${fieldWords[field]}</th><td${differs} dir="auto">${a}</td><td${differs} dir="auto">${b}</td></tr>
`
  })
  const head = (event: Event, name: string) => html`<th scope="col"><a href="/desk/meetings/${event.slug}">${name}</a></th>`
  return html`<p>They are alike in this: ${suggestion.reasons.join(', ')}.</p>
<div class="wide" tabindex="0" role="region" aria-label="${one.title} beside ${other.title}"><table class="beside"><thead><tr><td></td>${head(one, 'This one')}${head(other, 'And this one')}</tr></thead>
<tbody>${rows}<tr><th scope="row">Known from</th><td>${knownFrom(one)}</td><td>${knownFrom(other)}</td></tr></tbody></table></div>`

  function knownFrom(event: Event): Html {
    return html`${event.speakers.map(({ source, url }, i) => html`${i > 0 && ', '}${/^https?:/.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${whoWords(site, source)}</a>` : whoWords(site, source)}`)}`
  }
}
