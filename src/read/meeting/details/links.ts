import type { Link } from '../../../event/index.ts'
import { absolute } from '../../../source/links.ts'
import type { Sheet } from '../../layout/sheet.ts'
import type { Candidate } from '../candidates/candidate.ts'
import type { Ground } from '../listing.ts'

export function linksOf({ card, entry }: Candidate, { sheet }: Ground): Link[] {
  let found: Map<string, Link> | undefined
  const add = (link: Link) => {
    found ??= new Map()
    if (!found.has(link.url)) found.set(link.url, link)
  }
  const from = card.whole ? entry.block : card.first
  const to = card.whole ? entry.block : Math.min(card.last, card.first + 20)
  for (let i = from; i <= to; i++)
    for (const { text, href } of sheet.text.blocks[i]?.links ?? []) {
      const url = href.startsWith('#') ? undefined : absolute(href, sheet.text)
      if (url) add({ rel: relOf(text, url), url, title: text.slice(0, 200) })
    }
  following(to, sheet).forEach(add)
  return found ? [...found.values()].slice(0, 20) : []
}

/** Where to watch or register, in the lines right below that tell of no other day. */
function following(last: number, { text, dates }: Sheet): Link[] {
  const found: Link[] = []
  for (let i = last + 1; i <= last + 4 && text.blocks[i]; i++) {
    if ((dates[i]?.length ?? 0) > 0 || text.blocks[i]?.role === 'heading') break
    for (const { text: words, href } of text.blocks[i]?.links ?? []) {
      const url = href.startsWith('#') ? undefined : absolute(href, text)
      const rel = url ? relOf(words, url) : 'page'
      if (url && (rel === 'stream' || rel === 'registration')) found.push({ rel, url, title: words.slice(0, 200) })
    }
  }
  return found
}

function relOf(text: string, url: string): Link['rel'] {
  if (/regist|sign[- ]?up|inscri/i.test(text) || /\bforms\.|regist/i.test(url)) return 'registration'
  if (
    /webcast|web ?tv|live ?stream|watch|stream/i.test(text) ||
    /webtv|media\.un\.org|youtube|webex|zoom\.us|teams\.microsoft/i.test(url)
  )
    return 'stream'
  return /document|agenda|programme|report|note|pdf/i.test(text) || /\.(?:pdf|docx?|xlsx?)(?:$|\?)/i.test(url)
    ? 'documents'
    : 'page'
}
