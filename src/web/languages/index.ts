import { type Language, languages, wordsOf } from '../../publish/index.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import type { Counted, PageWords } from './words.ts'
import { zh } from './zh.ts'

export type { PageWords, Program } from './words.ts'

const pageWords = { en, fr, es, ru, ar, zh } as const satisfies Record<Language, PageWords>

/** Every language, by its code. */
export const languageCodes = Object.keys(languages) as Language[]

/** What pages say in a language. */
export function pageWordsOf(language: Language): PageWords {
  return pageWords[language]
}

/** The language of ours that a reader likes best by its browser's word (RFC 9110 section 12.5.4); English when it names none of ours. */
export function preferredLanguage(accepted: string | undefined): Language {
  const wishes = (accepted ?? '').split(',').map((item) => {
    const [tag = '', weight] = item
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/)
    return { code: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 }
  })
  const known = wishes.filter(({ code, weight }) => weight > 0 && languageCodes.includes(code as Language))
  return (known.sort((a, b) => b.weight - a.weight)[0]?.code as Language | undefined) ?? 'en'
}

/** A number of things in words, in the form that the language has for that number. */
export function counted(forms: Counted, count: number, language: Language): string {
  const { locale } = wordsOf(language)
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other
  return form.replace('#', new Intl.NumberFormat(locale).format(count))
}
