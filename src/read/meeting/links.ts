import type { Link } from '../../event/index.ts'
import { absolute } from '../../source/links.ts'
import type { Candidate } from './candidate.ts'
import type { Ground } from './listing.ts'

export function linksOf({ card, entry }: Candidate, { sheet }: Ground): Link[] {
  const found = new Map<string, Link>()
  const from = card.whole ? entry.block : card.first
  const to = card.whole ? entry.block : Math.min(card.last, card.first + 20)
  for (let i = from; i <= to; i++)
    for (const { text, href } of sheet.text.blocks[i]?.links ?? []) {
      const url = href.startsWith('#') ? undefined : absolute(href, sheet.text)
      if (url && !found.has(url)) found.set(url, { rel: relOf(text, url), url, title: text.slice(0, 200) })
    }
  return [...found.values()].slice(0, 20)
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
