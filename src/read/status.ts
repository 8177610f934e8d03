import type { Notice, Status } from '../event/index.ts'
import { once } from './once.ts'

/** What words say of a meeting besides what, when and where. */
export type Said = { status?: Status; notice?: Notice; note?: string }

const superseded =
  /\b(?:originally|initially|previously|first) (?:scheduled|planned|foreseen|set|due|to be held)|\bhad been (?:scheduled|planned)\b|\bwas (?:scheduled|planned) (?:to|for)\b|\binstead of\b|\breplac(?:es|ing)\b|\bpostponed from\b|\brescheduled from\b|\bmoved from\b|\boriginal dates?\b|\bnew dates? (?:will|to) be\b|initialement prévue?|inicialmente prevista/i
const cancelled =
  /\bcancell?ed\b|\bcancell?ation\b|\bwill not (?:take place|be held)\b|\bannulée?\b|\bcancelad[ao]\b|отмен[её]н|取消|أُ?لغي/i
const postponed =
  /\bpostponed\b|\bpostponement\b|\bdeferred\b|\breportée?\b|\baplazad[ao]\b|\bpospuest[ao]\b|перенесен|отложен|推迟|تأج[يِ]?ل|إرجاء/i
const tentative =
  /\btentative(?:ly)?\b|\bprovisional(?:ly)?\b(?! (?:agenda|organi[sz]ation|list|programme|calendar of documents))|\bto be confirmed\b|\btbc\b|\bt\.b\.c\.|\bproposed dates?\b|\benvisaged\b|\bplanned (?:for|dates)\b|\bexpected to (?:be held|take place)\b|\bsubject to (?:confirmation|change|approval)\b|\bforeseen\b|\bdates? (?:not yet|to be) confirmed|à confirmer|\bpor confirmar\b|\bprovisoire|предварительн|暂定|مبدئي/i

/** What was planned once says nothing of what is: `(initially planned for 15-19 June 2020)`. */
export const former =
  /\b(?:originally|initially|previously|formerly|first|earlier) (?:tentatively |provisionally )?(?:scheduled|planned|foreseen|envisaged|expected|proposed)\b(?: (?:for|on|from|to be held))?/gi

/** A word that everything has that is said of a status. */
const maySay =
  /postpon|rescheduled|moved|deferred|cancel|will not|annul|отмен|取消|لغي|reporté|aplazad|pospuest|перенесен|отложен|推迟|تأج|إرجاء|tentative|provisional|confirm|tbc|t\.b\.c|proposed|envisaged|planned|expected to|subject to|foreseen|provisoire|предварительн|暂定|مبدئي|online format/i

/** Whether words may say more of a meeting than what, when and where: most say none of it. */
export const maySayMore = once((words) => maySay.test(words))

/** Status and notice as the words say them; without such words the meeting stands. */
export const saidOf = once(said)

function said(text: string): Said {
  if (!maySayMore(text)) return {}
  if (
    /\b(?:postponed|rescheduled|moved|deferred)\s+(?:from\b[^.;]{1,60}\s)?to\b(?! be| an? (?:[\w-]+ ){0,4}(?:later|undetermined|undecided|unspecified|unknown|future)\b)/i.test(
      text,
    )
  )
    return { notice: 'rescheduled' }
  if (cancelled.test(text)) return { status: 'cancelled' }
  if (
    postponed.test(text) &&
    (!superseded.test(text) || /\bpostponed\b[^.]{0,40}\b(?:until further|indefinitely|to a later|new dates?)/i.test(text))
  )
    return { notice: 'postponed' }
  if (tentative.test(text.replace(former, ' '))) return { status: 'tentative' }
  if (/\bmoved online\b|\bheld in an online format\b/i.test(text)) return { notice: 'moved-online' }
  return {}
}

const mark =
  /[([]\s*(?:(postponed|deferred|reportée?s?|aplazad[ao]s?|pospuest[ao]s?|перенес[её]н[аоы]?|отложен[аоы]?|推迟|延期|تأجلت?|مؤجلة?)|cancell?ed|annulée?s?|cancelad[ao]s?|отмен[её]н[аоы]?|取消|ألغيت?)\s*[)\]]/iu

/** What a mark in brackets says of the title it stands in, whatever the text below tells: `Forum on Financing [Postponed]`. */
export const markOf = once((title): Said | undefined => {
  const found = mark.exec(title)
  return found ? (found[1] ? { notice: 'postponed' } : { status: 'cancelled' }) : undefined
})

/** What words say of a meeting that will not be on its date. */
export function putOff(text: string): 'postponed' | 'cancelled' | undefined {
  return postponed.test(text) ? 'postponed' : cancelled.test(text) ? 'cancelled' : undefined
}

/** True when words give dates that hold no more: `originally scheduled for 20-27 April 2020`. */
export function isSuperseded(before: string, after: string): boolean {
  return (
    superseded.test(before) ||
    /[(,;]\s*(?:previously|formerly|originally|initially|before|was|were|old dates?|not)\s*:?\s*$/i.test(before.slice(-40)) ||
    /^[^.;]{0,60}\b(?:was|were|has been|have been|and)\s+(?:\w+ )?(?:postponed|cancell?ed|rescheduled)\b/i.test(after)
  )
}
