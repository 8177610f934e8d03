import { bodyIds, kinds } from '../../../event/index.ts'
import type { Selection } from '../../../publish/index.ts'
import { allFeeds, type StoredFeed } from '../../../store/named-feeds.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import { button, choice, type Errors, errorList, field, form, hidden } from '../frame/form.ts'
import type { DeskPage } from '../frame/layout.ts'
import { may, type Visit } from '../frame/visit.ts'
import { choiceWords } from '../frame/words.ts'

/** What stands in the form of a feed. */
export type FeedValues = {
  title?: string
  name?: string
  description?: string | undefined
  selection?: Partial<Selection> | undefined
}

/** `/desk/feeds`: the saved feeds with their addresses, and a new one. */
export function feedsPage(visit: Visit, values: FeedValues = {}, errors: Errors = {}): DeskPage {
  const open = allFeeds(visit.desk.site.store).filter(({ closedAt }) => !closedAt)
  const main = html`<h1>Feeds</h1>
<p class="lead">A feed is a choice of meetings under an address of its own. Send people its page: there they subscribe with their calendar program, and see every later change by themselves.</p>
${open.length ? open.map((feed) => card(visit, feed)) : html`<p class="none">There is none yet. The whole calendar is at <a href="/subscribe">the subscribe page</a>.</p>`}
${may(visit, 'editor') && html`<h2 id="new">A new feed</h2>${errorList(errors)}${form(visit, '/desk/feeds', html`${feedFields(values, errors)}<button>Make the feed</button>`, { keep: '/desk/feeds' })}`}`
  return { title: 'Feeds', main }
}

/** `/desk/feeds/<name>`: one feed to be changed or closed. */
export function feedPage(visit: Visit, feed: StoredFeed, values: FeedValues = feed, errors: Errors = {}): DeskPage {
  const path = `/desk/feeds/${feed.name}`
  const main = html`<h1 dir="auto">${feed.title}</h1><p><a href="/desk/feeds">All feeds</a></p>
${errorList(errors)}${form(visit, path, html`${hidden('version', feed.changedAt)}${feedFields(values, errors)}<button>Save</button>`, { keep: path })}
<h2>Close it</h2><p class="note">Its addresses then say that it is gone. Undo opens it again.</p>${button(visit, `${path}/close`, 'Close this feed', { quiet: true })}`
  return { title: feed.title, main }
}

function card(visit: Visit, { name, title, description, selection }: StoredFeed): Html {
  const address = `${visit.desk.site.publicUrl}/feeds/${name}`
  const { bodies, kinds: chosen, place, q, uids } = selection
  const what = [
    bodies?.length
      ? bodies.map((id) => choiceWords.body[id]).join('; ')
      : uids?.length && !chosen && !place && !q
        ? `${uids.length} chosen meetings`
        : 'all bodies',
    chosen?.length && chosen.map((id) => choiceWords.kind[id]?.toLowerCase()).join(', '),
    place && `in ${place}`,
    q && `with the words “${q}”`,
  ].filter(Boolean)
  return html`<article class="item"><h2><a href="/feeds/${name}" dir="auto">${title}</a></h2>
${description !== title && html`<p dir="auto">${description}</p>`}<p class="note">${what.join(' · ')}</p>
<p>Page to send to people: <code>${address}</code><br>Address for calendar programs: <code>${address}.ics</code></p>
${may(visit, 'editor') && html`<p><a href="/desk/feeds/${name}">Change or close it</a></p>`}</article>
`
}

function feedFields({ title, name, description, selection = {} }: FeedValues, errors: Errors): Html {
  const { bodies = [], kinds: chosen = [], place, q, format, cancelled } = selection
  return html`<div class="row">${field('title', 'What it is called', 'text', { value: title, error: errors.title, required: true, maxLength: 120 })}
${field('name', 'Last part of its address', 'text', { value: name, error: errors.name, maxLength: 60, note: 'Small letters and hyphens; empty: made from what it is called.' })}</div>
${field('description', 'What it is for', 'text', { value: description === title ? '' : description, error: errors.description, maxLength: 500 })}
<fieldset><legend>Whose meetings (no tick: all)</legend>${ticks('body', bodyIds, choiceWords.body, bodies)}</fieldset>
<details${chosen.length > 0 && html` open`}><summary>Only some kinds of meeting</summary><fieldset><legend>Kinds (no tick: all)</legend>${ticks('kind', kinds, choiceWords.kind, chosen)}</fieldset></details>
<div class="row">${field('place', 'Only in this place', 'text', { value: place, error: errors['selection.place'], maxLength: 100 })}${field('q', 'Only with these words', 'text', { value: q, error: errors['selection.q'], maxLength: 100 })}
${choice('format', 'How people attend', [['', 'Any way'], ...Object.entries(choiceWords.format)], { value: [format].flat()[0] })}
${choice(
  'cancelled',
  'Cancelled meetings',
  [
    ['mark', 'are shown as cancelled'],
    ['hide', 'are left out'],
  ],
  { value: cancelled },
)}</div>`
}

function ticks(name: string, ids: readonly string[], words: Record<string, string>, chosen: readonly string[]): Html[] {
  return ids.map(
    (
      id,
    ) => html`<p class="tick"><input type="checkbox" name="${name}" value="${id}" id="${name}-${id}"${chosen.includes(id) && html` checked`}><label for="${name}-${id}">${words[id]}</label></p>
`,
  )
}
