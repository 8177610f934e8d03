import type { RawListing } from '../../source/index.ts'
import { dayMs, inZone, type Moment, printed } from './moment.ts'
import type { Occurrence } from './occurrences.ts'
import { textOf } from './vevent.ts'
import type { Zone } from './zones/index.ts'

/** A meeting as its calendar prints it, with what was assumed in reading it. */
export type FoundEvent = { raw: RawListing; doubts: string[] }

/** Words before or after a title that say what STATUS should have said, in the languages of the programs that write them. */
const label =
  /^\s*[[(]?(cancell?ed|abgesagt|annul[ée]e?|cancelad[oa]|postponed|verschoben|report[ée]e?|tentative)\b[\])]?\s*[:–—-]?\s+|\s*\[(cancell?ed|postponed|tentative)\]\s*$/i

/** An occurrence as strings: days inclusive, times on the clock of their zone, or of `zone` where the file says them in UTC. */
export function rawOf(
  { draft, start, lasts, instead }: Occurrence,
  { zone, isCancelled }: { zone?: Zone | undefined; isCancelled: boolean },
): FoundEvent {
  const from = start.zone?.name === 'UTC' ? inZone(start, zone) : start
  const shown = named(from)
  const said = label.exec(draft.title)
  const word = (said?.[1] ?? said?.[2] ?? '').toLowerCase()
  const title = said && draft.title.length > said[0].length ? draft.title.replace(label, '').trim() : draft.title
  const raw: RawListing = { title, start: printed(shown) + suffix(shown), printed: draft.title }
  if (draft.uid) raw.id = instead ? `${draft.uid}#${printed(instead).replace(/[-:]/g, '')}` : draft.uid
  if (lasts !== undefined) {
    const end = named({ ...from, wall: from.wall + lasts - (from.isDay ? dayMs : 0) })
    raw.end = printed(end) + suffix(end)
  }
  if (shown.zone && shown.zone.name !== 'UTC') raw.timezone = shown.zone.name
  else if (!shown.isDay && !shown.zone && zone) raw.timezone = zone.name
  const status = textOf(draft.properties, 'STATUS', 20).toUpperCase()
  if (isCancelled || status === 'CANCELLED' || status === 'CANCELED' || /^(cancel|abgesagt|annul)/.test(word))
    raw.status = 'cancelled'
  else if (status === 'TENTATIVE' || word === 'tentative') raw.status = 'tentative'
  if (/^(postpone|verschoben|report)/.test(word)) raw.notice = 'postponed'
  for (const [field, name] of [
    ['location', 'LOCATION'],
    ['description', 'DESCRIPTION'],
  ] as const) {
    const text = textOf(draft.properties, name)
    if (text && text !== title) raw[field] = text
  }
  const url = addressOf(draft.properties.find(({ name }) => name === 'URL')?.value)
  if (url) raw.url = url
  const organizer = draft.properties.find(({ name }) => name === 'ORGANIZER')?.parameters.CN
  if (organizer && !organizer.includes('@')) raw.organizer = organizer.slice(0, 200)
  return { raw, doubts: draft.doubts }
}

/** A time of a zone that only the file defines is said in UTC. */
function named(moment: Moment): Moment {
  return moment.zone?.observances ? inZone(moment, { name: 'UTC' }) : moment
}

function suffix({ isDay, zone }: Moment): string {
  return isDay ? '' : zone?.name === 'UTC' ? ':00Z' : ':00'
}

function addressOf(value: string | undefined): string | undefined {
  const address = value?.trim()
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href.slice(0, 2000) : undefined
}
