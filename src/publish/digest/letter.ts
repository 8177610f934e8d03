import { xml } from '../atom.ts'
import { dayWords } from '../words/dates.ts'
import type { Digest, DigestLine } from './digest.ts'

/** Where a digest's reader goes on: the calendar and the desk. */
export type DigestVoice = { publicUrl: string; name: string }

type Part = { heading: string; lines?: DigestLine[]; sentences?: string[] }

/** The line of a mail's subject: `Meetings on crime: 2 new, 1 moved; 3 questions wait`. */
export function digestSubject(digest: Digest): string {
  const counts = [
    [digest.short.length, 'at short notice'],
    [digest.kind === 'urgent' ? 0 : digest.new.length, 'new'],
    [digest.moved.length, 'moved'],
    [digest.cancelled.length, 'cancelled'],
    [digest.failing.length, digest.failing.length === 1 ? 'source fails' : 'sources fail'],
  ] as const
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  const wait =
    digest.waitingCount > 0 ? `${digest.waitingCount} ${digest.waitingCount === 1 ? 'question waits' : 'questions wait'}` : ''
  return `Meetings on crime: ${[said.join(', '), wait].filter(Boolean).join('; ') || 'nothing new'}`
}

/** A digest as plain text. */
export function digestText(digest: Digest, voice: DigestVoice): string {
  const parts = partsOf(digest).map(({ heading, lines = [], sentences = [] }) =>
    [heading.toUpperCase(), '', ...lines.flatMap(textLines), ...sentences.map((sentence) => `- ${sentence}`)]
      .join('\n')
      .trimEnd(),
  )
  return `${[stretch(digest), ...parts, footer(digest, voice).join('\n')].join('\n\n\n')}\n`
}

/** A digest as HTML, without style sheets, pictures or anything that calls home. Whatever a source wrote is text. */
export function digestHtml(digest: Digest, voice: DigestVoice): string {
  const parts = partsOf(digest).map(({ heading, lines = [], sentences = [] }) => {
    const items = [...lines.map(htmlLine), ...sentences.map((sentence) => `<li>${xml(sentence)}</li>`)]
    return `<h2>${xml(heading)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`
  })
  const links = footer(digest, voice).map((line) => `<p>${linked(line)}</p>`)
  const body = [`<p>${xml(stretch(digest))}</p>`, ...parts, ...links].join('\n')
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${xml(digestSubject(digest))}</title></head>\n<body>\n${body}\n</body></html>\n`
}

function partsOf(digest: Digest): Part[] {
  const more = digest.waitingCount - digest.waiting.length
  const parts: Part[] = [
    { heading: 'Within 14 days', lines: digest.short },
    { heading: 'New', lines: digest.new },
    { heading: 'Moved', lines: digest.moved },
    { heading: 'Cancelled', lines: digest.cancelled },
    { heading: 'Waiting for you', sentences: more > 0 ? [...digest.waiting, `and ${more} more`] : digest.waiting },
    { heading: 'Sources that fail', sentences: digest.failing },
  ]
  return parts.filter(({ lines = [], sentences = [] }) => lines.length + sentences.length > 0)
}

function textLines({ title, dates, was, place, url, what }: DigestLine): string[] {
  const label = what === 'changed' ? 'Changed: ' : ''
  return [`${label}${title}`, `  ${dates}${was ? ` (was ${was})` : ''}`, ...(place ? [`  ${place}`] : []), `  ${url}`, '']
}

function htmlLine({ title, dates, was, place, url, what }: DigestLine): string {
  const label = what === 'changed' ? 'Changed: ' : ''
  const rest = [dates + (was ? ` (was ${was})` : ''), place]
    .filter((words) => words !== undefined)
    .map((words) => `<br>${xml(words)}`)
  return `<li><a href="${xml(url)}">${xml(label + title)}</a>${rest.join('')}</li>`
}

function stretch({ since, until, kind }: Digest): string {
  const end = dayWords(until.slice(0, 10))
  if (kind === 'urgent') return `What cannot wait for the next digest, ${end}.`
  return since
    ? `What changed in the calendar from ${dayWords(since.slice(0, 10))} to ${end}.`
    : `What is in the calendar, ${end}.`
}

function footer({ waitingCount }: Digest, { publicUrl, name }: DigestVoice): string[] {
  return [`The calendar: ${publicUrl}/`, ...(waitingCount > 0 ? [`The desk: ${publicUrl}/desk`] : []), name]
}

function linked(line: string): string {
  return xml(line).replace(/https?:\/\/\S+$/, (url) => `<a href="${url}">${url}</a>`)
}
