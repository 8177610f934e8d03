import { type Kind, slug } from '../../event/index.ts'
import { matches } from '../matches.ts'
import { once } from '../once.ts'
import { type Ordinal, ordinals } from './ordinals.ts'

const counted =
  /^[\s,]*(?:[\p{L}\d'’()/&-]+\s+){0,9}?(?:sessions?|meetings?|conference|congress|forum|dialogue|consultations?|CCPCJ|CND|COP|Co?SP|IRG|HRC|UNTOC|symposium|assembly|réunion|intersession|период|сесси[яию]|совещани[еяй]|заседани[еяй]|período|[次届屆])/iu

const attached = /\b(?:CoSP|COSP|COP|CND|CCPCJ|BMS|HRC|IRG|AHC)[ -]?(\d{1,2})(?!\d)/

export function numbers(own: string, kind: Kind): { session?: number; part?: string } {
  if (kind === 'side-event') return {}
  const counts = countsOf(own)
  const ofSession = ofFirstSession(own)
  const main = ofSession ?? counts[0]
  const other = counts.find((count) => count !== main)
  const session = main?.value ?? digits(own) ?? atEnd(own, kind)
  const part = partIn(own, kind, ofSession && other && (kind === 'intersessional' || kind === 'thematic') ? other : undefined)
  // Each region has a preparatory meeting of its own for one session: without its region none can be told from the others.
  if (part === 'regional-preparatory') return {}
  return { ...(session === undefined ? {} : { session }), ...(part ? { part } : {}) }
}

const countsOf = once((own) =>
  ordinals(own).filter(
    ({ index, length }) =>
      /\b(?:reconvened|resumed)\s$|(?:الدورة|دورتها|الجلسة|الاجتماع)\s$/i.test(own.slice(0, index)) ||
      counted.test(own.slice(index + length, index + length + 120)),
  ),
)

/** The ordinal of the first session a title names: the one right before the word, as in `first resumed fifteenth session`. */
const ofFirstSession = once((own): Ordinal | undefined => {
  const counts = countsOf(own)
  const nouns = counts.map(({ index, length }) => {
    const after = /^[\s,]*(?:[\p{L}-]+\s+){0,2}?sessions?\b/iu.exec(own.slice(index + length, index + length + 80))
    return after ? index + length + after[0].length : -1
  })
  const first = nouns.find((end) => end >= 0)
  return first === undefined ? undefined : counts[nouns.lastIndexOf(first)]
})

/** `Working Group on Asset Recovery 15th`. */
function atEnd(own: string, kind: Kind): number | undefined {
  const isGroup = kind === 'working-group' || kind === 'review-group' || kind === 'expert-meeting'
  const last = isGroup ? ordinals(own).at(-1) : undefined
  return last && last.index + last.length === own.trimEnd().length ? last.value : undefined
}

function digits(own: string): number | undefined {
  const match = attached.exec(own)
  return match ? Number(match[1]) : undefined
}

const qualifier =
  /\b(?:(?:(?:first|second|third|fourth|continued|further)\s+)?(?:resumed|reconvened|continued)(?!\s+(?:by|on|in|until))|organi[sz]ational|on organi[sz]ational matters|special|extraordinary|concluding|high-level segment|ministerial segment|(?:first|second|third) part|thematic discussions?|regular and reconvened|(?:regional )?preparatory|pre-?session(?:al)?|pre-congress)\b/gi

/** Words after which another meeting is named, beside which this one is held. */
const beside =
  /\b(?:before|ahead of|prior to|following|after|preceding|in preparation (?:of|for)|in advance of|leading up to|(?:on|in) the (?:margins|sidelines|run-up)|in the lead-up)\b/i

const regions: [RegExp, string][] = [
  [/\bWestern Asian?\b|\bArab\b/i, 'western-asia'],
  [/\bAsian?\b|\bPacific\b/i, 'asia-pacific'],
  [/\bAfrican?\b/i, 'africa'],
  [/\bEurope(?:an)?\b/i, 'europe'],
  [/\bLatin Americ|\bCaribbean\b|\bAmericas?\b/i, 'latin-america-caribbean'],
]

const ownPart = once((own) => own.slice(0, own.search(beside) > 0 ? own.search(beside) : own.length))
const qualifiersIn = once((mine) => matches(mine, qualifier).map(([said]) => said))

function partIn(own: string, kind: Kind, count: Ordinal | undefined): string | undefined {
  const mine = ownPart(own)
  const words = [...qualifiersIn(mine)]
  if (/\bpreparatory\b/i.test(mine) && (kind === 'congress' || kind === 'other')) {
    const region = regions.find(([name]) => name.test(mine))?.[1]
    if (region) return `regional-preparatory-${region}`
    if (/\bregional\b/i.test(mine)) return 'regional-preparatory'
  }
  if (count) words.push(String(count.value))
  if (kind === 'reconvened' && words.length === 1 && /^reconvened$/i.test(words[0] as string)) return 'reconvened'
  return words.length > 0 ? slug(words.join(' ')) : undefined
}
