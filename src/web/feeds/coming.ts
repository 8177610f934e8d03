import type { Event } from '../../event/index.ts'
import { monthsAfter, onlyBodies, type Selection, select } from '../../publish/index.ts'
import { eventsWithText } from '../../store/events/events.ts'
import type { Site } from '../site.ts'

/** What is coming of a selection from a day (`YYYY-MM-DD`) on, in the order of its feed; what is withdrawn is in calendars only. */
export function comingOf(site: Site, selection: Selection, today: string): Event[] {
  const { from = today, to = monthsAfter(`${today}T00:00:00Z`, selection.aheadMonths) } = selection
  const first = from > today ? from : today
  const bodies = onlyBodies(selection)
  const rows = eventsWithText(site.store, { bodies, from: first, to })
  const wanted = { ...selection, from: first, to, deadlines: false, imprecise: true }
  return select(
    rows.map(({ event }) => event),
    wanted,
    `${today}T00:00:00Z`,
  )
}
