/** A stretch of a long text: what begins in `from` to `to` is read here, seeing the text from `start` to `end`. */
export type Window = { start: number; end: number; from: number; to: number }

const stride = 32_768
const margin = 512

/** Windows over a text, so that a line of ten megabytes takes no more memory than a page; a text of ordinary length is one. */
export function* windowsOf(text: string): Generator<Window> {
  if (text.length <= stride * 2) {
    yield { start: 0, end: text.length, from: 0, to: text.length }
    return
  }
  for (let from = 0; from < text.length; ) {
    const to = Math.min(pause(text, from + stride), text.length)
    yield { start: Math.max(0, from - margin), end: Math.min(to + margin, text.length), from, to }
    from = to
  }
}

/** A blank or line end near the place, so that no word is cut where one stands. */
function pause(text: string, place: number): number {
  for (let i = place; i < place + margin && i < text.length; i += 1) {
    if (text.charCodeAt(i) <= 32) return i
  }
  return place
}
