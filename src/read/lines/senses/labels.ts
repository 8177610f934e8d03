import type { Block } from '../../../source/index.ts'
import { isLong, type PrintedDate } from '../../dates/index.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { once } from '../../once.ts'
import { deadline } from './deadline.ts'
import type { Sense } from './senses.ts'

/** Labels of the days of a meeting. */
const dateLabel =
  /(?:^|[\s(])(?:dates?(?: of (?:the )?(?:meeting|session|event|conference))?(?: and (?:time|venue|place))?|when|date\/time|day|début|commencez|fin|fecha|inicio|quand|когда|дата|日期|时间|التاريخ)\s*(?:[:：]|$)/i
const leftHeader =
  /\b(?:deadline|registration|submission|nomination|application|due|last updated|uploaded|published|posted|issued|distribution|document|symbol|call for|sign-?up|rsvp|abstracts?|proposals?|size|modified|adopted|closing|birth|report due|issuance|invitations?|accreditation|notification)\b/i

/** Whether words head a column, or label days, that are no meeting's. */
export const isLeftHeader = once((words) => leftHeader.test(words))

/** Whether words end with a label of the days of a meeting. */
export const isDateLabel = once((words) => dateLabel.test(words))

const deadlineWords =
  /\b(?:deadline|registration|submission|nomination|application|due|clos\w+|call for|sign-?up|rsvp|abstracts?|proposals?|invitations?|accreditation|notification)\b/i

/** The words of the term, header cell or bold line that label a block. */
export function labelBefore(sheet: Sheet, index: number): string {
  const block = sheet.text.blocks[index] as Block
  if (block.header) return withColon(block.header)
  const { blocks, boxes } = sheet.text
  const before = blocks[index - 1]
  if (!before || before.text.length > 40) return ''
  const isBold =
    before.bold === true && (isDateLabel(`${before.text}:`) || (isLeftHeader(before.text) && before.text.length <= 30))
  const isTerm = isBold || boxes[before.box]?.tag === 'dt' || boxes[before.box]?.tag === 'th' || /[:：]$/.test(before.text)
  const isShort = before.role === 'cell' && before.column === 0 && block.role === 'cell' && block.column === 1
  return isTerm || isShort ? `${before.text.replace(/[:：]$/, '')}:` : ''
}

const withColon = once((header) => `${header}:`)

/** What the column or label of a block makes of its dates. */
export function bySurroundings(sheet: Sheet, block: Block, label: string, dates: PrintedDate[]): Sense | undefined {
  // Documents are of one day each: several days in a column of dates are a meeting's.
  const isOfMeetings = isDateLabel(block.header ?? '') && dates.some(({ ranges: [range] }) => isLong(range))
  if (block.header && !isOfMeetings && listsDocuments(sheet, block)) return { is: 'document', why: 'in a table of documents' }
  const said = block.header && isLeftHeader(block.header) ? block.header : isLeftHeader(label) ? label : undefined
  if (said === undefined) return undefined
  return labelled(said)
}

/** What is told of days with such a label. */
const labelled = once((said): Sense => {
  const why = `labelled “${said}”`
  return deadlineWords.test(said) ? deadline(said, why) : { is: 'document', why }
})

/** What the heading right above makes of a line's dates: under `Deadlines` there are last days only. */
export function byHeading({ text: { blocks }, above }: Sheet, index: number): Sense | undefined {
  const heading = blocks[above[index] ?? -1]?.text ?? ''
  const isOfLastDays = /^(?:(?:important|key|main|other) )?(?:deadlines?|closing dates?|last days?)[:.]?$/i.test(heading)
  return isOfLastDays ? deadline(blocks[index]?.text ?? '', `under “${heading}”`) : undefined
}

/** Beside the cell stand columns of symbols, files or languages. */
function listsDocuments({ text: { blocks, boxes } }: Sheet, { box }: Block): boolean {
  let row = boxes[box]
  while (row && row.tag !== 'tr') row = boxes[row.parent]
  if (!row) return false
  let languages = 0
  for (let i = row.first; i <= row.last && i < row.first + 40; i++) {
    const head = columnOf(blocks[i]?.header ?? '')
    if (head === 'document') return true
    if (head === 'language') languages++
  }
  return languages > 1
}

const columnOf = once((head) =>
  /^(?:symbol|documents?|document (?:symbol|title|number)|files?|downloads?|pdf)$/i.test(head)
    ? 'document'
    : /^(?:EN|E|FR|F|SP|ES|S|RU|R|AR|A|CH|ZH|C|English|French|Spanish|Russian|Arabic|Chinese)$/.test(head)
      ? 'language'
      : 'other',
)
