import type { Body } from '../../event/index.ts'
import type { StoredProposal } from '../../store/acts/proposals.ts'
import type { By, Done, How } from '../write/acts.ts'

/** What a person hands in: words, a file with its name, or an address to fetch. */
export type HandIn = { text: string } | { name: string; bytes: Buffer } | { url: string }

/** How it is to be read, where a person says so. */
export type HandInSettings = {
  /** The day it was written on, `YYYY-MM-DD`; today when not said. */
  written?: string | undefined
  /** IANA zone of times that name none. */
  timezone?: string | undefined
  body?: Body | undefined
  /** Of a workbook. */
  sheet?: string | undefined
  /** What each column says, in order, in place of what was guessed; null for nothing. */
  columns?: (string | null)[] | undefined
}

/**
 * One item that a person takes over. `as` says what it is where that is open: `new`, or the uid or slug of the event it is; the other fields are put
 * in place of what was read.
 */
export type Tick = {
  id: number
  as?: string | undefined
  title?: string | undefined
  start?: string | undefined
  end?: string | undefined
}

/** Taking over what people hand in, always in two steps. All throw ActRefused. */
export type Imports = {
  /** Reads it and keeps what would become of it; no event is changed. */
  propose(what: HandIn, settings: HandInSettings, by: By): Promise<StoredProposal>
  /** Reads a table again as it was handed in, with other columns or another sheet, into a proposal of its own. */
  again(id: string, settings: Pick<HandInSettings, 'columns' | 'sheet'>, by: By): Promise<StoredProposal>
  find(id: string): StoredProposal
  /** Takes over what is ticked (by default what is sure) as one act, which one undo takes back; a proposal is taken over once. */
  apply(id: string, ticks: Tick[] | undefined, by: By, how?: How): Done
}
