import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { loadSources } from '../sources.ts'
import { openStore } from '../store/database.ts'
import { lastRuns } from '../store/visits/runs.ts'
import { sourceState } from '../store/visits/sources.ts'

/** Prints every source with its state, its last run and its next visit. */
export async function sourcesCommand(args: string[], environment: Record<string, string | undefined>): Promise<number> {
  parseArgs({ args })
  const store = openStore(readConfig(environment).DATA_DIR)
  for (const { id, title, every } of await loadSources()) {
    const state = sourceState(store, id)
    const [run] = lastRuns(store, id)
    const last = run ? `${run.outcome} ${run.endedAt}` : 'never visited'
    const next = state.pausedAt ? `paused: ${state.pausedWhy}` : `next ${state.nextVisitAt ?? 'now'}`
    console.log(`${id.padEnd(16)} ${title} (every ${every})\n${' '.repeat(17)}${last}, ${next}`)
    if (run?.sentence) console.log(`${' '.repeat(17)}${run.sentence}`)
  }
  store.close()
  return 0
}
