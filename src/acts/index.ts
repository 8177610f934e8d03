/*
 * What people do. Each act is a pure decision, one transaction through the projector, and an entry of the history with what takes it back.
 *
 *   const acts = openActs({ store, projector, sources, now, mint: randomUUID, wake })
 *   acts.createEvent({ title: 'Briefing', when }, { name: 'secretary' }, { dryRun: true })
 */
export type { Acts } from '../web/write/acts.ts'
export { ActRefused } from '../web/write/acts.ts'

export { openImports } from './import.ts'
export { openActs } from './open.ts'
