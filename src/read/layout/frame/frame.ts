import type { Block, Box, PageText } from '../../../source/index.ts'
import type { PrintedDate } from '../../dates/index.ts'
import { meetingNouns } from '../../identity/kinds.ts'
import { once } from '../../once.ts'
import { scopeOf } from '../headings.ts'
import { menus } from './menus.ts'

const newsHeading =
  /^(?:(?:the )?(?:latest|recent|recently|related|more|other|further|most|top|popular|trending|featured|all)\b|news\b|in the (?:news|media|press)\b|(?:press|media) (?:releases?|centre|room)|what(?:'|’)?s new|what is new|archives?\b|blog\b|posts\b|also (?:read|see|in)\b|(?:read|see) (?:more|also|next)|see also|you (?:may|might) (?:also )?(?:like|be interested)|recommended|tweets?\b|twitter|follow us|categories|tags\b|publications?\b|(?:web ?)?stories\b|newsletter|share this|quick ?links|actualit[ée]s|derni[èe]res|à lire aussi|articles? (?:récents|connexes)|noticias|lo más|(?:contenidos?|art[íi]culos?|enlaces) relacionad[oa]s?|contenus? (?:li[ée]s|connexes|associ[ée]s)|voir aussi|sur le même (?:sujet|thème)|v[ée]ase también|weitere |ähnliche |siehe auch|новости|похожие |читайте также|新闻|أخبار)|\bnews$|\bnews archive/i
const legal = /©|\bcopyright\b|\ball rights reserved\b|\btous droits réservés\b|\(c\) ?(?:19|20)\d\d/i
const fixture =
  /(?:^|[\s_-])(?:breadcrumbs?|cookies?|consent|gdpr|pagination|pager|skip-?links?|navbar|site-?(?:nav|footer|header)|social|share|newsletter)(?:$|[\s_-])/

/** Why each block belongs to the page's frame; undefined where it belongs to what the page says. */
export function framed(text: PageText, dates: PrintedDate[][], above: number[]): (string | undefined)[] {
  const fixtures = fixturesAround(text)
  const frame = text.blocks.map(({ box }) => byBox(text, box, fixtures))
  let prose: number[] | undefined
  let next: Int32Array[] | undefined
  const mark = (from: number, to: number, why: string): void => {
    for (let i = from; i <= to; i++) frame[i] ??= why
  }
  for (const box of menus(text, dates)) mark(box.first, box.last, 'a menu')
  const first = text.blocks.findIndex(({ role, level }) => role === 'heading' && level === 1)
  for (let index = 0; index < text.blocks.length; index++) {
    const block = text.blocks[index] as Block
    if (frame[index]?.startsWith('under ')) continue
    if (isLegal(block.text)) frame[index] ??= 'a copyright line'
    const heads = block.role === 'heading' || (block.bold === true && block.text.length <= 60) || headsList(text, index)
    if (
      heads &&
      !(index === first && meansMore(block.text)) &&
      newsHeading.test(block.text) &&
      meetingNouns(block.text).length === 0 &&
      block.text.length <= 60
    ) {
      const scope = scopeOf(text, index)
      prose ??= proseBefore(text)
      next ??= nextHeadings(text)
      const end = startsBox(text, index, scope) ? scope : Math.min(scope, nextHeading(text, next, above, index) - 1)
      if (!holdsTheText(prose, index, end)) mark(index, end, `under “${block.text}”`)
    }
    if ((block.linked > 0.5 || block.role === 'item') && isArchive(block.text)) frame[index] ??= 'an archive of months'
  }
  return frame
}

/** `Latest news` right above a list. */
function headsList({ blocks }: PageText, index: number): boolean {
  const said = blocks[index]?.text ?? ''
  return blocks[index + 1]?.role === 'item' && said.length <= 40 && newsOnly.test(said)
}

const newsOnly =
  /^(?:(?:the )?(?:latest|recent|other|more|related|our) )?(?:news|posts|articles|stories|publications|tweets)[:.]?$/i

/** The page's own heading stands over all of it, unless it says that the page is nothing but news. */
function meansMore(heading: string): boolean {
  return !/^(?:(?:the )?(?:latest|recent) )?(?:news|press releases?|blog|archives?)\b.{0,12}$/i.test(heading)
}

/** The box from a heading to the end of its scope begins with the heading: a section of its own. */
function startsBox(text: PageText, index: number, scope: number): boolean {
  let box = text.boxes[(text.blocks[index] as Block).box]
  while (box && box.last < scope) box = text.boxes[box.parent]
  return box !== undefined && box.first === index && box.parent > 0
}

/** How many characters of prose stand before each block. */
function proseBefore({ blocks }: PageText): number[] {
  let sum = 0
  const before = [0]
  for (const { text, linked } of blocks) {
    if (text.length >= 100 && linked <= 0.5) sum += text.length
    before.push(sum)
  }
  return before
}

/** A section that makes up most of the page's prose is no side column, whatever its heading. */
function holdsTheText(before: number[], from: number, to: number): boolean {
  const all = before.at(-1) ?? 0
  return all > 0 && (before[to + 1] ?? all) - (before[from] ?? 0) > all * 0.6
}

/** For each level the first heading of it, or of a greater one, from each block on. */
function nextHeadings({ blocks }: PageText): Int32Array[] {
  const next = Array.from({ length: 8 }, () => new Int32Array(blocks.length + 1).fill(blocks.length))
  for (let i = blocks.length - 1; i >= 0; i--) {
    const { role, level } = blocks[i] as Block
    for (let most = 1; most < next.length; most++) {
      const at = next[most] as Int32Array
      at[i] = role === 'heading' && level <= most ? i : (at[i + 1] as number)
    }
  }
  return next
}

function nextHeading({ blocks }: PageText, next: Int32Array[], above: number[], index: number): number {
  const own = blocks[index] as Block
  const at = next[own.role === 'heading' ? Math.min(own.level, 7) : 7] as Int32Array
  let found = at[index + 1] as number
  while (found < blocks.length && above[found] === index) found = at[found + 1] as number
  return found
}

/** A fixture as many boxes out says nothing of what a block is. */
const tooFar = 12

/** How many boxes out from each box the nearest fixture of the page is; 0 where it is one itself. */
function fixturesAround({ boxes }: PageText): Int32Array {
  const steps = new Int32Array(boxes.length)
  for (let i = 0; i < boxes.length; i++) {
    const { name, first, last, parent } = boxes[i] as Box
    const isFixture = name !== '' && last - first < 40 && isFixtureName(name)
    steps[i] = isFixture ? 0 : (steps[parent] ?? tooFar) + 1
  }
  return steps
}

function byBox({ boxes }: PageText, innermost: number, fixtures: Int32Array): string | undefined {
  const { landmark } = boxes[innermost] as Box
  if (landmark === 'nav') return 'a menu'
  if (landmark === 'footer') return 'the footer'
  if (landmark === 'noscript' || landmark === 'form') return 'a form or notice'
  return (fixtures[innermost] as number) < tooFar ? 'a fixture of the page' : undefined
}

const isArchive = once((said) => /^[\p{L}.]{3,12} (?:19|20)\d\d(?: ?\(\d+\))?$/u.test(said))
const isLegal = once((said) => legal.test(said))
const isFixtureName = once((name) => fixture.test(name))
