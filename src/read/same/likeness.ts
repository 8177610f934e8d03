import { once } from '../once.ts'

const stopwords = new Set('the a an of on in and for to at de la le un united nations meeting session'.split(' '))

/** How alike two titles are, by their words, 0 to 1. */
export function likeness(a: string, b: string): number {
  const one = wordSet(a)
  const other = wordSet(b)
  if (one.size === 0 || other.size === 0) return 0
  let same = 0
  for (const word of one) if (other.has(word)) same++
  return same / Math.min(one.size, other.size)
}

const wordSet = once(wordsOf)

function wordsOf(title: string): Set<string> {
  return new Set((title.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !stopwords.has(word)))
}
