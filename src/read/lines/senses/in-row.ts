import type { Block } from '../../../source/index.ts'
import { boxOf, type Sheet } from '../../layout/sheet.ts'
import { once } from '../../once.ts'
import { putOff } from '../../status.ts'
import { deadline } from './deadline.ts'
import { asksFor, type Sense } from './senses.ts'

const mostInRow = 20

/** Whether a column is of days that hold no more. */
const headsFormer = once((header) =>
  /^(?:original(?:ly)?|former(?:ly)?|previous(?:ly)?|old|initial(?:ly)?)(?: (?:scheduled|planned))?(?: (?:dates?|days?|for))?$|^(?:scheduled|planned) before$/i.test(
    header,
  ),
)

/** Days in a column of former ones hold no more, unless the row names no others and says that these stand, or that they are off. */
export function byFormer(sheet: Sheet, index: number): Sense | undefined {
  const { header } = sheet.text.blocks[index] as Block
  if (!header || !headsFormer(header)) return undefined
  const others = othersInRow(sheet, index)
  const isReplaced = others.some((at) => (sheet.dates[at] ?? []).some(({ precision }) => precision !== 'month'))
  const said = others.map((at) => (sheet.text.blocks[at] as Block).text)
  if (!isReplaced && said.some(stands)) return { is: 'meeting' }
  const off = isReplaced ? undefined : putOff(said.join(' · '))
  return off ? { is: 'meeting', off } : { is: 'superseded', why: `under “${header}”` }
}

const stands = once((words) =>
  /^(?:no changes?|unchanged|not changed|as (?:originally )?(?:planned|scheduled)|maintained|confirmed|remains?|unaffected|same(?: dates?)?|sans changement|sin cambios|без изменений|不变)\b/i.test(
    words,
  ),
)

/** `3 May | Side event applications close`: what is asked for by a day stands in the cell beside it. */
export function byAsking(sheet: Sheet, index: number): Sense | undefined {
  const { role, text } = sheet.text.blocks[index] as Block
  const [date, more] = sheet.dates[index] ?? []
  if (role !== 'cell' || !date || more || date.length < text.length - 8) return undefined
  const asks = (at: number) => (sheet.dates[at]?.length ?? 0) === 0 && isAsking((sheet.text.blocks[at] as Block).text)
  const asking = othersInRow(sheet, index).find(asks)
  return asking !== undefined
    ? deadline((sheet.text.blocks[asking] as Block).text, 'a time to register, apply or submit')
    : undefined
}

const isAsking = once(
  (words) =>
    asksFor.test(words) ||
    /^(?:deadlines?|closing date|last day|due date)\b|\b(?:registrations?|applications?|nominations?|submissions?|accreditations?)\b[^.;]{0,40}\b(?:opens?|closes?|ends?|due)$/i.test(
      words,
    ),
)

function othersInRow(sheet: Sheet, index: number): number[] {
  const row = boxOf(sheet, (sheet.text.blocks[index] as Block).box, 'tr')
  if (!row || row.last - row.first > mostInRow) return []
  const others: number[] = []
  for (let at = row.first; at <= row.last; at++) if (at !== index) others.push(at)
  return others
}
