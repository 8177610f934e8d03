import type { Listing } from '../../../event/index.ts'
import { namedBodies } from '../../identity/bodies.ts'
import { kindOf, meetingNouns } from '../../identity/kinds.ts'
import { ordinals } from '../../identity/ordinals.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { isMeeting, pageName } from '../../lines/around.ts'
import type { Entry } from '../../lines/entries.ts'
import { isProse } from '../../lines/prose.ts'
import type { Found } from '../from-text.ts'
import { datelessListing, type Outside, type Said } from './listing.ts'

const most = 40

/** Meetings a page speaks of without telling any date: the one to register for, those it lists, the one it is about. */
export function undatedOf(sheet: Sheet, entries: Entry[], found: Found, outside: Outside): Listing[] {
  if (found.rated.length > 0 || found.undated.length > 0) return []
  const asked = entries.find(
    ({ sense, view }) =>
      (sense.is === 'deadline' || sense.is === 'superseded') &&
      view.phrases.some(({ meeting, index }) => meeting && index >= view.from && index < view.to),
  )
  const phrase = asked?.view.phrases.findLast(
    ({ meeting, index }) => meeting && index >= (asked.view.from ?? 0) && index < asked.view.to,
  )
  const listed = phrase ? [] : listedIn(sheet)
  if (listed.length > 1) return listed.map((said) => datelessListing(sheet, said, outside).listing)
  const coming = phrase ? undefined : comingIn(sheet)
  const name = phrase?.text ?? coming?.name ?? pageName(sheet)
  if (!name || !isMeeting(name)) return []
  const text = asked?.view.text ?? coming?.text ?? name
  const { listing } = datelessListing(sheet, { name, block: asked?.block ?? coming?.block ?? 0, text }, outside)
  if (listing.body === 'OTHER') return []
  if (asked?.sense.is === 'superseded') listing.note = text.slice(0, 300)
  return [listing]
}

/** The items of a list of which each names a meeting of one kind: `Constructive Dialogue on Firearms`. Counted ones tell a history. */
function listedIn(sheet: Sheet): Said[] {
  const items = sheet.text.blocks.flatMap(({ role, text, linked }, block) =>
    (role === 'item' || role === 'line' || sheet.text.blocks[block + 1]?.role === 'line') &&
    sheet.frame[block] === undefined &&
    text.length <= 160 &&
    linked < 0.8 &&
    meetingNouns(text).length > 0 &&
    namedBodies(text).some(({ body }) => body !== 'OTHER') &&
    ordinals(text).length === 0 &&
    !isProse(text)
      ? [{ name: text, block, text }]
      : [],
  )
  const kind = items[0] && kindOf(items[0].name)
  return kind ? items.filter(({ name }) => kindOf(name) === kind).slice(0, most) : []
}

/** A sentence that says a meeting will be held, without its date. */
function comingIn(sheet: Sheet): Said | undefined {
  for (const [block, { text }] of sheet.text.blocks.entries()) {
    if (sheet.frame[block] !== undefined || (sheet.dates[block]?.length ?? 0) > 0 || text.length < 40) continue
    const name =
      /\b(?:the|our) ((?:[\p{Lu}\d][\p{L}\d'’-]*|of|on|the|and|to|session|meeting|conference)(?:\s+(?:[\p{Lu}\d][\p{L}\d'’-]*|of|on|the|and|to|session|meeting|conference)){0,14})\s+(?:will be held|will take place|is scheduled|will convene)\b/u.exec(
        text,
      )?.[1]
    if (name && isMeeting(name)) return { name, text, block }
  }
  return undefined
}
