import { once } from '../../once.ts'

const who =
  /\b(?:NGOs?|non-governmental|civil society|observers?|stakeholders?|ECOSOC|consultative status|members of the public|media representatives)\b/i
const may =
  /\b(?:attend|participat\w+|observers?|admitted|open to|closed to|accredit\w+|eligible|invited|access|welcome|in consultative status)\b/i
const other =
  /\b(?:side event|statement|paper|report|resolution|published|discussed|noted|recalled|thanked|met with|spoke|was|were)\b/i

/** The sentence that says how civil society may attend; undefined where none does. */
export const accessIn = once(sentenceIn)

function sentenceIn(text: string): string | undefined {
  if (!who.test(text) || !may.test(text)) return undefined
  return text
    .split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u)
    .find(
      (sentence) =>
        sentence.length > 30 && sentence.length < 400 && who.test(sentence) && may.test(sentence) && !other.test(sentence),
    )
    ?.trim()
    .slice(0, 300)
}
