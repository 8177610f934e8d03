import { saveSourceState, sourceState } from '../store/visits/sources.ts'
import { ActRefused } from '../web/write/acts.ts'
import type { Plan, Scene } from './act.ts'

/** A source that is not visited until a person says otherwise. */
export function pausing(id: string, why = 'A person paused it.'): (scene: Scene) => Plan {
  return ({ kit: { store, sources }, at, how }) => {
    known(sources, id)
    const { pausedAt, pausedWhy } = sourceState(store, id)
    const sentence = `paused ${id}`
    if (pausedAt) return { sentence, about: [] }
    return {
      sentence,
      about: [],
      undo: { source: { id, pausedAt, pausedWhy } },
      also: () => saveSourceState(store, id, { pausedAt: at, pausedWhy: how.reason ?? why }),
    }
  }
}

/** A source that is visited again, at once. */
export function resuming(id: string): (scene: Scene) => Plan {
  return ({ kit: { store, sources }, at }) => {
    known(sources, id)
    const { pausedAt, pausedWhy } = sourceState(store, id)
    const sentence = `resumed ${id}`
    if (!pausedAt) return { sentence, about: [] }
    return {
      sentence,
      about: [],
      undo: { source: { id, pausedAt, pausedWhy } },
      also: () => saveSourceState(store, id, { pausedAt: null, pausedWhy: null, failures: 0, nextVisitAt: at }),
    }
  }
}

/** A source that is due now. */
export function visiting(id: string): (scene: Scene) => Plan {
  return ({ kit: { store, sources }, at }) => {
    known(sources, id)
    if (sourceState(store, id).pausedAt)
      throw new ActRefused('conflict', `${id} is paused: resume it, and it is visited at once.`)
    const also = () => saveSourceState(store, id, { nextVisitAt: at })
    return { sentence: `asked for a visit to ${id}`, about: [], also }
  }
}

function known(sources: { id: string }[], id: string): void {
  if (!sources.some((source) => source.id === id)) throw new ActRefused('unknown', `There is no source "${id}".`)
}
