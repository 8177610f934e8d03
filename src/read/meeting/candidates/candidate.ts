import type { Identity, YearReason } from '../../../event/index.ts'
import type { PrintedDate, ResolvedDate } from '../../dates/index.ts'
import { identityOf } from '../../identity/identity.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { type Card, cardOf, countDated } from '../../lines/cards.ts'
import type { Entry } from '../../lines/entries.ts'
import { type Line, lineOf } from '../../lines/line.ts'
import { programmeOf } from '../../lines/programme.ts'
import { contextOf, headed } from './context.ts'
import { kindAbove, kindAt, kindBeside, namesAlliance } from './kinds.ts'
import { listsOf } from './lists.ts'
import { nameOf, partOfColumn } from './naming.ts'
import { namesOf, separate } from './separate.ts'
import { isNews, weigh } from './weight.ts'

/** A date that may be a meeting's, with the words that name it. */
export type Candidate = {
  entry: Entry
  date: PrintedDate
  card: Card
  /** The words that name the meeting, as printed. */
  own: string
  /** Where these words stand: in the line, in the card, above, or nowhere nearer than the page's title. */
  from: 'line' | 'phrase' | 'card' | 'heading' | 'beside' | 'page'
  /** The block these words are in; -1 for the page's title. */
  nameBlock: number
  identity: Identity & { named: boolean }
  around: string[]
  weight: number
  when?: ResolvedDate
  year?: YearReason
}

/** The meetings that the dates of a page may be, and those of them that stand in lines of one sort each. */
export function candidatesOf(
  sheet: Sheet,
  entries: Entry[],
  lines: Map<number, Line>,
  body: Identity['body'] | undefined,
  captured: string,
): { all: Candidate[]; lists: Candidate[][] } {
  const dated = new Set(
    entries.filter(({ sense, date }) => sense.is === 'meeting' && date.precision !== 'month').map(({ block }) => block),
  )
  const before = countDated(sheet, (block) => dated.has(block))
  const all = entries
    .filter(({ sense }) => sense.is === 'meeting')
    .flatMap((entry) => {
      const rows = programmeOf(sheet, entry)
      return rows.length > 0 ? rows : [entry]
    })
    .flatMap((entry) => {
      const card = cardOf(sheet, entry.block, before)
      const name = partOfColumn(sheet, entry, nameOf(sheet, entry, lineAt(sheet, entry, lines), card))
      if (
        !name ||
        (entry.style === 'bare' &&
          entry.date.precision === 'month' &&
          entry.date.ranges[0]?.from.day === undefined &&
          name.from !== 'card')
      )
        return []
      const around = contextOf(sheet, entry, name)
      const identity = identityOf(name.own, body ? { words: around, body } : { words: around })
      // The head of a column names the body as well as a line of its own would.
      if (headed(sheet, entry).length > 0) identity.named = true
      if (!identity.named && identity.kind === 'informal-meeting' && namesAlliance(sheet, entry, around))
        identity.body = 'ALLIANCE'
      const kind =
        kindAt(name.own, around, entry.date, lineAt(sheet, entry, lines)) ??
        (entry.row || name.from === 'heading' || name.from === 'page'
          ? kindBeside(sheet, entry, name.own, around)
          : kindAbove(name.own, around))
      if (kind) {
        identity.kind = kind
        delete identity.session
      }
      const dates = separate(entry, name.own, identity.kind)
      const names = namesOf(entry, name.own, dates.length)
      return dates.map((date, i) => {
        const own = names[i] as string
        const candidate: Candidate = {
          entry,
          date,
          card,
          own,
          from: name.from,
          nameBlock: name.block,
          identity: own === name.own ? identity : identityOf(own, { words: [name.own, ...around] }),
          around,
          weight: 0,
        }
        candidate.weight = weigh(sheet, candidate, lineAt(sheet, entry, lines), captured)
        return candidate
      })
    })
  const lists = listsOf(sheet, all)
  for (const list of lists) shareBody(list)
  return { all, lists }
}

/** `Second session` in a list that names one body is a session of that body. */
function shareBody(list: Candidate[]): void {
  const [body, more] = new Set(
    list.filter(({ identity, own }) => identity.named && !isNews(own)).map(({ identity }) => identity.body),
  )
  if (body === undefined || body === 'OTHER' || more !== undefined) return
  for (const { identity, own } of list)
    if (identity.body === 'OTHER' && identity.kind === 'session' && countedOnly.test(own)) identity.body = body
}

const countedOnly = /^(?:[\p{L}\d-]+ ){1,3}session$/iu

function lineAt(sheet: Sheet, { block }: Entry, lines: Map<number, Line>): Line {
  const line = lines.get(block) ?? lineOf(sheet, block)
  lines.set(block, line)
  return line
}
