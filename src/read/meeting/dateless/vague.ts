import type { Identity, Issue, Listing } from '../../../event/index.ts'
import type { Block } from '../../../source/index.ts'
import { findVague, type PrintedDate, type VagueDate } from '../../dates/index.ts'
import { phrases } from '../../identity/phrases.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { isMeeting } from '../../lines/around.ts'
import { cardOf, countDated, nameFor } from '../../lines/cards.ts'
import { isProse, phraseFor } from '../../lines/prose.ts'
import { senseOf } from '../../lines/senses/senses.ts'
import { titleAlone, titleBeside } from '../../lines/titles.ts'
import { viewOf } from '../../lines/view.ts'
import { once } from '../../once.ts'
import { isVague } from '../title.ts'
import { datelessListing, type Outside } from './listing.ts'
import { findPutOff } from './put-off.ts'

const open = /^\W*(?:tbc|tba|tbd|to be (?:confirmed|announced|determined|decided)|(?:one|two|three|\d) days?)\W*$/i
const most = 40

/** A meeting without days, the block that says so, and the issue that tells a person. */
type Vague = { listing: Listing; block: number; issue: Issue }

/** Meetings whose days are not printed but for words such as `early May 2026`, `dates to be confirmed`, `(one day)`, `postponed until further notice`; never a guessed date. */
export function vagueIn(sheet: Sheet, outside: Outside): Vague[] {
  const found: Vague[] = []
  const { blocks, url } = sheet.text
  const before = countDated(sheet, (block) => (sheet.dates[block]?.length ?? 0) > 0)
  for (let index = 0; index < blocks.length && found.length < most; index++) {
    if (sheet.frame[index] !== undefined || (sheet.dates[index]?.length ?? 0) > 0) continue
    const { text } = blocks[index] as Block
    const said = saidIn(text)
    const name = said && nameAt(sheet, index, said, before)
    if (!said || !name) continue
    const { listing, named } = datelessListing(sheet, { name, block: index, text }, outside)
    if (listing.body === 'OTHER' && !named) continue
    if (said.off === 'cancelled') listing.status = 'cancelled'
    else if (said.off) listing.notice = 'postponed'
    const issue = {
      sentence: `“${name.slice(0, 80)}”, ${said.date.text}: its days are not printed, on ${url}`,
      url,
      printed: text.slice(0, 300),
    }
    found.push({ listing, block: index, issue })
  }
  return found
}

/** Whether a block speaks of a meeting without days that is none of those that have them, or is not this one: what it says is said of another. */
export type IsOfOther = (block: number, identity?: Identity) => boolean

/** Tells the blocks that speak of others. */
export function ofOthers(vague: Vague[], dated: { identity: Identity }[]): IsOfOther {
  const said = new Map(vague.map(({ block, listing }) => [block, listing]))
  return (block, identity) => {
    const listing = said.get(block)
    if (!listing) return false
    return identity ? !mayBeOne(identity, listing) : !dated.some((one) => mayBeOne(one.identity, listing))
  }
}

/** Puts off the meeting with days of which `this side event is cancelled` is said: that of its body and kind, where it is the only one. */
export function putsOff({ listing, block }: Vague, sheet: Sheet, dated: { listing: Listing }[]): boolean {
  if (listing.status === 'confirmed' && !listing.notice) return false
  if (!pointsAt.test(sheet.text.blocks[block]?.text ?? '')) return false
  const meant = dated.filter(({ listing: { body, kind } }) => body === listing.body && kind === listing.kind)
  if (new Set(meant.map(({ listing: { when } }) => when?.start)).size !== 1) return false
  for (const one of meant) Object.assign(one.listing, listing.notice ? { notice: listing.notice } : { status: listing.status })
  return true
}

const pointsAt =
  /\b(?:this|our) (?:\p{L}+[ -]){0,2}(?:session|meeting|event|webinar|conference|workshop|consultation|briefing)\b/iu

/** Nothing that both say differs. */
function mayBeOne(a: Identity, b: Identity): boolean {
  const agree = (one: unknown, other: unknown) => one === undefined || other === undefined || one === other
  return a.body === b.body && a.kind === b.kind && agree(a.group, b.group) && agree(a.session, b.session)
}

/** Words in the place of a date, as a date of no days. */
function dayless(words: VagueDate): PrintedDate {
  return {
    ...words,
    precision: 'month',
    ranges: [],
    yearPrinted: false,
    marks: [],
    crossesYear: false,
    consistent: true,
    ambiguous: false,
    holes: [],
  }
}

/** A line with a vague date of a meeting, the words of its own that name it, and whether it is put off. */
type Said = { date: PrintedDate; prose: boolean; own: string | undefined; off?: 'postponed' | 'cancelled' | undefined }

const saidIn = once((text): Said | undefined => {
  const [vague] = open.test(text) ? [{ index: 0, length: text.length, text }] : findVague(text)
  const off = findPutOff(text)
  const words = vague ?? off
  if (!words) return undefined
  const date = dayless({ index: words.index, length: words.length, text: words.text })
  const prose = isProse(text)
  const view = viewOf(text, date, phrases(text, [date]), prose, [date])
  const sense = senseOf(view)
  if (sense.is !== 'meeting' && !(off && sense.is === 'superseded')) return undefined
  const phrase = prose ? phraseFor(view) : undefined
  const own = prose ? (phrase?.meeting ? phrase.text : undefined) : titleBeside(text, [date], [], 0)
  return { date, prose, own, off: off?.is ?? (sense.is === 'meeting' ? sense.off : undefined) }
})

/** The words that name the meeting of a vague date: in its sentence or line, else beside it. */
function nameAt(sheet: Sheet, index: number, { prose, own, off }: Said, before: number[]): string | undefined {
  const name = own ?? (prose ? undefined : nameBeside(sheet, index, before, off !== undefined))
  return name && isMeeting(name) && !isVague(name) ? (titleAlone(name) ?? name) : undefined
}

/** `Postponed` in a line of its own is said of what stands right beside it, and of no other where a date stands between. */
function nameBeside(sheet: Sheet, index: number, before: number[], off: boolean): string | undefined {
  const name = nameFor(sheet, index, cardOf(sheet, index, before))
  if (!name || !off) return name?.text
  const [first, last] = [Math.min(name.block, index), Math.max(name.block, index)]
  return last - first <= 3 && before[last] === before[first] ? name.text : undefined
}
