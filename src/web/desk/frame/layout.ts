import type { FastifyReply } from 'fastify'
import { readAction } from '../../../store/acts/people.ts'
import { assetAddress } from '../../pages/frame/assets.ts'
import { type Html, html, type Part } from '../../pages/frame/html.ts'
import { button } from './form.ts'
import { may, type Visit } from './visit.ts'
import { sentenceWords } from './words.ts'

/** What a page of the desk says beside its frame. */
export type DeskPage = { title: string; main: Part; status?: number }

const places = [
  ['/desk', 'What waits', 'reader'],
  ['/desk/meetings', 'Meetings', 'reader'],
  ['/desk/new', 'New meeting', 'editor'],
  ['/desk/paste', 'Paste a list', 'editor'],
  ['/desk/history', 'History', 'reader'],
  ['/desk/sources', 'Sources', 'reader'],
  ['/desk/feeds', 'Feeds', 'reader'],
  ['/desk/keys', 'Keys', 'administrator'],
] as const

/** Sends a page of the desk: for who asked, kept by nobody, and not packed, since it holds the token of the session. */
export function sendPage(reply: FastifyReply, visit: Visit, { title, main, status = 200 }: DeskPage): FastifyReply {
  const { actor, reader } = visit
  const here = (path: string) => reader.path === path || (path !== '/desk' && reader.path.startsWith(`${path}/`))
  const navigation = places.flatMap(([path, name, role]) =>
    may(visit, role) ? html`<li><a href="${path}"${here(path) && html` aria-current="page"`}>${name}</a></li>\n` : [],
  )
  const top = html`<header class="top">
<a class="name" href="/desk">Calendar desk</a>
<div class="who"><span>${actor.name}</span> ${button(visit, '/desk/sign-out', 'Sign out', { quiet: true })}</div>
<nav aria-label="Desk"><ul>
${navigation}</ul></nav>
</header>`
  return send(reply, status, frame(title, top, html`${doneMessage(visit)}${main}`))
}

/** Sends a page to somebody who is not signed in. */
export function sendOutside(reply: FastifyReply, { title, main, status = 200 }: DeskPage): FastifyReply {
  const top = html`<header class="top"><a class="name" href="/desk">Calendar desk</a></header>`
  return send(reply, status, frame(title, top, main))
}

function send(reply: FastifyReply, status: number, page: Html): FastifyReply {
  return reply
    .code(status)
    .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
    .send(page.text)
}

function frame(title: string, top: Html, main: Part): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Calendar desk</title>
<link rel="icon" href="${assetAddress('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetAddress('style.css')}">
<link rel="stylesheet" href="${assetAddress('desk.css')}">
<script src="${assetAddress('desk.js')}" defer></script>
</head>
<body class="desk">
<a class="skip" href="#main">Skip to the content</a>
${top}
<main id="main" tabindex="-1">
${main}
</main>
<footer><p><a href="/">The public calendar</a></p></footer>
</body>
</html>
`
}

/** What was just done, with the button that takes it back; named by its entry in the history, so that no address can put words here. */
function doneMessage(visit: Visit): Html | false {
  const { reader, desk } = visit
  const asked = reader.query.get('done') ?? ''
  if (asked === '0') return html`<div class="done" role="status"><p>Nothing was changed: it says so already.</p></div>`
  const action = /^\d{1,15}$/.test(asked) ? readAction(desk.site.store, Number(asked)) : undefined
  if (!action) return false
  const canUndo = action.undo !== null && action.undoneAt === null && may(visit, 'editor')
  return html`<div class="done" role="status"><p>Done: ${sentenceWords(desk.site, action.sentence)}.</p>
${canUndo && button(visit, `/desk/history/${action.id}/undo`, 'Undo', { quiet: true })}</div>`
}
