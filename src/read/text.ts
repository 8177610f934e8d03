import type { Body } from '../event/index.ts'
import { text as blocksOf } from '../source/index.ts'
import { meetingsIn } from './meeting/from-text.ts'
import { forget } from './once.ts'
import { isBinary } from './page/kind.ts'
import type { Reading } from './reading.ts'
import { distinct } from './same/distinct.ts'
import { joined } from './same/same.ts'

/** What a pasted text was written for: the day it was written (`YYYY-MM-DD`), the zone of its meetings, their body where it does not say. */
export type TextSettings = { captured: string; timezone: string; body?: Body; url?: string }

/**
 * Reads a text without markup (a mail, a message, a pasted list) by the rules of pages. Relative days, and years that are not printed, are
 * read as the nearest to come and marked `proposed`: a person confirms them.
 */
export function readText(body: string, settings: TextSettings): Reading {
  if (isBinary(body)) return none('The text is no text, but the bytes of another file.')
  const text = blocksOf(body, settings.url ?? '')
  const { captured, timezone } = settings
  const found = meetingsIn(text, { captured, timezone, propose: true, ...(settings.body ? { body: settings.body } : {}) })
  const dated = joined(found.rated).map(({ listing }) => listing)
  const listings = distinct([...dated, ...found.undated])
  forget()
  if (text.blocks.length === 0) return none('The text is empty.')
  return {
    outcome: 'ok',
    kind: dated.length > 0 ? 'meetings' : 'none-scheduled',
    listings,
    issues: found.issues,
    left: found.left,
  }
}

function none(sentence: string): Reading {
  return { outcome: 'broken', kind: 'no-page', listings: [], issues: [{ sentence, url: '' }], left: [] }
}
