import { type Config, voiceOf } from './config.ts'
import type { Voice } from './publish/index.ts'
import { projectionVersion } from './sources.ts'
import type { Store } from './store/database.ts'
import { readMeta } from './store/events/projection.ts'

/** Names how the service makes events: the code that merges and renders them, and what their texts say of the service. */
export function madeBy(config: Config): string {
  return JSON.stringify([projectionVersion(), voiceOf(config)])
}

/** What the texts of stored events say of the service; undefined while none has served them. */
export function lastVoice(store: Store): Voice | undefined {
  const made = readMeta(store, 'projection')
  return made === undefined ? undefined : (JSON.parse(made) as [string, Voice])[1]
}
