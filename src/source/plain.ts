import { fold } from './markup/fold.ts'
import { piecesOf } from './markup/pieces.ts'
import { bullet } from './markup/wrapped.ts'
import type { Block, Box, PageText } from './text.ts'

/** A short line in capitals heads what follows. */
const capitals = /^\p{Lu}[\p{Lu} .,&’'-]{3,40}:?$/u

/** As many characters, and lines, as are read of one text. */
const most = { characters: 2_000_000, lines: 60_000 }

/** A plain text (a mail, a message, a pasted list) as blocks: its lines, with empty lines between paragraphs; `|` parts the cells of a row. */
export function text(body: string, url = ''): PageText {
  const blocks: Block[] = []
  const boxes: Box[] = [{ parent: -1, tag: '', name: '', landmark: '', first: 0, last: -1 }]
  let box = -1
  const open = (tag: string, parent: number): number => {
    boxes.push({ parent, tag, name: '', landmark: '', first: blocks.length, last: blocks.length })
    return boxes.length - 1
  }
  let read = 0
  // Two line ends part paragraphs as well as a thousand.
  const taken = body.slice(0, most.characters).replace(/(?:\r\n|[\n\r\u2028\u2029]){3,}/g, '\n\n')
  for (const printed of piecesOf(taken.split(/\r\n|[\n\r\u2028\u2029]/))) {
    if (blocks.length >= most.lines) break
    read += printed.length + 1
    const unquoted = printed.replace(/^(?:\s*>)+/, '')
    const line = fold(unquoted.replace(bullet, ''))
    if (line === '') {
      box = -1
      continue
    }
    if (box < 0) box = open('p', 0)
    const isItem = bullet.test(unquoted)
    const cells = line.split(/\s*[|\t]\s*/).filter((cell) => cell !== '')
    const row = isItem || cells.length > 1 ? open(isItem ? 'li' : 'tr', box) : box
    const said: Block[] = (cells.length > 1 ? cells : [line]).map((words, column) => ({
      role:
        cells.length > 1
          ? 'cell'
          : isItem
            ? 'item'
            : capitals.test(words)
              ? 'heading'
              : blocks.length > (boxes[box] as Box).first
                ? 'line'
                : 'paragraph',
      level: cells.length === 1 && !isItem && capitals.test(words) ? 3 : 0,
      text: words,
      box: row,
      links: addresses(words),
      linked: 0,
      ...(cells.length > 1 ? { column } : {}),
    }))
    blocks.push(...said)
    for (const held of [row, box, 0]) (boxes[held] as Box).last = blocks.length - 1
  }
  const whole: PageText = { blocks, boxes, url, base: '', title: '', language: '', login: false, cut: false }
  return blocks.length >= most.lines || body.length > most.characters
    ? { ...whole, unread: Math.max(1, body.length - read) }
    : whole
}

function addresses(words: string): Block['links'] {
  return [...words.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([address]) => ({
    text: address,
    href: address.replace(/(?<![).,;])[).,;]+$/, ''),
  }))
}
