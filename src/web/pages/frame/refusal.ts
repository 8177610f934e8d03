import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { answerError, sendRefusal, toProblem } from '../../http/refuse/errors.ts'
import type { Problem } from '../../http/refuse/problem.ts'
import type { Site } from '../../site.ts'
import { filterForm, readFilter } from '../parts/filter.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import { type Reader, readerOf } from './reader.ts'

/** Answers what went wrong: with a page for a person with a browser, with a problem document (RFC 9457) for a program. */
export function answerReaders(site: Site) {
  return function answer(error: FastifyError | Problem | Error, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error)
    if (problem.status >= 500 || !isPerson(request)) {
      answerError(error, request, reply)
      return
    }
    // The address may be one that cannot be read: only its language is.
    const lang = /[?&]lang=(\w\w)(?:&|$)/.exec(request.url)?.[1]
    const asked = readerOf(site, lang ? `/?lang=${lang}` : '/', request.headers['accept-language'])
    // Without a path its links to other languages stay at this address.
    const reader = { ...asked, path: '' }
    sendRefusal(problem, reply, { type: 'text/html', body: refusalPage(reader, problem) })
  }
}

function refusalPage(reader: Reader, { status, message, faults }: Problem): string {
  const { words, language } = reader
  const nothing = status === 404 || status === 410
  const title = nothing ? words.notFound : words.refused
  const main = html`<h1>${title}</h1>
${language === 'en' && status !== 404 ? html`<p>${message}</p>` : faults.map(({ parameter }) => html`<p>${words.parameter(parameter)}</p>`)}
${language !== 'en' && status === 410 && html`<p>${words.closed}</p>`}
${nothing && html`<p>${words.notFoundText}</p>`}
${filterForm(reader, readFilter({ ...reader, query: new URLSearchParams() }), '/')}`
  return layout(reader, { title, main, indexed: false })
}

/** Whether a person waits for the answer: a browser asks for HTML, and the address is none of a program's. */
function isPerson({ method, url, headers }: FastifyRequest): boolean {
  const forPrograms = /^\/(?:api|assets|embed\/list)\b|^[^?]*\.(?:ics|atom|json|xml|js)(?:\?|$)/
  return (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html') && !forPrograms.test(url)
}
