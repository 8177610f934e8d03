import type { Body } from '../event/index.ts'
import { text as blocksOf } from '../source/index.ts'
import { meetingsIn } from './meeting/from-text.ts'
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
  const text = blocksOf(body.slice(0, 2_000_000), settings.url ?? '')
  const { captured, timezone } = settings
  const found = meetingsIn(text, { captured, timezone, propose: true, ...(settings.body ? { body: settings.body } : {}) })
  const dated = joined(found.rated).map(({ listing }) => listing)
  const listings = distinct([...dated, ...found.undated])
  const hasWords = text.blocks.length > 0
  return {
    outcome: hasWords ? 'ok' : 'broken',
    kind: dated.length > 0 ? 'meetings' : hasWords ? 'none-scheduled' : 'no-page',
    listings,
    issues: found.issues,
    left: found.left,
  }
}
