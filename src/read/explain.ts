import type { Listing } from '../event/index.ts'
import type { Page, Source } from '../source/index.ts'
import type { Found } from './meeting/from-text.ts'
import { readWhole } from './read.ts'

const width = 160

/** The page's text as it was read, line by line: `+` what was taken, with the meeting and the reason for its year; `-` what was left, and why. */
export function explain(page: Page, source: Source, captured: string): string {
  const { reading, found } = readWhole(page, source, captured)
  const head = [`${page.finalUrl}`, `read as ${source.id}: ${reading.outcome}, ${reading.kind}`, '']
  const lines = found ? head.concat(marked(found), '') : head
  lines.push(`${reading.listings.length} listings:`)
  for (const listing of reading.listings) lines.push(...told(listing))
  for (const { sentence } of reading.issues) lines.push(`! ${sentence}`)
  return lines.join('\n')
}

function marked({ sheet, marks }: Found): string[] {
  const lines: string[] = []
  let hidden = 0
  let reason = ''
  const close = () => {
    if (hidden > 0) lines.push(`  … ${hidden} ${hidden === 1 ? 'line' : 'lines'} left: ${reason}`)
    hidden = 0
  }
  for (const [index, block] of sheet.text.blocks.entries()) {
    const why = sheet.frame[index]
    if (why !== undefined) {
      if (why !== reason) close()
      reason = why
      hidden++
      continue
    }
    close()
    const of = marks.get(index) ?? []
    const sign = of.some(({ taken }) => taken) ? '+' : of.length > 0 ? '-' : ' '
    const depth =
      block.role === 'heading'
        ? '#'.repeat(Math.min(block.level, 6))
        : block.role === 'item'
          ? '•'
          : block.role === 'cell'
            ? '|'
            : ''
    lines.push(`${sign} ${depth ? `${depth} ` : ''}${cut(block.text)}`)
    for (const { taken, why: reasonLeft } of of)
      lines.push(taken ? `      taken: ${briefly(taken)}` : `      left: ${reasonLeft}`)
  }
  close()
  return lines
}

function told(listing: Listing): string[] {
  const { provenance, place, status, notice, key } = listing
  const lines = [
    `* ${briefly(listing)}`,
    `      key ${key}, ${status}${notice ? `, ${notice}` : ''}${place.venue ? `, ${place.venue}` : ''}`,
  ]
  lines.push(`      from: ${cut(provenance.text)}`)
  if (provenance.year && provenance.year !== 'printed') lines.push(`      the year is from: ${provenance.year}`)
  return lines
}

/** What a date that names no days stands for. */
const spans = { day: '', week: 'the week ', month: 'the month ' }

function briefly({ title, when, body, kind, proposed }: Listing): string {
  const days = when
    ? `${spans[when.precision]}${when.start === when.end ? when.start : `${when.start} to ${when.end}`}`
    : 'undated'
  const hours = when?.startTime ? ` ${when.startTime}${when.endTime ? `–${when.endTime}` : ''}` : ''
  return `${days}${hours} · ${cut(title)} · ${body}, ${kind}${proposed ? ' · proposed' : ''}`
}

function cut(text: string): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}
