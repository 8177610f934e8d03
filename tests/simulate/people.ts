import { canonical } from '../../src/event/index.ts'
import {
  answered,
  apply,
  changes,
  type Decision,
  editAnswers,
  type Review,
  reverted,
  reviews,
  sourceValue,
} from '../../src/reconcile/index.ts'
import type { Chance } from './chance.ts'
import { factOn, plus, type Truth } from './truth.ts'
import { titleOf } from './words.ts'
import { change, count, run, truthOf, type World } from './world.ts'

/** A person looks at what waits and answers as one who knows the truth would; now and then they edit a title by hand. */
export function visit(world: World, truths: Map<string, Truth>, day: string, now: string, chance: Chance): void {
  const refused = [...world.refused.values()].map((one) => one.run)
  for (const review of reviews(world.projection.merged, { now, refused })) {
    count(world, `answers: ${review.kind}`)
    answer(world, review, truths, day, now, chance)
  }
  rethink(world, now)
  if (chance.odds(0.15)) editTitle(world, now, chance)
  if (chance.odds(0.1)) takeBack(world, now, chance)
  if (chance.odds(0.03)) takeRunBack(world, now, chance)
  if (chance.odds(0.15)) enter(world, truths, day, now, chance)
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

/** What was said of a misprint is taken back when the listing has come to mean another meeting. */
function rethink(world: World, now: string): void {
  const isWrong = ({ verdict, a, b, undoneAt }: Decision) =>
    !undoneAt && (verdict === 'same') !== (truthOf(world, a) === truthOf(world, b))
  for (const decision of [...world.decisions.values()].filter(isWrong)) {
    count(world, 'decisions thought over')
    change(world, { decisions: [{ ...decision, undoneAt: now }] }, now)
  }
}

/** An edit or a decision is taken back: right or wrong, what it settled is asked again. */
function takeBack(world: World, now: string, chance: Chance): void {
  const isComing = (uid: string) => (world.projection.state.events.get(uid)?.when?.start ?? '') > plus(now.slice(0, 10), 20)
  const edits = [...world.edits.values()].filter((one) => !one.undoneAt && isComing(one.uid)).slice(-3)
  const decisions = [...world.decisions.values()].filter((one) => !one.undoneAt).slice(-3)
  if (!edits.length || !decisions.length) return
  count(world, 'edits and decisions taken back')
  if (chance.odds(0.5)) change(world, { edits: [{ ...chance.pick(edits), undoneAt: now }] }, now)
  else change(world, { decisions: [{ ...chance.pick(decisions), undoneAt: now }] }, now)
}

/** The last accepted run of a source is taken back. */
function takeRunBack(world: World, now: string, chance: Chance): void {
  const sources = [...world.undos.keys()]
  if (!sources.length) return
  const undo = world.undos.get(chance.pick(sources))
  if (!undo) return
  count(world, 'accepted runs taken back')
  world.undos.delete(undo.source)
  const known = world.known.get(undo.source) ?? []
  const back = new Map(reverted(known, undo, now).listings.map((one) => [one.id, one]))
  const after = known.map((one) => back.get(one.id) ?? one)
  world.known.set(undo.source, after)
  change(world, { listings: after }, now)
}

/** A person enters a coming session by hand, as it is known to be; sources may list it already or will. */
function enter(world: World, truths: Map<string, Truth>, day: string, now: string, chance: Chance): void {
  const coming = [...truths.values()].filter((truth) => {
    const fact = factOn(truth, day)
    const isSession = truth.meeting.session !== undefined && truth.meeting.kind === 'session' && !truth.meeting.part
    return isSession && fact && fact.start > day && !world.own.has(truth.id)
  })
  if (!coming.length) return
  const truth = chance.pick(coming)
  const { name: _, parts: __, start: ___, end: ____, city, ...identity } = truth.meeting
  const fact = factOn(truth, day)
  if (!fact) return
  count(world, 'entries by hand')
  world.own.add(truth.id)
  const key = `id:${truth.id}`
  const when = { precision: 'day' as const, start: fact.start, end: fact.end, timezone: 'Europe/Vienna' }
  const listing = { ...identity, key, title: titleOf(truth.meeting, 'full', 0), when, status: fact.status, place: { city } }
  const provenance = { text: truth.id, url: '' }
  const found = [{ ...listing, links: [], deadlines: [], provenance }]
  const known = world.known.get('desk') ?? []
  const [entry] = apply([], changes('desk', [], found, now), now)
  if (!entry) return
  world.known.set('desk', [...known, entry])
  world.printed.add(truth.id)
  change(world, { listings: [entry] }, now)
}
