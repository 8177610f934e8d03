import type { Handed } from '../read/handed/index.ts'
import { columnRoles } from '../read/tables/index.ts'
import { type Reader, ReadTimeout } from '../reader.ts'
import { proposal } from '../reconcile/index.ts'
import {
  fileOf,
  markApplied,
  readProposal,
  rememberTaken,
  type StoredProposal,
  saveProposal,
  takenBefore,
} from '../store/acts/proposals.ts'
import type { HandIn, HandInSettings, Imports } from '../web/import/imports.ts'
import { ActRefused, type Acts } from '../web/write/acts.ts'
import type { ActsKit } from './act.ts'
import { type HandedKit, handedOf } from './import/handed.ts'
import { planOf } from './import/plan.ts'

/** What importing works with. */
export type ImportsKit = ActsKit & HandedKit & { acts: Acts; reader: Pick<Reader, 'readHanded'> }

/** Taking over texts, calendars and tables, over a store and its acts. */
export function openImports(kit: ImportsKit): Imports {
  const { store, acts, projector, now } = kit

  function found(id: string): StoredProposal {
    const known = readProposal(store, id)
    if (!known)
      throw new ActRefused('unknown', `There is no proposal "${id}"; those that nobody takes over are kept for a while only.`)
    return known
  }

  const imports: Imports = {
    async propose(what, settings, by) {
      const at = now().toISOString()
      const { handed, title, url } = await handedOf(what, kit, at)
      const reading = await readHanded(kit.reader, handed, settings, { at, url })
      if (reading.refused) throw new ActRefused('wrong', `${title} was not read: ${reading.refused}.`, pointerOf(what))
      const known = projector.current(at).merged.events
      const proposed = proposal(
        reading.found,
        known,
        takenBefore(
          store,
          reading.found.flatMap(({ listing }) => idOf(listing.key)),
        ),
      )
      const { form, issues, table } = reading
      const shown = table && { ...table, columns: table.columns.map((role) => role ?? null) }
      const row = {
        id: kit.mint(),
        at,
        author: by.name,
        title,
        reading: { ...proposed, form, unreadable: issues, ...(shown && { table: shown }) },
        // Only the columns of a table are read again.
        handed: table ? { what: 'bytes' in what ? { name: what.name } : what, settings } : null,
      }
      saveProposal(store, row, table && 'bytes' in what ? what.bytes : undefined)
      return found(row.id)
    },
    again(id, { columns, sheet }, by) {
      const { handed, reading } = found(id)
      if (!handed || !reading.table)
        throw new ActRefused('conflict', 'It was taken over already, or is no table: hand it in once more to have it read again.')
      const bytes = fileOf(store, id)
      const what = 'name' in handed.what ? bytes && { ...handed.what, bytes } : handed.what
      if (!what) throw new ActRefused('conflict', 'Its file is no longer kept: choose the file once more.')
      // Of another sheet nothing is known of the columns.
      const isOther = sheet !== undefined && sheet !== reading.table.sheet
      return imports.propose(what, { ...handed.settings, sheet, ...(isOther ? { columns: undefined } : { columns }) }, by)
    },
    find: found,
    apply(id, ticks, by, how = {}) {
      const known = found(id)
      if (known.actionId !== null)
        throw new ActRefused(
          'conflict',
          `This was taken over already, on ${known.appliedAt?.slice(0, 10)}; undoing that takes it back.`,
        )
      const { merged } = projector.current(now().toISOString())
      const keys = known.reading.items.flatMap(({ listing }) => idOf(listing.key))
      const anew = proposal(known.reading.items, merged.events, takenBefore(store, keys)).items
      const plan = planOf(known, anew, merged.events, ticks)
      const done = acts.applyBatch(plan.steps, `took over ${plan.taken} of ${known.title}`, by, {
        ...how,
        after(done) {
          how.after?.(done)
          const at = now().toISOString()
          markApplied(store, id, { appliedAt: at, actionId: done.actionId })
          rememberTaken(store, plan.remembered(done), at)
        },
      })
      return done.sentence ? done : { ...done, sentence: 'took over nothing: all of it stands in the calendar already' }
    },
  }
  return imports
}

async function readHanded(
  reader: ImportsKit['reader'],
  handed: Handed,
  { columns, ...settings }: HandInSettings,
  { at, url }: { at: string; url: string | undefined },
) {
  const roles = columns?.map((role) => columnRoles.find((known) => known === role))
  const job = { handed, settings: { timezone: 'Europe/Vienna', ...defined(settings), now: at, url, columns: roles } }
  return reader.readHanded(job).catch((error: unknown) => {
    if (error instanceof ReadTimeout)
      throw new ActRefused('wrong', 'It took too long to read and was given up; handed in in parts it may go.')
    throw error
  })
}

function idOf(key: string): string[] {
  return key.startsWith('id:') ? [key.slice(3)] : []
}

function pointerOf(what: HandIn): string {
  return 'text' in what ? '/text' : 'url' in what ? '/url' : '/file'
}

function defined<T extends object>(values: T) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
