import { bodies, type Deadline, type Event } from '../../event/index.ts'
import { type Language, wordsOf } from '../words/language.ts'

/**
 * The deadlines of an event as events of their own, for those who ask (`deadlines=true`): on the last day, at the hour where one was
 * printed, with the event's stamps, filters and state. Their uids come from the event's uid and the kind of deadline, in the order printed.
 */
export function deadlineEvents(event: Event, language?: Language): Event[] {
  const counted = new Map<Deadline['kind'], number>()
  return event.deadlines.map((deadline) => {
    const count = (counted.get(deadline.kind) ?? 0) + 1
    counted.set(deadline.kind, count)
    return deadlineEvent(event, deadline, count, wordsOf(language).deadlines[deadline.kind])
  })
}

function deadlineEvent(event: Event, deadline: Deadline, count: number, label: string): Event {
  const { was, access, parts, ...rest } = event
  return {
    ...rest,
    uid: `${event.uid}-${deadline.kind}${count > 1 ? `-${count}` : ''}`,
    title: `${label}: ${event.title}`,
    when: {
      precision: 'day',
      start: deadline.date,
      end: deadline.date,
      ...(deadline.time && { startTime: deadline.time, endTime: deadline.time }),
      timezone: event.when?.timezone ?? bodies[event.body].seat,
    },
    status: event.status === 'cancelled' ? 'cancelled' : 'confirmed',
    place: {},
    description: deadline.text,
    links: event.links.filter(({ rel }) => rel === 'registration' || rel === 'page'),
    deadlines: [],
    conflicts: [],
  }
}
