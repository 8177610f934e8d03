/**
 * Every match of a global expression in a text, in order; none of its matches may be empty. Unlike `String.matchAll` it does not copy the
 * expression for each text, which costs more than searching most lines.
 */
export function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}
