import { answered, type Edit, type EditAnswer, type EditField, type Review } from '../../reconcile/index.ts'
import { saveReviewAnswer } from '../../store/acts/review-answers.ts'
import { ActRefused, type RunAnswer } from '../../web/write/acts.ts'
import { eventToActOn, type Plan, type Scene } from '../act.ts'
import { creation } from '../events/entries.ts'
import { settingOf } from '../events/fields.ts'
import { pausing, resuming, visiting } from '../visits.ts'
import { decision } from './decide.ts'
import { runAnswer } from './runs.ts'
import { waiting } from './waiting.ts'

/** A person's answer to what waits, as one of the review's own answers. */
export function reviewAnswer(id: string, answer: string): (scene: Scene) => Plan {
  return (scene) => {
    const review = waiting(scene.kit, scene.projection, scene.at).find((one) => one.id === id)
    if (!review) throw new ActRefused('unknown', `No review "${id}" waits: it was answered, or what it asked is no more.`)
    if (!review.answers.includes(answer))
      throw new ActRefused('wrong', `"${answer}" is no answer to it: there are ${review.answers.join(', ')}.`, '/answer')
    return answerTo(review, answer)(scene)
  }
}

function answerTo(review: Review, answer: string): (scene: Scene) => Plan {
  switch (review.kind) {
    case 'possible-duplicate':
      return decision(answer === 'same' ? 'same' : 'different', review.suggestion.a, review.suggestion.b)
    case 'edit-contradicted':
      return (scene) => contradicted(scene, review, answer as EditAnswer)
    case 'conflict':
      return (scene) => settled(scene, review, answer)
    case 'proposed':
      return (scene) => proposal(scene, review, answer)
    case 'run-refused':
      return runAnswer(Number(review.run.id), answer as RunAnswer)
    case 'source-failing':
      return { run: visiting, pause: pausing, resume: resuming }[answer as 'run' | 'pause' | 'resume'](review.incident.source)
  }
}

function contradicted({ kit, at, by }: Scene, { contradiction }: Of<'edit-contradicted'>, answer: EditAnswer): Plan {
  const { edit, uid, title, now } = contradiction
  const edits: Edit[] = answered(edit, answer, now, { id: kit.mint(), author: by.name, at })
  const made = edits.filter(({ id }) => id !== edit.id).map(({ id }) => id)
  const words = { keep: 'kept their', take: "took the source's", 'take-until-it-changes': "took, until it changes, the source's" }
  return {
    sentence: `${words[answer]} ${edit.field} of "${title}"`,
    about: [uid],
    delta: { edits },
    undo: { editsTaken: [edit.id], ...(made.length && { edits: made }) },
  }
}

function settled(scene: Scene, review: Of<'conflict'>, answer: string): Plan {
  const event = eventToActOn(scene, review.uids[0] ?? '')
  const { field, values } = review.conflict
  const taken = values[Number(answer.split(' ')[1]) - 1]
  const setting = { [field as EditField]: taken?.value }
  const { fields: _, undo, ...written } = settingOf(scene, event, setting)
  const remembered = remember(scene, review, answer)
  return {
    sentence: `took ${field === 'when' ? 'the dates' : `the ${field}`} that ${taken?.said.by} says of "${event.title}"`,
    about: [event.uid],
    ...written,
    ...remembered,
    undo: { ...undo, ...remembered.undo },
  }
}

/** What is confirmed becomes a person's own entry; the listing it was assumed for stays out, until its source prints the year. */
function proposal(scene: Scene, review: Of<'proposed'>, answer: string): Plan {
  const one = scene.projection.index.listings.get(review.listing)
  const remembered = remember(scene, review, answer)
  if (!one || answer === 'discard')
    return { sentence: `discarded what was assumed: ${review.sentence}`, about: [], ...remembered }
  const { proposed: _, key: __, parts: ___, ...draft } = one.listing
  const { delta = {}, undo, ...plan } = creation([draft])(scene)
  const [own] = delta.listings ?? []
  const { kit, at, by } = scene
  const same = own && { id: kit.mint(), verdict: 'same' as const, a: own.id, b: one.id, author: by.name, at }
  return {
    ...plan,
    ...remembered,
    sentence: `confirmed the dates of "${one.listing.title}"`,
    delta: { ...delta, ...(same && { decisions: [same] }) },
    undo: { ...undo, ...remembered.undo, ...(same && { decisions: [same.id] }) },
  }
}

function remember({ kit: { store, mint }, at, by }: Scene, { id: review }: Review, answer: string): Pick<Plan, 'undo' | 'also'> {
  const id = mint()
  return { undo: { answers: [id] }, also: () => saveReviewAnswer(store, { id, review, answer, author: by.name, at }) }
}

type Of<Kind extends Review['kind']> = Extract<Review, { kind: Kind }>
