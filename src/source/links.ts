import { scan } from './markup/scan.ts'
import type { Extract } from './raw.ts'
import type { PageText } from './text.ts'

/** The links of a text in reading order, each address once and absolute; with `about`, those whose words or address match. */
export function links(text: PageText, about?: RegExp): { text: string; url: string }[] {
  const found = new Map<string, { text: string; url: string }>()
  for (const block of text.blocks)
    for (const link of block.links) {
      const url = absolute(link.href, text)
      if (url && !found.has(url) && (!about || `${link.text} ${url}`.search(about) >= 0)) found.set(url, { text: link.text, url })
    }
  return [...found.values()]
}

/** The absolute address of a link on a page; undefined for what is no address of the web. */
export function absolute(href: string, page: { url: string; base: string }): string | undefined {
  const base = baseOf(page)
  const address = href.trim().replace(/^webcals?:/i, 'https:')
  // Most addresses of a page name no scheme: they are read against the page at once.
  const url = (address.includes(':') ? URL.parse(address) : undefined) ?? URL.parse(address, base)
  if (!url) return undefined
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}

const bases = new WeakMap<object, string>()

/** Against what the addresses of a page are read, made out once for a page. */
function baseOf(page: { url: string; base: string }): string {
  const known = bases.get(page)
  if (known !== undefined) return known
  const base = URL.canParse(page.base, page.url) ? new URL(page.base, page.url).href : page.url
  bases.set(page, base)
  return base
}

/** Finds the calendars (`.ics`, `webcal:`, `<link type="text/calendar">`) a page links to, for the fetch side to follow. */
export function icalLink(): Extract {
  return (page) => {
    const found = new Set<string>()
    let base = ''
    if (/\.ics|webcal|text\/calendar/i.test(page.body))
      scan(page.body, {
        open(name, attribute) {
          if (name === 'base') base ||= attribute('href') ?? ''
          const href = name === 'a' || name === 'link' ? (attribute('href') ?? '') : ''
          const isCalendar = /\.ics(?:$|[?#])|^webcals?:/i.test(href) || /^text\/calendar/i.test(attribute('type') ?? '')
          const url = href !== '' && isCalendar ? absolute(href, { url: page.finalUrl, base }) : undefined
          if (url) found.add(url)
        },
        close() {},
        text() {},
      })
    return { listings: [], follow: [...found] }
  }
}
