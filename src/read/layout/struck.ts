import type { Block, PageText } from '../../source/index.ts'

/** Words that say of what is struck out why it is. */
const off =
  /^\W*(?:cancell?ed|called off|postponed|deferred|annulée?|reportée?|cancelad[ao]|aplazad[ao]|pospuest[ao]|отмен[её]н[аоы]?|перенес[её]н[аоы]?|取消|推迟|延期|ألغيت?|تأجلت?)\W*$/iu
const mostInRow = 12

/** A row or line of which only `cancelled` is not struck out is read as written: what is off, and on which days, is told by the words struck. */
export function withStruck(text: PageText): PageText {
  if (!text.blocks.some(({ struck }) => struck)) return text
  const blocks = [...text.blocks]
  for (let index = 0; index < blocks.length; index++) {
    const [first, last] = rowOf(text, index)
    if (last > first && index > first) continue
    const row = text.blocks.slice(first, last + 1)
    const said = row.map((block) => block.text).join(' ')
    if (!row.some(({ struck }) => struck) || !off.test(said)) continue
    for (const [i, block] of row.entries())
      if (block.struck)
        blocks[first + i] = { ...block, text: block.text === '' ? block.struck : `${block.struck} (${block.text})` }
  }
  return { ...text, blocks }
}

/** The blocks of the row of a block, of a few cells; else the block alone. */
function rowOf({ blocks, boxes }: PageText, index: number): [number, number] {
  const block = blocks[index] as Block
  let box = block.role === 'cell' ? boxes[block.box] : undefined
  while (box && box.tag !== 'tr') box = boxes[box.parent]
  return box && box.last - box.first < mostInRow ? [box.first, box.last] : [index, index]
}
