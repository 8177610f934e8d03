import type { Block } from '../../../source/index.ts'
import { namedBodies } from '../../identity/bodies.ts'
import { kindOf } from '../../identity/kinds.ts'
import { ordinals } from '../../identity/ordinals.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { wordsAround } from '../../lines/around.ts'
import type { Entry } from '../../lines/entries.ts'
import { isGiven, isProse } from '../../lines/prose.ts'
import { once } from '../../once.ts'
import type { Candidate } from './candidate.ts'

/** The words around the name of a meeting, the nearest first; where only headings are, the very list that its neighbours have. */
export function contextOf(
  sheet: Sheet,
  entry: Entry,
  { own, block, from }: Pick<Candidate, 'own' | 'from'> & { block: number },
): string[] {
  const nearer = [
    ...saidBefore(entry, own),
    ...saidBeside(entry, own),
    ...headed(sheet, entry),
    ...countedAbove(sheet, entry, own),
  ]
  const above = wordsAround(sheet, block >= 0 && from !== 'page' ? block : entry.block)
  const farther = saidAbove(sheet, entry)
  const all = nearer.length + farther.length > 0 ? [...nearer, ...above, ...farther] : above
  return all.includes(own) ? all.filter((words) => words !== own) : all
}

/** What the sentences before this one name last: whose `fifteenth session` is; in the same sentence, whose `its` it is. */
function saidBefore({ style, date, view: { phrases, text, from } }: Entry, own: string): string[] {
  if (style !== 'prose') return []
  const at = text.indexOf(own, from)
  // `CCPCJ 32: the thirty-second session takes place …`
  const [, label = ''] = /^\W*([^:.;]{2,60}):\s/.exec(text.slice(from, Math.max(from, at))) ?? []
  if (namedBodies(label).length > 0) return [label]
  const isTheirs =
    at >= 0 && (/\b(?:its|their)\s+$/i.test(text.slice(Math.max(0, at - 8), at)) || isGiven(text, from, at) || at > date.index)
  const until = isTheirs ? Math.min(at, date.index) : from
  const said = phrases.findLast((phrase) => phrase.index < until && namedBodies(phrase.text).length > 0)
  return said ? [said.text] : []
}

/** The header of a cell's column that is the name of a body, as in a table of what each holds. */
export function headed(sheet: Sheet, { block }: Entry): string[] {
  const { header } = sheet.text.blocks[block] as Block
  return header && isBodyOnly(header) ? [header] : []
}

/** The line not far above that names the group of the same session: whose `second resumed twelfth session` it is. */
function countedAbove(sheet: Sheet, { style, block }: Entry, own: string): string[] {
  const [count] = style === 'prose' || namedBodies(own).length > 0 ? [] : ordinals(own).slice(-1)
  if (!count) return []
  for (let at = block - 1; at >= Math.max(0, block - 8); at--) {
    const { text } = sheet.text.blocks[at] as Block
    if (text.length > 200 || sheet.frame[at] !== undefined) continue
    const isGroups = namedBodies(text).some(({ group }) => group !== undefined)
    if (isGroups) return ordinals(text).some(({ value }) => value === count.value) ? [text] : []
  }
  return []
}

/** The other cells of a line such as `CND | 12–14 November | Thematic discussions`, which may say whose meeting it is. */
function saidBeside({ style, view, row }: Entry, own: string): string[] {
  if (style !== 'line' || row || view.others.length > 1 || view.text.length > 200 || namedBodies(own).length > 0) return []
  return view.text
    .split(/\s*[|·]\s*/)
    .filter((cell, _, cells) => cells.length > 2 && cell !== own && namedBodies(cell).length > 0)
}

/** All the bodies that words name are one. */
function isOfOne(text: string): boolean {
  return new Set(namedBodies(text).map(({ body }) => body)).size === 1
}

/** `UNTOC` in a line of its own, as over the title of a card. */
function isBodyOnly(text: string): boolean {
  return text.length <= 60 && namedBodies(text)[0]?.length === text.length
}

/** Sentences and names right above a line, which may tell whose meeting it is. */
function saidAbove(sheet: Sheet, { style, block }: Entry): string[] {
  const said: string[] = []
  if (style === 'prose') {
    const above = sheet.text.blocks[block - 1]?.text ?? ''
    return sheet.frame[block - 1] === undefined && isProse(above) && isOfOne(above) ? [above] : []
  }
  for (let at = block - 1; at >= block - 3 && at >= 0; at--) {
    const { text } = sheet.text.blocks[at] as Block
    if (sheet.frame[at] === undefined && !sheet.dates[at]?.length && tellsWhose(text)) said.push(text)
  }
  return said
}

/** A sentence that names a body, its name alone, or a side event of it. */
const tellsWhose = once(
  (text) => namedBodies(text).length > 0 && (isProse(text) || kindOf(text) === 'side-event' || isBodyOnly(text)),
)
