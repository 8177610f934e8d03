import type { Listing } from '../../../event/index.ts'
import { identityOf } from '../../identity/identity.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { isMeeting, pageName, wordsAround } from '../../lines/around.ts'
import type { Entry } from '../../lines/entries.ts'
import { placeOf } from '../../place/place.ts'
import { saidOf } from '../../status.ts'
import type { Found, TextOptions } from '../from-text.ts'
import { type Ground, keyOf } from '../listing.ts'
import { titleOf } from '../title.ts'

/** Meetings a page speaks of without telling their date: the one to register for, the one it is about. */
export function undatedOf(sheet: Sheet, entries: Entry[], found: Found, ground: Ground, options: TextOptions): Listing[] {
  if (found.rated.length > 0 || found.undated.length > 0) return []
  const asked = entries.find(
    ({ sense, view }) =>
      (sense.is === 'deadline' || sense.is === 'superseded') &&
      view.phrases.some(({ meeting, index }) => meeting && index >= view.from && index < view.to),
  )
  const phrase = asked?.view.phrases.findLast(
    ({ meeting, index }) => meeting && index >= (asked.view.from ?? 0) && index < asked.view.to,
  )
  const coming = phrase ? undefined : comingIn(sheet)
  const words = phrase?.text ?? coming?.text ?? pageName(sheet)
  if (!words || !isMeeting(words)) return []
  const around = wordsAround(sheet, asked?.block ?? coming?.block ?? 0)
  const identity = identityOf(words, options.body ? { words: around, body: options.body } : { words: around })
  if (identity.body === 'OTHER') return []
  const { named, ...who } = identity
  const text = asked?.view.text ?? coming?.sentence ?? words
  const listing: Listing = {
    ...who,
    key: '',
    title: titleOf(words, identity, around),
    status: 'confirmed',
    place: placeOf(text),
    links: [],
    deadlines: [],
    provenance: { text: text.slice(0, 500), url: sheet.text.url, ...(ground.snapshot ? { snapshot: ground.snapshot } : {}) },
  }
  const { status, notice } = saidOf(text)
  if (status) listing.status = status
  if (notice) listing.notice = notice
  if (asked?.sense.is === 'superseded') listing.note = text.slice(0, 300)
  listing.key = keyOf(listing, named)
  return [listing]
}

/** A sentence that says a meeting will be held, without its date. */
function comingIn(sheet: Sheet): { text: string; sentence: string; block: number } | undefined {
  for (const [block, { text }] of sheet.text.blocks.entries()) {
    if (sheet.frame[block] !== undefined || (sheet.dates[block]?.length ?? 0) > 0 || text.length < 40) continue
    const said =
      /\b(?:the|our) ((?:[\p{Lu}\d][\p{L}\d'’-]*|of|on|the|and|to|session|meeting|conference)(?:\s+(?:[\p{Lu}\d][\p{L}\d'’-]*|of|on|the|and|to|session|meeting|conference)){0,14})\s+(?:will be held|will take place|is scheduled|will convene)\b/u.exec(
        text,
      )?.[1]
    if (said && isMeeting(said)) return { text: said, sentence: text, block }
  }
  return undefined
}
