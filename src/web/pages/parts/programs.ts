import type { Program } from '../../../publish/index.ts'
import { type Html, html } from '../frame/html.ts'
import type { Reader } from '../frame/reader.ts'

/** The address of a feed, to be copied. */
export function copying({ words: { subscribe } }: Reader, address: string): Html {
  return html`<section class="address"><h2 id="address">${subscribe.address}</h2>
<p class="copying"><input readonly value="${address}" aria-labelledby="address" dir="ltr" data-copy> <button type="button" data-copies data-copied="${subscribe.copied}" hidden>${subscribe.copy}</button></p>
<p>${subscribe.saved}</p></section>`
}

/** Each program with its button, its steps and its honest delay. */
export function programs({ words }: Reader, address: string): Html {
  const { add, steps } = words.subscribe
  const webcal = address.replace(/^https?:/, 'webcal:')
  const name = encodeURIComponent(words.site)
  const outlook = (host: string) => `https://${host}/calendar/0/addfromweb?url=${encodeURIComponent(address)}&name=${name}`
  const program = (id: Program, title: string, buttons: [string, string][]) =>
    html`<li><h3>${title}</h3><p>${buttons.map(([label, href]) => html`<a class="call" href="${href}">${add} ${label}</a> `)}</p><p>${steps[id]}</p></li>
`
  return html`<ul class="cards programs">
${program('outlook', 'Outlook', [
  ['Outlook (Microsoft 365)', outlook('outlook.office.com')],
  ['Outlook.com', outlook('outlook.live.com')],
])}${program('google', 'Google', [['Google Calendar', `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`]])}${program('apple', 'Apple', [['Apple Calendar', webcal]])}${program('thunderbird', 'Thunderbird', [])}${program('android', 'Android', [])}</ul>`
}
