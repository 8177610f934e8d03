import type { Box } from '../text.ts'
import type { Frame } from './frame.ts'
import { endedBy, isInline, walls } from './tags.ts'

/** How many open elements an end tag looks through for its start: enough for pages, and a bound on cost. */
const reach = 200

/** Where the element stands in the stack that an end tag of this name closes; -1 when it closes none. */
export function closedBy(stack: Frame[], name: string): number {
  if (isInline(name))
    return find(
      stack,
      (other) => other.name === name,
      (other) => !other.inline,
    )
  const through = walls.has(name) || name === 'tr'
  return find(
    stack,
    (other) => other.name === name,
    (other) => !through && walls.has(other.name),
  )
}

/** Where the element stands that ends because another one of this name starts: `<li>` ends `<li>`, a block ends `<p>`; -1 for none. */
export function endedAt(stack: Frame[], name: string): number {
  const ending = endedBy.get(name)
  if (ending)
    return find(
      stack,
      (other) => ending.ends.has(other.name),
      (other) => ending.within.has(other.name),
    )
  return find(
    stack,
    (other) => other.name === 'p',
    (other) => !other.inline,
  )
}

function find(stack: Frame[], wanted: (frame: Frame) => boolean, stop: (frame: Frame) => boolean): number {
  const last = Math.max(0, stack.length - reach)
  for (let i = stack.length - 1; i >= last; i--) {
    const frame = stack[i] as Frame
    if (wanted(frame)) return i
    if (stop(frame)) return -1
  }
  return -1
}

/** The box of the innermost block element; boxes are made when the first block is found in them, the page's own (0) first. */
export function boxOf(stack: Frame[], boxes: Box[], first: number): number {
  if (boxes.length === 0) boxes.push({ parent: -1, tag: '', name: '', landmark: '', first: 0, last: -1 })
  let from = stack.length - 1
  while (from >= 0 && (stack[from] as Frame).box < 0) from--
  let box = from < 0 ? 0 : (stack[from] as Frame).box
  for (let i = from + 1; i < stack.length; i++) {
    const frame = stack[i] as Frame
    if (frame.inline) continue
    boxes.push({ parent: box, tag: frame.name, name: frame.hint.trim().toLowerCase(), landmark: frame.landmark, first, last: -1 })
    box = boxes.length - 1
    frame.box = box
  }
  return box
}
