/** One piece of a page's text as a reader sees it: a line, a list item, a table cell, a heading. */
export type Block = {
  kind: 'heading' | 'item' | 'line' | 'cell'
  /** Heading level 1-6, or depth of the list. */
  level: number
  text: string
}

/** A page's text in reading order, without its markup. */
export type PageText = { blocks: Block[] }
