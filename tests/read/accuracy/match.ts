import type { PrintedEvent } from '../../../src/read/printed.ts'
import type { Label } from './label.ts'

/** The pairs of one page: each label with at most one answer, those of the same days, the titles most alike first. */
export function matched(labels: Label[], answers: PrintedEvent[]): { found: Map<Label, PrintedEvent>; extra: PrintedEvent[] } {
  const found = new Map<Label, PrintedEvent>()
  const free = new Set(answers)
  for (const group of [labels.filter(({ optional }) => !optional), labels.filter(({ optional }) => optional)]) {
    const pairs = group
      .flatMap((label) => answers.filter((answer) => fits(label, answer)).map((answer) => ({ label, answer })))
      .sort((a, b) => alike(b.label, b.answer) - alike(a.label, a.answer))
    for (const { label, answer } of pairs) {
      if (found.has(label) || !free.has(answer)) continue
      found.set(label, answer)
      free.delete(answer)
    }
  }
  return { found, extra: [...free] }
}

/** The same days; lone days must be the same ones. */
function fits({ start, end, days, onlyIfStatus }: Label, answer: PrintedEvent): boolean {
  if (onlyIfStatus && !onlyIfStatus.includes(answer.status)) return false
  if (days && answer.days) return days.join() === answer.days.join()
  return start === answer.start && end === answer.end
}

/** Whether a title has every word it must; `5th` is not in `15th`. */
export function isTitled({ titleMustContain }: Label, { title }: PrintedEvent): boolean {
  return titleMustContain.every((words) =>
    words.split('|').some((word) => new RegExp(`(?<![\\p{L}\\d])${word}`, 'iu').test(title)),
  )
}

function alike(label: Label, answer: PrintedEvent): number {
  const [one, other] = [label.title, answer.title].map((title) => new Set(title.toLowerCase().match(/[\p{L}\d]+/gu)))
  const shared = [...(one ?? [])].filter((word) => other?.has(word)).length
  return (
    (2 * shared) / ((one?.size ?? 0) + (other?.size ?? 0) || 1) +
    (isTitled(label, answer) ? 1 : 0) +
    (label.startTime === (answer.startTime ?? null) ? 0.5 : 0)
  )
}
