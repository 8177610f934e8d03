import type { Block } from '../../../source/index.ts'
import { isLong } from '../../dates/index.ts'
import { namedBodies } from '../../identity/bodies.ts'
import { kindOf } from '../../identity/kinds.ts'
import { ordinals } from '../../identity/ordinals.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { isMeeting } from '../../lines/around.ts'
import type { Entry } from '../../lines/entries.ts'
import { datesComeFirst } from '../../lines/rows.ts'
import { titleAlone } from '../../lines/titles.ts'

/**
 * The name of a session by its number in the line above, of which a line tells days and more: `28th special session` / `18 May 2018, The
 * situation in …`, `32nd session` / `22–26 May 2023. Our statement (pdf)`; with the part that the line says it is.
 */
export function numberedAbove(sheet: Sheet, { block, date, style }: Entry, title: string | undefined): string | undefined {
  if (style === 'bare' && !isBeside(sheet, block)) return undefined
  const above = sheet.text.blocks[block - 1]
  if (
    !above ||
    sheet.text.blocks[block]?.role === 'heading' ||
    above.text.length > 80 ||
    (sheet.dates[block - 1]?.length ?? 0) > 0 ||
    sheet.frame[block - 1] !== undefined
  )
    return undefined
  if (!isMeeting(above.text) || ordinals(above.text).length === 0) return undefined
  const isPart = title !== undefined && isMeeting(title)
  if (isPart && !saysOnlyPart(title)) return undefined
  const isOfDays = date.ranges.some(isLong) && (sheet.dates[block + 1]?.length ?? 0) === 0
  if (!isOfDays && !isBeside(sheet, block)) return undefined
  if (style === 'bare' && datesComeFirst(sheet, block)) return undefined
  const name = titleAlone(above.text) ?? above.text
  return isPart ? `${name}, ${title}` : name
}

/** `Regular session`: which of its parts the session named above it is. */
function saysOnlyPart(title: string): boolean {
  return (
    /^(?:the )?(?:regular|main|first|second|resumed|reconvened|continued|special) (?:part|session)$/i.test(title) &&
    namedBodies(title).length === 0 &&
    kindOf(title) !== undefined
  )
}

/** Whether a line stands in the box, or the row, of the one above it, or describes it as a term. */
function isBeside({ text: { blocks, boxes } }: Sheet, block: number): boolean {
  const [line, above] = [blocks[block] as Block, blocks[block - 1]]
  if (!above) return false
  const around = boxes[boxes[line.box]?.parent ?? -1]
  const isPair = around !== undefined && around === boxes[boxes[above.box]?.parent ?? -1] && around.last - around.first === 1
  return isPair || line.box === above.box || (boxes[line.box]?.tag === 'dd' && boxes[above.box]?.tag === 'dt')
}
