import type { ProposalItem } from '../../../reconcile/index.ts'
import { type Html, html } from '../../pages/frame/html.ts'
import { choice, field } from '../frame/form.ts'
import type { Typed } from '../frame/typed.ts'
import { allOf, textOf } from '../frame/typed.ts'
import { fieldWords, valueWords } from '../frame/words.ts'

/** One meeting that was understood, with what to do with it; `typed` is what a person had chosen when something was wrong, `error` what. */
export function itemCard(item: ProposalItem, typed?: Typed, error?: string): Html {
  const { id, listing, doubts, isAssumed, candidates } = item
  const isTicked = typed ? allOf(typed, 'tick').includes(String(id)) : item.ticked
  const said = (name: string, otherwise: string | undefined) => (typed ? textOf(typed, `${name}.${id}`) : otherwise)
  const isOpen = isAssumed || doubts.length > 0 || error !== undefined
  return html`<article class="item" id="item-${id}"><p class="tick"><input type="checkbox" name="tick" value="${id}" id="tick-${id}"${isTicked && html` checked`}${error && html` aria-describedby="error-${id}"`}><label for="tick-${id}" dir="auto">${listing.title}</label></p>
${error && html`<p class="error" id="error-${id}">${error}</p>`}
<p><b>${listing.when ? valueWords('when', listing.when) : 'No date'}</b>${listing.place.venue || listing.place.city ? html` · <span dir="auto">${valueWords('place', listing.place)}</span>` : ''} · ${valueWords('body', listing.body)}</p>
${isAssumed && html`<p class="warn">The year is not printed: <b>${listing.when?.start.slice(0, 4)}</b> was assumed. Tick it if that is right, or correct the days.</p>`}
${doubts.filter((doubt) => !isAssumed || !/was assumed$/.test(doubt)).map((doubt) => html`<p class="warn">${doubt}</p>`)}
${item.from && (isOpen ? html`<blockquote dir="auto">${item.from.slice(0, 400)}</blockquote>` : html`<details><summary>Where it was read</summary><blockquote dir="auto">${item.from.slice(0, 600)}</blockquote></details>`)}
${what(item)}
${
  candidates.length > 0 &&
  choice(
    `as.${id}`,
    'Is it one of these?',
    [
      ['', 'Please choose'],
      ...candidates.map((one): [string, string] => [one.uid, `It is “${one.title}”, ${valueWords('when', one.when)}`]),
      ['new', 'No, it is another meeting'],
    ],
    { value: said('as', undefined) },
  )
}
<details${isOpen && html` open`}><summary>Correct it</summary><div class="row">${field(`title.${id}`, 'Title', 'text', { value: said('title', listing.title.slice(0, 220)), maxLength: 220 })}${field(`start.${id}`, 'First day', 'date', { value: said('start', listing.when?.start) })}${field(`end.${id}`, 'Last day', 'date', { value: said('end', listing.when?.end) })}</div></details>
</article>
`
}

function what({ kind, event, by, fields }: ProposalItem): Html | false {
  if (kind === 'change')
    return html`<p>It is <a href="/desk/meetings/${event?.slug}" dir="auto">${event?.title}</a> (${by}), and would change:</p>
<ul class="difference">${fields.map(({ field: name, from, to }) => html`<li>${fieldWords[name as keyof typeof fieldWords] ?? name}: <del dir="auto">${valueWords(name, from)}</del> <ins dir="auto">${valueWords(name, to)}</ins></li>`)}</ul>`
  return kind === 'possible-duplicate' && html`<p><b>It may be in the calendar already.</b></p>`
}
