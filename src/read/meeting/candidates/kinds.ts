import type { Kind } from '../../../event/index.ts'
import { isOneDay, type PrintedDate } from '../../dates/index.ts'
import { namedBodies } from '../../identity/bodies.ts'
import { kindOf, meetingNouns } from '../../identity/kinds.ts'
import { subjectOf } from '../../identity/subject.ts'
import { pathOf, type Sheet } from '../../layout/sheet.ts'
import type { Entry } from '../../lines/entries.ts'
import type { Line } from '../../lines/line.ts'
import { once } from '../../once.ts'

/** Informal meetings without a body are the Alliance's, where the text around them names it. */
export function namesAlliance(sheet: Sheet, entry: Entry, around: string[]): boolean {
  const { blocks, url } = sheet.text
  const near = url === '' ? blocks.slice(0, 200) : blocks.slice(Math.max(0, entry.block - 2), entry.block + 3)
  return [...near.map(({ text }) => text), ...around].some((words) => namedBodies(words).some(({ body }) => body === 'ALLIANCE'))
}

/** Words that speak of several, none of which is this one. */
const several = /\b(?:briefings|press (?:conferences|events)|(?:side|special|satellite)[- ]events)\b/gi

/** A title that means no sort of meeting is of the sort the lines before it speak of: `We invite you to our side event …`. */
export function kindBeside(sheet: Sheet, entry: Entry, own: string, around: string[]): Kind | undefined {
  if (kindOf(own) !== undefined) return undefined
  const before = [1, 2, 3].flatMap((back) => sheet.text.blocks[entry.block - back]?.text.replace(several, ' ') ?? [])
  const above = [...pathOf(sheet, entry.block).map(({ text }) => text), ...around.slice(-3)]
  const kinds = [...before, ...above].map((words) => kindOf(words))
  return kinds.find((kind) => kind === 'side-event' || kind === 'briefing')
}

/** A lone event with hours, whose title means no meeting, under the heading of what somebody does at a session: `IDPC at the 66th session of the CND`. */
export function kindAt(own: string, around: string[], date: PrintedDate, line: Line): Kind | undefined {
  if (meetingNouns(own).length > 0 || kindOf(own) !== undefined || !isOneDay(date) || !line.times.some(({ end }) => end))
    return undefined
  return around.slice(0, 3).some(isAtSession) ? 'side-event' : undefined
}

/** Under a heading such as `Side events` stand titles that need not say what they are. */
export function kindAbove(own: string, [heading = '']: string[]): Kind | undefined {
  const isOthers = namedBodies(subjectOf(own)).some(({ body }) => body !== 'ALLIANCE')
  return kindOf(own) === undefined && !isOthers && kindOf(heading) === 'side-event' ? 'side-event' : undefined
}

/** Whether a heading tells of somebody at the session of a body. */
export const isAtSession = once((heading) =>
  namedBodies(heading).some(({ index }) =>
    /\S at (?:the )?(?:[\p{L}\d-]+ ){0,3}(?:of (?:the )?)?$/iu.test(heading.slice(Math.max(0, index - 60), index)),
  ),
)
