import type { When } from '../../../event/index.ts'
import type { RefusedRun, Review } from '../../../reconcile/index.ts'
import { findEvent } from '../../../store/events/events.ts'
import { type Html, html, type Part } from '../../pages/frame/html.ts'
import { form } from '../frame/form.ts'
import { may, type Visit } from '../frame/visit.ts'
import { fieldWords, instantWords, valueWords, whoWords } from '../frame/words.ts'
import { sideBySide } from './duplicates.ts'

/** Something that waits, with what a person needs to know and its answers as buttons. */
export function reviewCard(visit: Visit, review: Review): Html {
  const { title, about, answers } = toldOf(visit, review)
  const buttons = answers.map(
    ([answer, words], i) => html`<button name="answer" value="${answer}"${i > 0 && html` class="quiet"`}>${words}</button>\n`,
  )
  return html`<article class="review" id="${review.id}"><h3>${title}</h3>
${about}
${may(visit, 'editor') && form(visit, `/desk/waiting/${review.id}`, html`<p class="answers">${buttons}</p>`)}</article>
`
}

type Told = { title: Part; about: Part; answers: [string, string][] }

function toldOf(visit: Visit, review: Review): Told {
  const { site } = visit.desk
  switch (review.kind) {
    case 'possible-duplicate':
      return {
        title: 'Are these one meeting?',
        about: sideBySide(visit, review),
        answers: [
          ['same', 'Yes, the same: join them'],
          ['different', 'No, two meetings'],
        ],
      }
    case 'conflict':
      return ofConflict(visit, review)
    case 'edit-contradicted':
      return ofContradiction(visit, review)
    case 'proposed':
      return {
        title: 'Is this year right?',
        about: html`<p>${review.sentence} The page names the day, and not the year. It is not in the calendar until you say so.</p>`,
        answers: [
          ['confirm', 'Yes, the year is right'],
          ['discard', 'No, leave it out'],
        ],
      }
    case 'run-refused':
      return ofRun(visit, review.run)
    case 'source-failing': {
      const { source, since, sentence, paused } = review.incident
      return {
        title: html`“${whoWords(site, source)}” cannot be read since ${instantWords(since)}`,
        about: html`<p>${sentence}</p><p>What it said before stays in the calendar.${paused && ' It is paused: nobody tries again until you say so.'}</p>`,
        answers: paused
          ? [['resume', 'Try again from now on']]
          : [
              ['run', 'Try again now'],
              ['pause', 'Pause this source'],
            ],
      }
    }
  }
}

function ofConflict({ desk: { site } }: Visit, { uids, conflict }: Extract<Review, { kind: 'conflict' }>): Told {
  const event = findEvent(site.store, uids[0] ?? '')
  const what = conflict.field === 'when' ? 'dates' : 'status'
  return {
    title: html`Sources differ on the ${what} of <a href="/desk/meetings/${event?.slug}" dir="auto">${event?.title}</a>`,
    about: html`<p>Shown now: <b>${valueWords(conflict.field, conflict.values[0]?.value)}</b></p>
<ul>${conflict.values.map(({ value, said }) => html`<li>${valueWords(conflict.field, value)}, says ${said.url ? html`<a href="${said.url}" rel="noopener noreferrer">${whoWords(site, said.by)}</a>` : whoWords(site, said.by)}</li>`)}</ul>`,
    answers: conflict.values.map(({ value }, i) => [`take ${i + 1}`, `It is ${valueWords(conflict.field, value)}`]),
  }
}

function ofContradiction({ desk: { site } }: Visit, { contradiction }: Extract<Review, { kind: 'edit-contradicted' }>): Told {
  const { edit, uid, title, now } = contradiction
  const [ours, theirs] = [valueWords(edit.field, edit.value), valueWords(edit.field, now)]
  const event = findEvent(site.store, uid)
  return {
    title: html`The source now says something else about <a href="/desk/meetings/${event?.slug}" dir="auto">${title}</a>`,
    about: html`<dl class="pair"><div><dt>${fieldWords[edit.field]}, as ${edit.author} wrote on ${instantWords(edit.at)}</dt><dd><b dir="auto">${ours}</b> (shown now)</dd></div>
<div><dt>${fieldWords[edit.field]}, as the source says now</dt><dd><b dir="auto">${theirs}</b></dd></div></dl>`,
    answers: [
      ['keep', 'Keep ours'],
      ['take', 'Take theirs, now and later'],
      ['take-until-it-changes', 'Take theirs until it changes again'],
    ],
  }
}

function ofRun({ desk: { site } }: Visit, { source, at, refusal }: RefusedRun): Told {
  const { gone, moved, coming } = refusal
  const canAccept = gone.length + moved.length > 0
  return {
    title: html`“${whoWords(site, source)}” changed so much that a person should look`,
    about: html`<p>Read on ${instantWords(at)}: ${canAccept ? `of its ${coming} coming meetings ${gone.length} would disappear and ${moved.length} would move.` : `it ${refusal.sentence}.`} Nothing was changed in the calendar.</p>
${difference(
  'Would disappear',
  gone.map(({ title, when }) => html`<del>${days(when)} ${title}</del>`),
)}
${difference(
  'Would move',
  moved.map(({ title, from, to }) => html`${title}: <del>${days(from)}</del> <ins>${days(to)}</ins>`),
)}`,
    answers: [
      ...(canAccept ? [['accept', 'It is right: take it over'] as [string, string]] : []),
      ['discard', 'It is wrong: keep what we have'],
      ['pause', 'Keep what we have, and pause this source'],
    ],
  }
}

function difference(title: string, lines: Html[]): Html | false {
  const shown = lines.slice(0, 12).map((line) => html`<li dir="auto">${line}</li>\n`)
  return (
    lines.length > 0 &&
    html`<h4>${title}</h4><ul class="difference">${shown}${lines.length > 12 && html`<li>and ${lines.length - 12} more</li>`}</ul>`
  )
}

function days(when: When | undefined): string {
  return when ? valueWords('when', when) : 'no date'
}
