import { unwrapped } from './wrapped.ts'

/** The longest line of a page that is read whole; longer ones are cut. */
export const longestLine = 4000

/** A text too long for one line, cut after sentences where there are any, else at blanks, else anywhere. */
export function* pieces(said: string): Generator<string> {
  for (let from = 0; from < said.length; ) {
    let to = Math.min(said.length, from + longestLine)
    if (to < said.length) {
      const part = said.slice(from + longestLine / 2, to)
      const cut = Math.max(part.lastIndexOf('. '), part.lastIndexOf('\n'))
      to = from + longestLine / 2 + (cut >= 0 ? cut + 1 : part.lastIndexOf(' ') >= 0 ? part.lastIndexOf(' ') + 1 : part.length)
    }
    yield said.slice(from, to)
    from = to
  }
}

/** The lines of a text set as written, with the breaks between them. */
export function* linesOf(said: string): Generator<string> {
  let isFirst = true
  for (const part of unwrapped(said.split('\n'))) {
    if (!isFirst) yield '\n'
    isFirst = false
    yield* part.length > longestLine ? pieces(part) : [part]
  }
}
