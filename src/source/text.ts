/** A link inside a block: its words and its address as written; {@link links} makes addresses absolute. */
export type TextLink = { text: string; href: string }

/** What a piece of text is in its page; `line` follows a line break inside a paragraph. */
export type Role = 'heading' | 'item' | 'cell' | 'line' | 'paragraph'

/** One piece of a page's text as a reader sees it: a line between two breaks, a list item, a table cell, a heading. */
export type Block = {
  role: Role
  /** Heading level 1-6, 7 for captions and summaries; 0 elsewhere. */
  level: number
  /** One line: blanks folded, invisible characters and hidden elements left out, superscripts joined to their word. */
  text: string
  /** Number of the {@link Box} it stands in. */
  box: number
  links: TextLink[]
  /** Share of its characters that are links, 0 to 1. */
  linked: number
  /** True when all its words are bold or underlined. */
  bold?: boolean | undefined
  /** The bold words it begins with, when others follow. */
  lead?: string | undefined
  /** Words of the block that are struck out; they are not in `text`. */
  struck?: string | undefined
  /** Column of a table's cell, from 0, and the words above it in the header row. */
  column?: number | undefined
  header?: string | undefined
  /** Values of `<time datetime>` inside. */
  times?: string[] | undefined
}

/** Parts of a page by what they say they are; an empty text when they say nothing. */
export type Landmark = '' | 'main' | 'nav' | 'header' | 'footer' | 'aside' | 'form' | 'noscript'

/** An element that holds blocks: its element name, the box around it (-1 for none) and the blocks inside, as a closed range. */
export type Box = {
  parent: number
  tag: string
  /** Its id and class names, in lower case. */
  name: string
  landmark: Landmark
  first: number
  last: number
}

/** A page's text in reading order, without its markup. */
export type PageText = {
  blocks: Block[]
  boxes: Box[]
  /** Where the page was received from. */
  url: string
  /** Against which the addresses of links are read. */
  base: string
  /** The words of `<title>`. */
  title: string
  /** `lang` of the document, in lower case: `en`, `fr-ca`; empty when not said. */
  language: string
  /** ISO date or date-time on which the page says in its meta elements that it was published. */
  published?: string
  /** The same, as the first structured data of the page say it: of a list of posts, that of the newest, or of the site. */
  issued?: string
  /** True when the page asks for a password. */
  login: boolean
  /** True when the markup ends in the middle. */
  cut: boolean
  /** True when it ends inside its last words. */
  torn?: true
  /** How many characters of the source at its end were not read, because it has more lines than any page that people read. */
  unread?: number
}
