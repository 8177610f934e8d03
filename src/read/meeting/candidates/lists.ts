import type { Sheet } from '../../layout/sheet.ts'
import type { Candidate } from './candidate.ts'

/** The candidates that stand in lines of one sort each, in the order of the page; those of sentences and of months in none. */
export function listsOf(sheet: Sheet, all: Candidate[]): Candidate[][] {
  const lists = new Map<string, Candidate[]>()
  for (const candidate of all) {
    if (candidate.entry.style === 'prose' || candidate.date.precision === 'month') continue
    const sort = sortOf(sheet, candidate)
    const list = lists.get(sort)
    if (list) list.push(candidate)
    else lists.set(sort, [candidate])
  }
  return [...lists.values()]
}

/** What lines of one list have in common: how they say their dates, where their names stand, and their markup. */
function sortOf({ text: { blocks, boxes } }: Sheet, { entry: { style, block }, from }: Candidate): string {
  const box = boxes[blocks[block]?.box ?? -1]
  return `${style} ${from} ${blocks[block]?.role} ${box?.tag} ${boxes[box?.parent ?? -1]?.tag}`
}
