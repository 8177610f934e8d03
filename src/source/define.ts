import type { Body } from '../event/index.ts'
import type { Page } from './page.ts'
import type { Extraction } from './raw.ts'

/** Whose word counts more when sources disagree; the order of this list is the order of trust, most trusted first. */
export const trusts = ['own', 'body', 'structured', 'un', 'other'] as const

/**
 * One of {@link trusts}: `own` is a person's own entry, `body` the body's own pages, `structured` a machine-readable
 * source of the United Nations, `un` other pages of theirs, `other` everybody else.
 */
export type Trust = (typeof trusts)[number]

/** How often a source is visited. */
export type Every = `${number} hours` | `${number} days`

/** What a source file says: where its pages are and how they are taken apart; everything else is done by the engine. */
export type SourceDefinition = {
  title: string
  publisher: string
  /** The body all its meetings belong to, where there is just one. */
  body?: Body
  /** https addresses; a list inside the list names candidates for one page, of which the first that answers with a page is read. */
  pages: (string | string[])[]
  /** A data file beside the source, in place of pages: its text is read as one page. */
  file?: URL
  /** IANA zone of its meetings where neither page nor venue says otherwise. */
  timezone: string
  every: Every
  /** Fewest meetings a healthy run finds, past ones included; fewer is refused. */
  atLeast?: number
  /** True when finding nothing is normal. */
  quiet?: boolean
  /** False keeps a source whose layout is unknown out of the verdict on the service's health. */
  vital?: boolean
  trust?: Trust
  extract: (page: Page) => Extraction
}

/** A source with its id: the name of its file. */
export type Source = SourceDefinition & { id: string }

/** Declares a source; the whole of a file in `sources/` is one call of this. */
export function defineSource(definition: SourceDefinition): SourceDefinition {
  return definition
}
