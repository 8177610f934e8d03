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

/** Walks markup from start to end, or to where it is enough, in linear time without building a tree: how far it came, and whether that is inside a tag. */
export function scan(markup: string, listener: Listener): { inTag: boolean; end: number } {
  let name = ''
  let at = 0
  let inTag = false
  let value = ''
  const names: string[] = []
  const values: string[] = []
  const attribute = (wanted: string) => {
    const index = names.indexOf(wanted)
    return index < 0 ? undefined : values[index]
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
    names.length = 0
    values.length = 0
  }
  const nothing = () => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        inTag = true
        at = start - 1
        name = markup.slice(start, end).toLowerCase()
      },
      onattribname: (start, end) => {
        value = ''
        if (names.length < mostAttributes) names.push(markup.slice(start, end).toLowerCase())
      },
      onattribdata: (start, end) => {
        value += markup.slice(start, end)
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code)
      },
      onattribend: () => {
        if (values.length < names.length) values.push(value)
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => {
        at = start - 2
        listener.close(markup.slice(start, end).toLowerCase(), end + 1)
        rest()
      },
      ontext: (start, end) => {
        listener.text(markup.slice(start, end))
        at = start
        rest()
      },
      ontextentity: (code) => listener.text(String.fromCodePoint(code)),
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
