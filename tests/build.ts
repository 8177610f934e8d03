import type { Event, Listing, When } from '../src/event/index.ts'

/** A day-precise date of several days, as printed by most sources; every field may be said otherwise. */
export function aWhen(said: Partial<When> = {}): When {
  return { precision: 'day', start: '2026-05-18', end: said.start ?? '2026-05-22', timezone: 'Europe/Vienna', ...said }
}

/** A listing of which every field that must be there is there, and nothing else. */
export function aListing(said: Partial<Listing> = {}): Listing {
  return {
    key: 'ccpcj/session/35',
    body: 'CCPCJ',
    kind: 'session',
    session: 35,
    title: 'Thirty-fifth session of the Commission on Crime Prevention and Criminal Justice',
    when: aWhen(),
    status: 'confirmed',
    place: { venue: 'Vienna International Centre, Vienna, Austria', city: 'Vienna', country: 'Austria' },
    links: [],
    deadlines: [],
    provenance: { text: '35th session: 18-22 May 2026', url: 'https://meetings.example/ccpcj', year: 'printed' },
    ...said,
  }
}

/** An event of which every field that must be there is there, spoken for by one source. */
export function anEvent(said: Partial<Event> = {}): Event {
  return {
    uid: 'f3b7c2d4-0001',
    slug: 'ccpcj-35',
    body: 'CCPCJ',
    kind: 'session',
    session: 35,
    title: 'Thirty-fifth session of the Commission on Crime Prevention and Criminal Justice',
    when: aWhen(),
    status: 'confirmed',
    place: { venue: 'Vienna International Centre, Vienna, Austria', city: 'Vienna', country: 'Austria' },
    links: [{ rel: 'page', url: 'https://meetings.example/ccpcj/35' }],
    deadlines: [],
    state: 'listed',
    speakers: [
      {
        source: 'ccpcj',
        key: 'ccpcj/session/35',
        url: 'https://meetings.example/ccpcj',
        firstSeenAt: '2026-01-10T06:00:00Z',
        lastSeenAt: '2026-02-01T06:00:00Z',
      },
    ],
    said: {},
    conflicts: [],
    revision: 0,
    createdAt: '2026-01-10T06:00:00Z',
    modifiedAt: '2026-01-10T06:00:00Z',
    ...said,
  }
}
