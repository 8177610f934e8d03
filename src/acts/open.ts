import type { Acts, By, Done, How } from '../web/write/acts.ts'
import { type ActsKit, type Plan, perform, type Scene } from './act.ts'
import { stepsOf } from './events/batch.ts'
import { amendment, creation, replacement } from './events/entries.ts'
import { cancellation, postponement, releasing, restoration, withdrawal } from './events/life.ts'
import { draftsOf } from './events/series.ts'
import { changingFeed, closingFeed, creatingFeed } from './feeds.ts'
import { takingBack } from './undo.ts'
import { pausing, resuming, visiting } from './visits.ts'
import { reviewAnswer } from './waiting/answer.ts'
import { decision } from './waiting/decide.ts'
import { runAnswer } from './waiting/runs.ts'
import { waiting } from './waiting/waiting.ts'

/** All that people do, over a store and its projector. */
export function openActs(kit: ActsKit): Acts {
  const act = (by: By, how: How | undefined, step: (scene: Scene) => Plan) => perform(kit, by, how ?? {}, [step])
  const woken = (done: Done) => {
    if (done.actionId) kit.wake?.()
    return done
  }
  return {
    createEvent: (draft, by, how) => act(by, how, creation([draft])),
    createSeries: (series, by, how) => act(by, how, creation(draftsOf(series))),
    replaceEvent: (uid, draft, by, how) => act(by, how, replacement(uid, draft)),
    changeEvent: (uid, patch, by, how) => act(by, how, amendment(uid, patch)),
    cancel: (uid, note, by, how) => act(by, how, cancellation(uid, note)),
    postpone: (uid, said, by, how) => act(by, how, postponement(uid, said)),
    withdraw: (uid, by, how) => act(by, how, withdrawal(uid)),
    restore: (uid, by, how) => act(by, how, restoration(uid)),
    release: (uid, field, by, how) => act(by, how, releasing(uid, field)),
    decide: (verdict, a, b, by, how) => act(by, how, decision(verdict, a, b)),
    reviews() {
      const now = kit.now().toISOString()
      return waiting(kit, kit.projector.current(now), now)
    },
    answerReview: (id, answer, by, how) => woken(act(by, how, reviewAnswer(id, answer))),
    answerRun: (runId, answer, by, how) => act(by, how, runAnswer(runId, answer)),
    applyBatch: (items, sentence, by, how) => perform(kit, by, how ?? {}, stepsOf(items), sentence),
    undo: (actionId, by, how) => act(by, how, takingBack(actionId)),
    createFeed: (draft, by, how) => act(by, how, creatingFeed(draft)),
    changeFeed: (name, patch, by, how) => act(by, how, changingFeed(name, patch)),
    closeFeed: (name, by, how) => act(by, how, closingFeed(name)),
    pauseSource: (id, by, how) => act(by, how, pausing(id)),
    resumeSource: (id, by, how) => woken(act(by, how, resuming(id))),
    runNow: (id, by, how) => woken(act(by, how, visiting(id))),
  }
}
