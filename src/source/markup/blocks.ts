import type { Block, Box } from '../text.ts'
import { blockOf } from './block.ts'
import { fold, folding } from './fold.ts'
import { type Frame, type Opens, opened } from './frame.ts'
import { type Head, note } from './head.ts'
import { add, emptyLine, finished, linkEnds, meet, raised, timeIn } from './line.ts'
import { linesOf, longestLine, pieces } from './pieces.ts'
import type { Listener } from './scan.ts'
import { boxOf, closedBy, endedAt, most, rowOf } from './stack.ts'
import { cellIn, reachingIn } from './table.ts'
import { tagOf } from './tags.ts'

const outermost: Pick<Frame, 'role' | 'level' | 'table'> = { role: 'paragraph', level: 0, table: undefined }

/** What was gathered from a page's markup. */
export type Gathered = {
  blocks: Block[]
  boxes: Box[]
  head: Head
  /** The document said that it is over. */
  over: boolean
  /** Elements of structure that were never closed. */
  left: number
}

/** A listener that gathers a page's blocks and boxes, and the call that ends it. Lines end at block elements and at breaks. */
export function gather(): { listener: Listener; end: () => Gathered } {
  const [blocks, boxes, stack]: [Block[], Box[], Frame[]] = [[], [], []]
  const head: Head = { title: '', language: '', base: '', login: false }
  let [over, inTitle, broken] = [false, false, false]
  let beyond = 0
  let line = emptyLine()
  let link: { href: string; from: number } | undefined
  let sup = -1
  const folded = folding()
  const opens: Opens = { names: new Set(), next: false }

  const flush = (byBreak: boolean): void => {
    if (line.words === '' && line.struck === '') {
      if (line.opened) line.times = undefined
    } else {
      const said = finished(line, folded)
      if (said.text !== '' || said.struck !== '') emit(said)
      line = emptyLine()
      if (link) link.from = 0
      sup = -1
    }
    broken = byBreak
  }
  const emit = (said: ReturnType<typeof finished>): void => {
    if (blocks.length >= most.lines) return
    const { role, level, table } = stack.at(-1) ?? outermost
    if (link) linkEnds(line, link, folded)
    if (table?.hasTall && role === 'cell') blocks.push(...reachingIn(table, () => boxOf(rowOf(stack), boxes, blocks.length)))
    const box = boxOf(stack, boxes, blocks.length)
    const block = blockOf(role === 'paragraph' && broken ? 'line' : role, role === 'heading' ? level : 0, said.text, box)
    block.links = line.links
    block.linked = said.linked
    block.times = line.times
    if (said.bold) block.bold = true
    if (said.lead) block.lead = said.lead
    if (said.struck) block.struck = said.struck
    if (table && role === 'cell') cellIn(table, block)
    blocks.push(block)
  }
  const put = (piece: string, frame: Frame | undefined): void => {
    if (frame?.struck) line.struck += piece
    else add(line, piece, frame?.bold ?? false, link !== undefined)
    if (line.words.length + line.struck.length > longestLine) flush(true)
  }
  const popTo = (index: number): void => {
    while (stack.length > index) {
      const frame = stack.at(-1) as Frame
      if (frame.tag.inline) meet(line, frame)
      else flush(false)
      stack.pop()
      if (frame.box >= 0) (boxes[frame.box] as Box).last = blocks.length - 1
    }
  }
  const listener: Listener = {
    open(name, attribute) {
      if (name === 'br' || name === 'hr') return flush(name === 'br')
      note(head, name, attribute)
      if (name === 'title' && head.title === '' && !stack.some(({ tag }) => tag.name === 'svg')) inTitle = true
      const tag = tagOf(name)
      if (tag.empty) return
      if (!tag.inline) {
        const ended = endedAt(stack, tag)
        if (ended >= 0) popTo(ended)
        flush(false)
      }
      if (stack.length >= most.open) {
        beyond++
        return
      }
      const frame = opened(tag, attribute, stack.at(-1), opens)
      if (tag.inline) meet(line, frame)
      stack.push(frame)
      if (name === 'a') link = { href: attribute('href') ?? '', from: line.words.length }
      else if (name === 'sup') sup = line.words.length
      else if (name === 'time') timeIn(line, attribute('datetime'))
    },
    close(name) {
      if (name === 'html' || name === 'body') over = true
      if (name === 'title') inTitle = false
      if (beyond > 0) {
        beyond--
        return
      }
      if (name === 'a' && link) {
        linkEnds(line, link, folded)
        link = undefined
      } else if (name === 'sup' && sup >= 0) {
        raised(line, sup)
        sup = -1
      }
      const index = closedBy(stack, tagOf(name))
      if (index >= 0) popTo(index)
    },
    text(said) {
      if (inTitle) head.title += said
      const frame = stack.at(-1)
      if (frame?.hidden) return
      if (frame?.tag.name === 'pre')
        for (const piece of linesOf(said)) {
          if (blocks.length >= most.lines) return
          if (piece === '\n') flush(true)
          else put(piece, frame)
        }
      else if (said.length <= longestLine) put(said, frame)
      else for (const piece of pieces(said)) put(piece, frame)
    },
  }
  listener.enough = () => blocks.length >= most.lines || boxes.length >= most.boxes
  return {
    listener,
    end() {
      const left = stack.filter(({ tag }) => !tag.inline && !/^(?:p|li|html|body|d[td])$/.test(tag.name)).length
      popTo(0)
      flush(false)
      if (boxes[0]) boxes[0].last = blocks.length - 1
      head.title = fold(head.title.slice(0, 1000))
      return { blocks, boxes, head, over, left }
    },
  }
}
