import type { Listing, When } from '../../event/index.ts'
import { dateWords } from '../../publish/index.ts'
import type { StoredProposal } from '../../store/acts/proposals.ts'
import type { Site } from '../site.ts'

/** A proposal as the API tells it. */
export function tellProposal({ reading, handed: _, ...summary }: StoredProposal, { publicUrl }: Pick<Site, 'publicUrl'>) {
  const tellKnown = ({ slug, when, ...event }: { uid: string; slug: string; title: string; when?: When | undefined }) => ({
    ...event,
    url: `${publicUrl}/events/${slug}`,
    ...(when && { start: when.start, end: when.end, dateText: dateWords(when) }),
  })
  const items = reading.items.map(({ listing, isAssumed, event, candidates, ...item }) => ({
    ...item,
    assumed: isAssumed,
    meeting: tellMeeting(listing),
    ...(event && { event: tellKnown(event) }),
    candidates: candidates.map(tellKnown),
  }))
  const { form, counts, unreadable, table } = reading
  return { ...summary, form, items, counts, unreadable, ...(table && { table }) }
}

function tellMeeting({ when, place, key: _, parts: __, proposed: ___, provenance: ____, ...listing }: Listing) {
  return { ...listing, ...when, ...(when && { dateText: dateWords(when) }), ...place }
}
