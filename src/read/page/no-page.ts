import { html, type Page } from '../../source/index.ts'
import { outcomeOf } from './kind.ts'

/**
 * Why a page just received is not the page itself (a login, a challenge, an error sent as a page), as a sentence; undefined when it
 * may be. Only short pages are looked at: what keeps readers out says little, and a long page is read elsewhere.
 */
export function whyNoPage(page: Page): string | undefined {
  if (page.body.length > 60_000 || !/html|^$/.test(page.contentType)) return undefined
  const { outcome, why } = outcomeOf(page, html(page))
  return outcome === 'blocked' || outcome === 'broken' ? `${page.url} is not the page itself: ${why}.` : undefined
}
