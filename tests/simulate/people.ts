import { canonical } from '../../src/event/index.ts'
import { answered, editAnswers, type Review, reviews, sourceValue } from '../../src/reconcile/index.ts'
import type { Chance } from './chance.ts'
import { factOn, type Truth } from './truth.ts'
import { change, count, run, truthOf, type World } from './world.ts'

/** A person looks at what waits and answers as one who knows the truth would; now and then they edit a title by hand. */
export function visit(world: World, truths: Map<string, Truth>, day: string, now: string, chance: Chance): void {
  const refused = [...world.refused.values()].map((one) => one.run)
  for (const review of reviews(world.projection.merged, { now, refused })) {
    count(world, `answers: ${review.kind}`)
    answer(world, review, truths, day, now, chance)
  }
  if (chance.odds(0.15)) editTitle(world, now, chance)
}

function answer(world: World, review: Review, truths: Map<string, Truth>, day: string, now: string, chance: Chance): void {
  const id = `${review.id} ${now}`
  if (review.kind === 'possible-duplicate') {
    const { a, b } = review.suggestion
    const verdict = truthOf(world, a) === truthOf(world, b) ? 'same' : 'different'
    change(world, { decisions: [{ id, verdict, a, b, author: 'secretary', at: now }] }, now)
  }
  if (review.kind === 'run-refused') {
    const waiting = world.refused.get(review.run.source)
    world.refused.delete(review.run.source)
    if (waiting?.isRight) run(world, review.run.source, waiting.found, now, { isAccepted: true })
  }
  if (review.kind === 'conflict') settle(world, review, truths, day, now, id)
  if (review.kind === 'edit-contradicted') {
    const { edit, now: value } = review.contradiction
    const isTrue = edit.field === 'title' || isTheTruth(world, edit.uid, edit.field, value, truths, day)
    const word = edit.field === 'title' ? chance.pick(editAnswers) : isTrue ? 'take' : 'keep'
    change(world, { edits: answered(edit, word, value, { id, author: 'secretary', at: now }) }, now)
  }
}

/** Sources differ: the person says which of the values is right, unless none is. */
function settle(
  world: World,
  review: Review & { kind: 'conflict' },
  truths: Map<string, Truth>,
  day: string,
  now: string,
  id: string,
): void {
  const [uid = ''] = review.uids
  const field = review.conflict.field as 'when' | 'status'
  const right = review.conflict.values.find(({ value }) => isTheTruth(world, uid, field, value, truths, day))
  if (!right) return
  change(
    world,
    {
      edits: [
        { id, uid, field, value: right.value, basis: sourceValue(world.projection, uid, field), author: 'secretary', at: now },
      ],
    },
    now,
  )
}

function isTheTruth(world: World, uid: string, field: string, value: unknown, truths: Map<string, Truth>, day: string): boolean {
  const event = world.projection.state.events.get(uid)
  const truth = truths.get(truthOf(world, event?.members[0] ?? ''))
  const fact = truth && factOn(truth, day)
  if (field === 'status') return value === fact?.status
  const when = value as { start?: string; end?: string } | undefined
  return when?.start === fact?.start && when?.end === fact?.end
}

function editTitle(world: World, now: string, chance: Chance): void {
  const events = world.projection.merged.events.filter((event) => event.state === 'listed' && (event.when?.start ?? '') > now)
  if (!events.length) return
  const event = chance.pick(events)
  const basis = sourceValue(world.projection, event.uid, 'title')
  const value = `${String(basis).replace(/ \(checked\)$/, '')} (checked)`
  if (canonical(value) === canonical(event.title)) return
  count(world, 'edits by hand')
  change(
    world,
    { edits: [{ id: `title ${event.uid} ${now}`, uid: event.uid, field: 'title', value, basis, author: 'secretary', at: now }] },
    now,
  )
}
