import { apart, type ResolvedDate, resolve } from '../dates/index.ts'
import type { Candidate } from '../meeting/candidates/candidate.ts'
import type { YearSources } from './address.ts'

export function datelineYears({ date, entry }: Candidate, { dateline, addressDay }: YearSources): number[] {
  const written = dateline ?? addressDay
  if (!written) return []
  const year = Number(written.slice(0, 4))
  const past =
    /\b(?:was|were|held|took place|met|convened|hat|fue|a eu lieu)\b/i.test(entry.view.before.slice(-160)) &&
    !/\bwill\b|\bto be\b/i.test(entry.view.before.slice(-160))
  const coming = /\b(?:will|shall|to be|upcoming|next|takes place|invit|sera|aura lieu|this)\b/i.test(
    `${entry.view.before.slice(-200)} ${entry.view.after.slice(0, 60)}`,
  )
  const tries = [year - 1, year, year + 1]
    .map((one) => ({ one, when: resolve(date, one) }))
    .filter((found): found is { one: number; when: ResolvedDate } => found.when !== undefined && 'start' in found.when)
  const day = written.slice(0, 10)
  if (past && !coming)
    return tries
      .filter(({ when }) => when.start <= day)
      .map(({ one }) => one)
      .slice(-1)
  if (coming)
    return tries
      .filter(({ when }) => when.end >= day)
      .map(({ one }) => one)
      .slice(0, 1)
  return tries.filter(({ when }) => apart(when.start, day) <= 120).map(({ one }) => one)
}
