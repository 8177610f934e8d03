import type { Block, Box, PageText } from '../../../source/index.ts'
import { type PrintedDate, yearsIn } from '../../dates/index.ts'

type Stretch = { start: number; end: number }

/** As many blocks in a row as have to be the same before they count as printed again. */
const shortest = 24

/** As many blocks at either end of such a stretch are read again: what stands beside them may be new, and about them. */
const margin = 6

/**
 * Which blocks belong to a stretch of a page that is printed again word for word under the same headings, as for narrow screens. A date
 * without a year is none of them unless its headings print one, or a block before it in the stretch: else another year may stand before
 * the stretch. `words` are numbers of the blocks' texts, equal for equal ones. Linear in the number of blocks.
 */
export function repeated(text: PageText, words: Int32Array, dates: PrintedDate[][], above: number[]): boolean[] {
  const again = new Array<boolean>(words.length).fill(false)
  const { paths, years } = pathsOf(text.blocks, words, above)
  for (const stretch of stretches(text.blocks, words, paths)) {
    const { start, end } = within(text, stretch)
    let isYearTold = false
    for (let i = stretch.start; i < end; i++) {
      isYearTold ||= yearsIn((text.blocks[i] as Block).text).length > 0
      if (i >= start) again[i] = isYearTold || years[i] === true || (dates[i] ?? []).every((date) => date.yearPrinted)
    }
  }
  return again
}

/** The stretches of blocks that stood before, the end exclusive. */
function stretches(blocks: Block[], words: Int32Array, paths: Int32Array): Stretch[] {
  const found: Stretch[] = []
  const isSame = (a: number, b: number) => words[a] === words[b] && paths[a] === paths[b] && isAlike(blocks[a], blocks[b])
  // Where each sequence began first. Two that share a slot are told apart by their words; the second of them is then not looked for.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(blocks.length * 2 + 2))).fill(-1)
  const next = rolling(words, paths)
  for (let start = 0; start + shortest <= blocks.length; start++) {
    const slot = next() & (slots.length - 1)
    const first = slots[slot] as number
    if (first < 0) slots[slot] = start
    const last = found.at(-1)
    if (first < 0 || start < (last?.end ?? 0)) continue
    let end = start
    while (first + end - start < start && end < blocks.length && isSame(first + end - start, end)) end++
    if (end - start < shortest) continue
    if (last?.end === start) last.end = end
    else found.push({ start, end })
  }
  return found
}

/** The part of a stretch whose elements lie wholly in it, away from its ends. */
function within({ blocks, boxes }: PageText, { start, end }: Stretch): Stretch {
  let [from, to] = [start === 0 ? 0 : start + margin, end === blocks.length ? end : end - margin]
  for (let at = blocks[start - 1]?.box ?? -1; at >= 0; at = boxes[at]?.parent ?? -1) {
    const { last } = boxes[at] as Box
    if (last < end - 1) from = Math.max(from, last + 1)
  }
  for (let at = blocks[end]?.box ?? -1; at >= 0; at = boxes[at]?.parent ?? -1) {
    const { first } = boxes[at] as Box
    if (first > start) to = Math.min(to, first)
  }
  return { start: from, end: to }
}

function isAlike(a: Block | undefined, b: Block | undefined): boolean {
  return a?.role === b?.role && a?.header === b?.header
}

/** For each block a number, the same for the same headings above it, and whether one of them prints a year. */
function pathsOf(blocks: Block[], words: Int32Array, above: number[]): { paths: Int32Array; years: boolean[] } {
  const numbers = new Map<number, number>()
  const paths = new Int32Array(words.length)
  const years = new Array<boolean>(words.length).fill(false)
  for (let i = 0; i < words.length; i++) {
    const heading = above[i] as number
    if (heading < 0) continue
    if (heading === above[i - 1]) {
      paths[i] = paths[i - 1] as number
      years[i] = years[i - 1] as boolean
      continue
    }
    const key = (paths[heading] as number) * (words.length + 1) + (words[heading] as number)
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    paths[i] = number
    years[i] = years[heading] === true || yearsIn((blocks[heading] as Block).text).length > 0
  }
  return { paths, years }
}

/** The hashes of {@link shortest} blocks, from the first block on, the second, and so on. */
function rolling(words: Int32Array, paths: Int32Array): () => number {
  const base = 0x01000193
  let top = 1
  for (let i = 0; i < shortest; i++) top = Math.imul(top, base)
  const of = (i: number) => Math.imul((words[i] as number) + Math.imul(paths[i] as number, 0x9e3779b1), 0x85ebca6b) | 1
  let [hash, end] = [0, 0]
  const add = () => {
    hash = (Math.imul(hash, base) + of(end)) | 0
    end++
  }
  while (end < shortest - 1) add()
  return () => {
    add()
    if (end > shortest) hash = (hash - Math.imul(of(end - shortest - 1), top)) | 0
    return hash ^ (hash >>> 15)
  }
}
