import { unwrapped } from './wrapped.ts'

/** The longest line of a page that is read whole; longer ones are cut. */
export const longestLine = 4000

/** A text in pieces of at most {@link longestLine}: cut after sentences or items where there are any, else at blanks, else anywhere. */
export function pieces(said: string): string[] {
  if (said.length <= longestLine) return [said]
  const found: string[] = []
  let from = 0
  while (said.length - from > longestLine) {
    const part = said.slice(from + longestLine / 2, from + longestLine)
    const ends = ['. ', '; ', '\n', '>'].map((end) => part.lastIndexOf(end))
    const cut = Math.max(...ends) >= 0 ? Math.max(...ends) : part.lastIndexOf(' ')
    const to = from + longestLine / 2 + (cut >= 0 ? cut + 1 : part.length)
    found.push(said.slice(from, to))
    from = to
  }
  return [...found, said.slice(from)]
}

/** Lines with those that were broken for their length made whole, in pieces. */
export function* piecesOf(lines: Iterable<string>): Generator<string> {
  for (const line of unwrapped(lines)) yield* pieces(line)
}

/** The lines of a text set as written, with the breaks between them. */
export function* linesOf(said: string): Generator<string> {
  let isFirst = true
  for (const line of unwrapped(parted(said))) {
    if (!isFirst) yield '\n'
    isFirst = false
    yield* pieces(line)
  }
}

/** The lines of a text one by one: a list of all might be ten million. */
function* parted(said: string): Generator<string> {
  let from = 0
  for (let end = said.indexOf('\n'); end >= 0; end = said.indexOf('\n', from)) {
    yield said.slice(from, end)
    from = end + 1
  }
  yield said.slice(from)
}
