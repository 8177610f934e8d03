import type { Block, Box, PageText } from '../../../source/index.ts'
import type { PrintedDate } from '../../dates/index.ts'
import { namedBodies } from '../../identity/bodies.ts'
import { meetingNouns } from '../../identity/kinds.ts'

/** Boxes that are lists of links with few dates and no prose: menus, however they are marked. */
export function menus(text: PageText, dates: PrintedDate[][]): Box[] {
  const { blocks, boxes } = text
  const [linked, dated, told] = [sums(blocks), sums(blocks), sums(blocks)]
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block
    const found = dates[i] ?? []
    linked[i + 1] = (linked[i] as number) + (block.linked >= 0.8 ? 1 : 0)
    dated[i + 1] = (dated[i] as number) + (found.length > 0 ? 1 : 0)
    told[i + 1] = (told[i] as number) + (tells(block, found) ? 1 : 0)
  }
  const inside = (sums: Int32Array, box: Box) => (sums[box.last + 1] as number) - (sums[box.first] as number)
  let last = -1
  return boxes.filter((box) => {
    const size = box.last - box.first + 1
    if (box.last <= last || size < 4) return false
    const isMenu = inside(linked, box) >= size * 0.75 && inside(dated, box) <= size * 0.25 && inside(told, box) === 0
    if (isMenu) last = box.last
    return isMenu
  })
}

/** Room for how many blocks there are of a sort before each block, and in all. */
function sums(blocks: Block[]): Int32Array {
  return new Int32Array(blocks.length + 1)
}

/**
 * Whether a block is no part of a menu: prose, the page's heading, or a meeting in words that are no link. The box around a menu and a short
 * page holds such a block.
 */
function tells(block: Block, dates: PrintedDate[]): boolean {
  const { text, linked, role, level } = block
  if (text.length > 160) return true
  if (linked >= 0.5) return false
  return (
    text.length > 70 ||
    (role === 'heading' && level === 1) ||
    (says(block, dates) && (meetingNouns(text).length > 0 || namedBodies(text).length > 0))
  )
}

/** It holds a date, and words beside it. */
function says({ text }: Block, [date]: PrintedDate[]): boolean {
  return date !== undefined && date.length < text.length
}
