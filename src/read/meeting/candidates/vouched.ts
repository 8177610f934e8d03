import { isLong } from '../../dates/index.ts'
import { boxesAround, type Sheet } from '../../layout/sheet.ts'
import type { Candidate } from './candidate.ts'
import { isNews } from './weight.ts'

/** Blocks between two lines of one list, at most. */
const farthest = 8
/** How many boxes out two lines of one list may be apart; those at its end less. */
const levels = 6
const levelsAtEnd = 3

/**
 * Candidates that too little speaks for, which stand in a list of meetings: those before and after them in lines of the same sort are
 * meetings, as are most of the list.
 */
export function vouchedFor(sheet: Sheet, lists: Candidate[][], enough: number): Set<Candidate> {
  const vouched = new Set<Candidate>()
  for (const list of lists) {
    const isStrong = list.map(({ weight }) => weight >= enough)
    const strong = isStrong.filter(Boolean).length
    if (strong === list.length || strong < 3 || strong < list.length * 0.6) continue
    for (const [i, candidate] of list.entries()) {
      if (
        isStrong[i] ||
        (hasLoneDays(candidate) && isNews(candidate.own)) ||
        candidate.weight < (hasLoneDays(candidate) ? 0 : -1)
      )
        continue
      const isEnd = i === 0 || i === list.length - 1
      const beside = [list[i - 1], list[i + 1]].filter(
        (other) => other && other.weight >= enough && isNear(sheet, other, candidate, isEnd ? levelsAtEnd : levels),
      )
      if (beside.length === (isEnd ? 1 : 2)) vouched.add(candidate)
    }
  }
  return vouched
}

function hasLoneDays({ date: { ranges } }: Candidate): boolean {
  return !ranges.some(isLong)
}

function isNear(sheet: Sheet, a: Candidate, b: Candidate, levels: number): boolean {
  if (Math.abs(a.entry.block - b.entry.block) > farthest) return false
  const around = ({ entry: { block } }: Candidate) => boxesAround(sheet, sheet.text.blocks[block]?.box ?? -1).slice(0, levels)
  const mine = new Set(around(a))
  return around(b).some((box) => mine.has(box))
}
