import { languages } from '../../../languages/index.ts'
import type { PageWords } from './pages.ts'
import type { Words } from './words.ts'

export { languages }

/** A code of {@link languages}. */
export type Language = keyof typeof languages

/** The words of a language; English when none is named. */
export function wordsOf(language: Language = 'en'): Words {
  return languages[language]
}

/** What pages and the embed say in a language. */
export function pageWordsOf(language: Language): PageWords {
  return languages[language].pages
}

/** Every language, by its code. */
export const languageCodes = Object.keys(languages) as Language[]
