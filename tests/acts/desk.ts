import { type Acts, openActs } from '../../src/acts/index.ts'
import type { Listing } from '../../src/event/index.ts'
import { startProjector } from '../../src/project.ts'
import { apply, brake, changes, undoOf } from '../../src/reconcile/index.ts'
import type { Source } from '../../src/source/index.ts'
import { saveAction } from '../../src/store/acts/people.ts'
import { inTransaction, openStore } from '../../src/store/database.ts'
import { findEvent } from '../../src/store/events/events.ts'
import { listingsOf } from '../../src/store/visits/listings.ts'
import { saveRun } from '../../src/store/visits/runs.ts'
import { saveSourceState } from '../../src/store/visits/sources.ts'
import { aListing, aWhen } from '../build.ts'
import { aSource } from '../hall/world.ts'

/** Who acts in these tests. */
export const secretary = { name: 'secretary' }

/** A desk over a database in memory: sources "cnd" and "un", a clock that stands, and what runs do without the web. */
export function aDesk({
  folder = ':memory:',
  sources = [aSource('cnd', ['https://cnd.example/']), aSource('un', ['https://un.example/'], { trust: 'un' })] as Source[],
} = {}) {
  const store = openStore(folder)
  const clock = { now: new Date('2026-11-24T09:00:00.000Z') }
  let minted = 0
  const mint = () => `m${++minted}`
  const trust = { desk: 'own' as const, ...Object.fromEntries(sources.map(({ id, trust }) => [id, trust ?? 'other'])) }
  const rendering = { publicUrl: 'https://calendar.example.org', organizer: { name: 'Calendar', email: 'calendar@example.org' } }
  const projector = startProjector(store, { trust, mint, rendering })
  const woken: string[] = []
  const acts: Acts = openActs({ store, projector, sources, now: () => clock.now, mint, wake: () => woken.push('') })
  const event = (name: string) => {
    const found = findEvent(store, name)
    if (!found) throw new Error(`no event ${name}`)
    return found
  }

  /** A run of a source that finds just these listings: accepted, or refused by the brake and kept. */
  function run(source: string, found: Listing[]): { outcome: 'accepted' | 'refused'; actionId: number; runId: number } {
    clock.now = new Date(clock.now.getTime() + 3_600_000)
    const at = clock.now.toISOString()
    const known = listingsOf(store, source)
    const change = changes(source, known, found, at)
    const refusal = brake(change, known, at)
    const outcome = refusal ? 'refused' : 'accepted'
    const counts = { added: 0, changed: 0, same: 0, missing: 0, issues: 0 }
    return inTransaction(store, () => {
      const refused = refusal && { refusal, found }
      const runId = saveRun(store, { sourceId: source, startedAt: at, endedAt: at, outcome, counts, issues: [], refused })
      if (refusal) {
        saveSourceState(store, source, { failures: 1, failingSince: at })
        return { outcome, runId, actionId: 0 }
      }
      const listings = apply(known, change, at)
      const actionId = saveAction(store, {
        at,
        actor: source,
        sentence: source,
        undo: { run: undoOf(known, change, listings, at) },
      })
      projector.write({ listings }, { at, runId, actionId })
      return { outcome, runId, actionId }
    })
  }

  return { store, clock, acts, projector, event, run, woken }
}

/** The sixty-ninth CND as a source lists it. */
export function cnd(said: Partial<Listing> = {}): Listing {
  return aListing({
    key: 'CND/session/69',
    body: 'CND',
    session: 69,
    title: 'Sixty-ninth session of the Commission on Narcotic Drugs',
    when: aWhen({ start: '2027-03-15', end: '2027-03-19' }),
    place: { venue: 'Vienna International Centre', city: 'Vienna' },
    provenance: { text: '69th session', url: 'https://cnd.example/' },
    ...said,
  })
}

/** A meeting of the Alliance as a person enters it. */
export const briefing = {
  title: 'Briefing of new members',
  body: 'ALLIANCE',
  kind: 'briefing',
  when: aWhen({ start: '2027-02-09', end: '2027-02-09', startTime: '15:00', endTime: '16:30' }),
} as const
