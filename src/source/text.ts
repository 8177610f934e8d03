/** A link inside a block: its words and its absolute address. */
export type TextLink = { text: string; url: string }

/** What a piece of text is in its page. */
export type Role = 'heading' | 'item' | 'line' | 'cell' | 'paragraph'

/** One piece of a page's text as a reader sees it: a line between two breaks, a list item, a table cell, a heading. */
export type Block = {
  role: Role
  /** Heading level 1-6; depth of the list for items; 0 elsewhere. */
  level: number
  /** One line, blanks folded, hidden elements left out, superscripts joined to their word. */
  text: string
  links: TextLink[]
  /** The element that directly holds it: lines of one paragraph or card share it. */
  box: number
  /** The list, table or run of equal cards it belongs to; blocks of one group are neighbours. */
  group: number
  /** Number of the entry (item, row, card) inside the group. */
  entry: number
  /** Column of a table's cell, and the words that stand above it in the header row. */
  column?: number
  header?: string
  /** Blocks with the same number stand in the same part of the page. */
  region: number
  /** What the part says it is: `nav`, `header`, `footer`, `aside`, `form`, or `main`; an empty text when it says nothing. */
  landmark: string
  /** True when the words are struck out. */
  struck?: boolean
  /** Values of `<time datetime>` inside. */
  times?: string[]
}

/** A page's text in reading order, without its markup. */
export type PageText = {
  blocks: Block[]
  url: string
  /** The words of `<title>`. */
  title: string
  /** `lang` of the document, in lower case: `en`, `fr-ca`; empty when not said. */
  language: string
  /** ISO date on which the page says it was published, from its meta elements. */
  published?: string
  description?: string
  /** True when the markup ends in the middle. */
  cut: boolean
}
