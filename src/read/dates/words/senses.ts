import { fold } from '../tokens/letters.ts'
import {
  andWords,
  betweenWords,
  countedWords,
  leadWords,
  ofWords,
  ordinalWords,
  referenceWords,
  toWords,
  yearWords,
} from './joints.ts'
import { monthNames, shyMonths } from './months.ts'
import { weekdayNames } from './weekdays.ts'

/** All that a word can mean to the reader of dates; which of it holds, its neighbours tell. */
export type Sense = {
  /** 1-12. */
  month?: number
  /** BCP 47 languages in which it is that month. */
  languages?: string[]
  shy?: 'capital' | 'language'
  /** 1-7, Monday first. */
  weekday?: number
  to?: boolean
  and?: boolean
  between?: boolean
  lead?: boolean
  of?: boolean
  year?: boolean
  reference?: boolean
  counted?: boolean
  /** A date may begin with it. */
  opens?: boolean
}

const senses = build()
const none: Sense = {}

/** The senses of a folded word. */
export function senseOf(word: string): Sense {
  return senses.get(word) ?? none
}

function build(): Map<string, Sense> {
  const table = new Map<string, Sense>()
  const of = (word: string) => {
    const key = fold(word)
    const sense = table.get(key) ?? {}
    table.set(key, sense)
    return sense
  }
  for (const [language, names] of Object.entries(monthNames)) {
    names.split('|').forEach((list, index) => {
      for (const word of list.split(' ')) {
        const sense = of(word)
        sense.month = index + 1
        sense.languages = [...(sense.languages ?? []), language]
        const shy = shyMonths[word]
        if (shy) sense.shy = shy
        // Arabic joins "and" to the word after it.
        if (language === 'ar') of(`و${word}`).month = index + 1
      }
    })
  }
  for (const names of Object.values(weekdayNames)) {
    names.forEach((list, index) => {
      for (const word of list.split(' ')) of(word).weekday = index + 1
    })
  }
  const mark = (words: string, key: 'to' | 'and' | 'between' | 'lead' | 'of' | 'year' | 'reference' | 'counted' | 'opens') => {
    for (const word of words.split(' ')) of(word)[key] = true
  }
  for (const word of table.keys()) {
    of(word).opens = true
    if (word.includes('_')) of(word.slice(0, word.indexOf('_'))).opens = true
  }
  // Ordinals in words, and the signs that begin a Chinese weekday.
  mark(ordinalWords.join(' '), 'opens')
  mark('星 周 週 礼 禮', 'opens')
  mark(toWords, 'to')
  mark(andWords, 'and')
  mark(betweenWords, 'between')
  mark(leadWords, 'lead')
  mark(ofWords, 'of')
  mark(yearWords, 'year')
  mark(referenceWords, 'reference')
  mark(countedWords, 'counted')
  return table
}
