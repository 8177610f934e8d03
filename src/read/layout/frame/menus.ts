import type { Block, Box, PageText } from '../../../source/index.ts'
import type { PrintedDate } from '../../dates/index.ts'
import { namedBodies } from '../../identity/bodies.ts'
import { meetingNouns } from '../../identity/kinds.ts'

/** Boxes that are lists of links with few dates and no prose: menus, however they are marked. */
export function menus(text: PageText, dates: PrintedDate[][]): Box[] {
  const { blocks, boxes } = text
  const count = (is: (block: Block, index: number) => boolean): Int32Array => {
    const sums = new Int32Array(blocks.length + 1)
    for (let i = 0; i < blocks.length; i++) sums[i + 1] = (sums[i] as number) + (is(blocks[i] as Block, i) ? 1 : 0)
    return sums
  }
  const linked = count((block) => block.linked >= 0.8)
  const dated = count((_, index) => (dates[index]?.length ?? 0) > 0)
  const prose = count((block) => block.text.length > 160 || (block.linked < 0.5 && block.text.length > 70))
  // The box around a menu and a short page is no menu: it holds the page's heading, or a meeting in words that are no link.
  const own = count(
    (block, index) =>
      block.linked < 0.5 &&
      ((block.role === 'heading' && block.level === 1) ||
        (says(block, dates[index] ?? []) && (meetingNouns(block.text).length > 0 || namedBodies(block.text).length > 0))),
  )
  const inside = (sums: Int32Array, box: Box) => (sums[box.last + 1] as number) - (sums[box.first] as number)
  let last = -1
  return boxes.filter((box) => {
    const size = box.last - box.first + 1
    if (box.last <= last || size < 4) return false
    const isMenu =
      inside(linked, box) >= size * 0.75 && inside(dated, box) <= size * 0.25 && inside(prose, box) + inside(own, box) === 0
    if (isMenu) last = box.last
    return isMenu
  })
}

/** It holds a date, and words beside it. */
function says({ text }: Block, [date]: PrintedDate[]): boolean {
  return date !== undefined && date.length < text.length
}
