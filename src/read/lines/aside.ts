import type { Phrase } from '../identity/phrases.ts'

/** `following the conclusion of the session on 5 May` and `on the sidelines of the session` tell when another meeting is. */
export function isBefore(text: string, { index }: Phrase): boolean {
  return /\b(?:(?:following|after) the (?:conclusion|closing|close|end|completion)|(?:on|in|at) the (?:sidelines|margins|fringes)) of (?:the |its )?$/i.test(
    text.slice(Math.max(0, index - 50), index),
  )
}

/** `gather in Vienna – and in virtual events – for the Conference`: what stands between dashes is said by the way. */
export function isAside(text: string, { index, length }: Phrase): boolean {
  return (
    /\s[–—-]\s(?:and |also |or )[^.;–—]{0,30}$/.test(text.slice(Math.max(0, index - 40), index)) &&
    /^[^.;–—]{0,40}\s[–—-]\s/.test(text.slice(index + length, index + length + 50))
  )
}

/** What a sentence says that something is: `The briefing is the only regular forum`. */
export function isPredicate(text: string, { index }: Phrase): boolean {
  return /\b(?:is|are|was|were)\s+(?:the|an?|one of the|our)\s+(?:\p{Ll}+\s+){0,2}$/iu.test(
    text.slice(Math.max(0, index - 40), index),
  )
}
