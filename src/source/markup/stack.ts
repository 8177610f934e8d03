import type { Box } from '../text.ts'
import type { Frame } from './frame.ts'
import { endedBy, type Tag } from './tags.ts'

/** As many elements inside each other, lines, and boxes around these as are read of one page: ten times those of the longest that people read. */
export const most = { open: 1000, lines: 60_000, boxes: 200_000 }

/** How many open elements an end tag looks through for its start: enough for pages, and a bound on cost. */
const reach = 200

/** Where the element stands in the stack that an end tag of this name closes; -1 when it closes none. */
export function closedBy(stack: Frame[], { name, inline, wall }: Tag): number {
  const through = wall || name === 'tr'
  const least = Math.max(0, stack.length - reach)
  for (let i = stack.length - 1; i >= least; i--) {
    const { tag } = stack[i] as Frame
    if (tag.name === name) return i
    if (inline ? !tag.inline : !through && tag.wall) return -1
  }
  return -1
}

/** Where the element stands that ends because another one of this name starts: `<li>` ends `<li>`, a block ends `<p>`; -1 for none. */
export function endedAt(stack: Frame[], { name }: Tag): number {
  const ending = endedBy.get(name)
  const least = Math.max(0, stack.length - reach)
  for (let i = stack.length - 1; i >= least; i--) {
    const { tag } = stack[i] as Frame
    if (ending ? ending.ends.has(tag.name) : tag.name === 'p') return i
    if (ending ? ending.within.has(tag.name) : !tag.inline) return -1
  }
  return -1
}

/** The stack up to the row of a table that is open. */
export function rowOf(stack: Frame[]): Frame[] {
  return stack.slice(0, stack.findLastIndex(({ tag }) => tag.name === 'tr') + 1)
}

/** The box of the innermost block element; boxes are made when the first block is found in them, the page's own (0) first. */
export function boxOf(stack: Frame[], boxes: Box[], first: number): number {
  if (boxes.length === 0) boxes.push({ parent: -1, tag: '', name: '', landmark: '', first: 0, last: -1 })
  let from = stack.length - 1
  while (from >= 0 && (stack[from] as Frame).box < 0) from--
  let box = from < 0 ? 0 : (stack[from] as Frame).box
  for (let i = from + 1; i < stack.length; i++) {
    const frame = stack[i] as Frame
    if (frame.tag.inline) continue
    boxes.push({
      parent: box,
      tag: frame.tag.name,
      name: frame.hint === '' ? '' : frame.hint.trim().toLowerCase(),
      landmark: frame.landmark,
      first,
      last: -1,
    })
    box = boxes.length - 1
    frame.box = box
  }
  return box
}
