import { gather } from './markup/blocks.ts'
import { scan } from './markup/scan.ts'
import type { Page } from './page.ts'
import type { Block, Box, PageText } from './text.ts'

/** A cell with more lines than this lays the page out: it is no cell of a table that says something. */
const mostLines = 5

/** A page's text in reading order with its layout: headings, items, rows, lines; in linear time, for any markup however deep. */
export function html(page: Pick<Page, 'body' | 'finalUrl' | 'truncated'>): PageText {
  const { listener, end } = gather()
  const { inTag, end: read } = scan(page.body, listener)
  const { blocks, boxes, head, over, left } = end()
  for (const block of blocks) if (block.role === 'cell' && laysOut(block, boxes)) unframe(block)
  const text: PageText = {
    blocks,
    boxes,
    url: page.finalUrl,
    base: head.base,
    title: head.title,
    language: head.language,
    login: head.login,
    cut: page.truncated === true || (read === page.body.length && (inTag || (!over && left > 0))),
  }
  if (read < page.body.length) text.unread = page.body.length - read
  if (text.cut && !/<\/[a-z\d]{1,12}>\s{0,200}(?:<[^<>]{0,400})?$/i.test(page.body.slice(-800))) text.torn = true
  if (head.published) text.published = head.published
  const issued = issuedIn(page.body)
  if (issued) text.issued = issued
  if (issued && article.test(page.body)) text.published ??= issued
  return text
}

/** Structured data of a page that is one article, not a site or a list of posts. */
const article = /"@type"\s{0,9}:\s{0,9}"(?:News|ReportageNews)?(?:Article|BlogPosting)"/

/** When the page's structured data says that it was published. */
function issuedIn(body: string): string | undefined {
  return /"datePublished"\s{0,9}:\s{0,9}"(\d{4}-\d\d-\d\d[^"]{0,20})"/.exec(body)?.[1]
}

function laysOut(block: Block, boxes: Box[]): boolean {
  let box = boxes[block.box]
  while (box && box.tag !== 'td' && box.tag !== 'th') box = boxes[box.parent]
  return box !== undefined && box.last - box.first >= mostLines
}

function unframe(block: Block): void {
  block.role = 'paragraph'
  block.column = undefined
  block.header = undefined
}
