import type { Issue, Listing } from '../../../event/index.ts'
import { findVague, type PrintedDate } from '../../dates/index.ts'
import { phrases } from '../../identity/phrases.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { isMeeting } from '../../lines/around.ts'
import { cardOf, countDated, nameFor } from '../../lines/cards.ts'
import { isProse, phraseFor } from '../../lines/prose.ts'
import { senseOf } from '../../lines/senses.ts'
import { titleBeside } from '../../lines/titles.ts'
import { viewOf } from '../../lines/view.ts'
import { once } from '../../once.ts'
import { isVague } from '../title.ts'
import { datelessListing, type Outside } from './listing.ts'

const open = /^\W*(?:tbc|tba|tbd|to be (?:confirmed|announced|determined|decided)|(?:one|two|three|\d) days?)\W*$/i
const most = 40

/** Meetings whose days are not printed but for words such as `early May 2026`, `dates to be confirmed`, `(one day)`; never a guessed date. */
export function vagueIn(sheet: Sheet, outside: Outside): { listings: Listing[]; issues: Issue[] } {
  const listings: Listing[] = []
  const issues: Issue[] = []
  const { blocks, url } = sheet.text
  const before = countDated(sheet, (block) => (sheet.dates[block]?.length ?? 0) > 0)
  for (const [index, { text }] of blocks.entries()) {
    if (sheet.frame[index] !== undefined || (sheet.dates[index]?.length ?? 0) > 0 || listings.length >= most) continue
    const said = saidIn(text)
    const name = said && nameAt(sheet, index, said, before)
    if (!said || !name) continue
    const { listing, named } = datelessListing(sheet, { name, block: index, text }, outside)
    if (listing.body === 'OTHER' && !named) continue
    listings.push(listing)
    issues.push({
      sentence: `“${name.slice(0, 80)}”, ${said.date.text}: its days are not printed, on ${url}`,
      url,
      printed: text.slice(0, 300),
    })
  }
  return { listings, issues }
}

function vagueAt(text: string): PrintedDate | undefined {
  const [vague] = open.test(text) ? [{ index: 0, length: text.length, text }] : findVague(text)
  return (
    vague && {
      ...vague,
      precision: 'month',
      ranges: [],
      yearPrinted: false,
      marks: [],
      crossesYear: false,
      consistent: true,
      ambiguous: false,
      holes: [],
    }
  )
}

/** A line with a vague date of a meeting, and the words of its own that name it. */
type Said = { date: PrintedDate; prose: boolean; own: string | undefined }

const saidIn = once((text): Said | undefined => {
  const date = vagueAt(text)
  if (!date) return undefined
  const prose = isProse(text)
  const view = viewOf(text, date, phrases(text, [date]), prose, [date])
  if (senseOf(view).is !== 'meeting') return undefined
  const phrase = prose ? phraseFor(view) : undefined
  return { date, prose, own: prose ? (phrase?.meeting ? phrase.text : undefined) : titleBeside(text, [date], [], 0) }
})

/** The words that name the meeting of a vague date: in its sentence or line, else beside it. */
function nameAt(sheet: Sheet, index: number, { prose, own }: Said, before: number[]): string | undefined {
  const name = own ?? (prose ? undefined : nameFor(sheet, index, cardOf(sheet, index, before))?.text)
  return name && isMeeting(name) && !isVague(name) ? (titleBeside(name, [], [], 0) ?? name) : undefined
}
