import { type Counted, type Language, languageCodes, wordsOf } from '../publish/index.ts'

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
