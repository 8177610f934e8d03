import { distance } from 'fastest-levenshtein'
import type { Words } from './words.ts'

/** Words that nearly every title has say little. */
const common = new Set(['session', 'meeting', 'open', 'ended', 'intergovernmental'])

/**
 * How alike two titles are, 0 to 1: shared words, slips of typing forgiven. Differing numbers, ordinals or years are a veto (0), because
 * the 60th and the 61st session differ in nothing else; numbers that only one of them has are not.
 */
export function likeness(a: Words, b: Words): number {
  return numbersDiffer(a, b) ? 0 : wordLikeness(a, b)
}

/** Whether each title has a number or year that the other has not. */
export function numbersDiffer(a: Words, b: Words): boolean {
  return apart(a.numbers, b.numbers) || apart(a.years, b.years)
}

/** {@link likeness} without the veto of numbers. */
export function wordLikeness(a: Words, b: Words): number {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  const left = new Set(long)
  let shared = 0
  const unmatched: string[] = []
  for (const word of short) {
    if (left.delete(word)) shared += weight(word)
    else unmatched.push(word)
  }
  for (const word of unmatched) {
    for (const other of left) {
      if (!slip(word, other)) continue
      left.delete(other)
      shared += weight(word)
      break
    }
  }
  const small = sum(short)
  const total = small + sum(long)
  if (!shared || !total) return 0
  const alike = 0.6 * ((2 * shared) / total) + 0.4 * (shared / Math.min(small, total - small))
  return Math.min(1, apartMarks(a, b) ? alike * 0.6 : alike)
}

function slip(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  if (length < 5 || Math.abs(a.length - b.length) > 2) return false
  return distance(a, b) <= (length < 8 ? 1 : 2)
}

function weight(word: string): number {
  return common.has(word) ? 0.3 : 1
}

function sum(words: string[]): number {
  let total = 0
  for (const word of words) total += weight(word)
  return total
}

function apart(a: Set<number>, b: Set<number>): boolean {
  if (!a.size || !b.size) return false
  return !isSubset(a, b) && !isSubset(b, a)
}

function isSubset(a: Set<number>, b: Set<number>): boolean {
  for (const item of a) if (!b.has(item)) return false
  return true
}

function apartMarks(a: Words, b: Words): boolean {
  if (a.marks.size !== b.marks.size) return true
  for (const mark of a.marks) if (!b.marks.has(mark)) return true
  return false
}
