import { decodeHTML, decodeHTMLAttribute } from 'entities'
import { Tokenizer } from 'htmlparser2'

/** What {@link scan} reports: each start tag, end tag and piece of text, with entities decoded. */
export type Listener = {
  open: (name: string, attribute: (name: string) => string | undefined, at: number) => void
  close: (name: string, at: number) => void
  text: (words: string) => void
  /** Whether the rest is not asked for. */
  enough?: () => boolean
}

const mostAttributes = 60

/** Elements whose text is no markup and has no entities. */
const verbatim = new Set(['script', 'style', 'xmp', 'textarea'])

/** Walks markup from start to end, or to where it is enough, in linear time without building a tree: how far it came, and whether that is inside a tag. */
export function scan(markup: string, listener: Listener): { inTag: boolean; end: number } {
  let name = ''
  let at = 0
  let inTag = false
  let [first, last] = [0, 0]
  /** Where each attribute's name and value begin and end: most are asked for neither. */
  const places = new Int32Array(mostAttributes * 4)
  let filled = 0
  const put = (from: number, to: number) => {
    places[filled++] = from
    places[filled++] = to
  }
  const attribute = (wanted: string) => {
    for (let i = 0; i < filled; i += 4) {
      const from = places[i] as number
      if ((places[i + 1] as number) - from === wanted.length && stands(markup, from, wanted)) {
        const value = markup.slice(places[i + 2], places[i + 3])
        return value.includes('&') ? decodeHTMLAttribute(value) : value
      }
    }
    return undefined
  }
  let end = markup.length
  const rest = () => {
    if (listener.enough?.() !== true) return
    end = Math.min(end, at)
    tokenizer.pause()
  }
  const opened = () => {
    inTag = false
    listener.open(name, attribute, at)
    rest()
    filled = 0
  }
  const nothing = () => {}
  const tokenizer = new Tokenizer(
    // What is said between tags is passed over at once; entities are read where it has any.
    { decodeEntities: false },
    {
      onopentagname: (start, end) => {
        inTag = true
        at = start - 1
        name = markup.slice(start, end).toLowerCase()
      },
      onattribname: (start, end) => {
        first = 0
        last = 0
        if (filled < places.length) put(start, end)
      },
      onattribdata: (start, end) => {
        first = start
        last = end
      },
      onattribentity: nothing,
      onattribend: () => {
        if (filled % 4 === 2) put(first, last)
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => {
        name = ''
        at = start - 2
        listener.close(markup.slice(start, end).toLowerCase(), end + 1)
        rest()
      },
      ontext: (start, end) => {
        const said = markup.slice(start, end)
        listener.text(said.includes('&') && !verbatim.has(name) ? decodeHTML(said) : said)
        at = start
        rest()
      },
      ontextentity: nothing,
      oncdata: (start, end) => listener.text(markup.slice(start, end - 2)),
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(markup)
  tokenizer.end()
  return { inTag, end }
}

/** Whether an ASCII word in lower case stands at a place of the markup, in whatever case. */
function stands(markup: string, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if ((markup.charCodeAt(at + i) | 32) !== word.charCodeAt(i)) return false
  return true
}
