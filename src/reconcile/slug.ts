import { slug } from '../event/index.ts'
import type { MergedEvent } from './people.ts'

/** The readable address of a new event: body and title, with the year where no session number tells it from next year's, with a number if that is taken. */
export function slugFor(
  event: Pick<MergedEvent, 'title' | 'body' | 'session' | 'when'>,
  taken: { has(slug: string): boolean },
): string {
  const title = wholeWords(event.title)
  const body = event.body.toLowerCase()
  const named = title.includes(body) || event.body === 'OTHER' ? title : `${body}-${title}`
  const year = event.when?.start.slice(0, 4)
  const dated = year && !named.includes(year) ? `${cut(named, 75)}-${year}` : cut(named, 80)
  const base = event.session === undefined ? dated : cut(named, 80)
  if (!taken.has(base)) return base
  if (!taken.has(dated)) return dated
  for (let n = 2; ; n += 1) {
    const numbered = `${cut(dated, 74)}-${n}`
    if (!taken.has(numbered)) return numbered
  }
}

/** `slug` cuts at 80 characters; a word cut in two there is left out. */
function wholeWords(title: string): string {
  const name = slug(title)
  return name.length < 79 ? name : cut(`${name}-`, 78)
}

/** Not longer than that, and not in the middle of a word where it can be helped. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const words = text.slice(0, length + 1).lastIndexOf('-')
  return words > length / 2 ? text.slice(0, words) : text.slice(0, length).replace(/-$/, '')
}
