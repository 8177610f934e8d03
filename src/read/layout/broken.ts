import type { Block, PageText } from '../../source/index.ts'

/** A line of as many characters was broken because it was full. */
const full = 55
const opens =
  /^(?:of|the|and|in|on|from|to|at|for|by|held|is|are|will|be|that|which|with|was|were|as|or|du|de|des|la|le|les|et|au|en|del|los|las|y|que)\s/u
const leads =
  /\s(?:of|the|and|in|on|from|to|at|for|by|held|is|are|will|be|been|that|which|with|was|were|as|or|an?|between|du|de|des|la|le|les|et|au|en|del|los|las|y|que)$/u

/** Joins lines that a break parts in the middle of a sentence (`The Forum will be` / `held from 6 July …`) into the first of them. */
export function unbroken(text: PageText): PageText {
  let blocks: Block[] | undefined
  let first = 0
  for (let i = 1; i < text.blocks.length; i++) {
    const line = (blocks ?? text.blocks)[first] as Block
    const next = text.blocks[i] as Block
    if (next.text === '' || !areBeside(text, line, next) || line.role === 'heading' || !goesOn(line.text, next.text)) {
      first = i
      continue
    }
    blocks ??= [...text.blocks]
    blocks[first] = {
      ...line,
      text: `${line.text} ${next.text}`,
      links: [...line.links, ...next.links],
      linked: Math.min(line.linked, next.linked),
    }
    blocks[i] = { ...next, text: '', links: [] }
  }
  return blocks ? { ...text, blocks } : text
}

/** In one box, or each alone in a box of its own beside the other's, as the lines of a printed document are. */
function areBeside({ boxes }: PageText, line: Block, next: Block): boolean {
  if (line.box === next.box) return true
  const one = boxes[line.box]
  const other = boxes[next.box]
  return (
    one !== undefined &&
    other !== undefined &&
    one.parent === other.parent &&
    one.tag === other.tag &&
    /^(?:div|p|span)$/.test(one.tag) &&
    one.first === one.last &&
    other.first === other.last
  )
}

function goesOn(line: string, next: string): boolean {
  if (line.length > 4000 || /[.:;!?|]$/.test(line) || !/^\p{L}/u.test(next)) return false
  return (
    leads.test(line) ||
    (line.length >= 25 && opens.test(next)) ||
    (line.length >= full && /\p{L}$/u.test(line) && /^\p{Ll}/u.test(next))
  )
}
