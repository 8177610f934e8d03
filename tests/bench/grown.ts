import { readFileSync } from 'node:fs'
import { generalSource, read } from '../../src/read/index.ts'
import type { Reading } from '../../src/read/reading.ts'

const pages = new URL('../read/pages/', import.meta.url)
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

/** A saved page with its body again and again up to a size in bytes, each copy made by `copy` from the body and its number. */
export function sized(name: string, size: number, copy: (body: string, number: number) => string): string {
  const page = readFileSync(new URL(`${name}.html`, pages), 'utf8')
  const from = page.indexOf('>', page.indexOf('<body')) + 1
  const body = page.slice(from, page.lastIndexOf('</body>'))
  const copies = Array.from({ length: Math.ceil(size / body.length) }, (_, number) => copy(body, number))
  return `${page.slice(0, from)}${copies.join('')}</body></html>`
}

/** A page of so many different meetings as a saved table prints them, grown to a size in bytes by a menu of links to other pages. */
export function withMenus(name: string, size: number, meetings: number): string {
  const page = readFileSync(new URL(`${name}.html`, pages), 'utf8')
  const [from, to] = [page.indexOf('<tr', page.indexOf('</thead>')), page.indexOf('</tbody>')]
  const rows = page.slice(from, to)
  const each = rows.split('</tr>').length - 1
  const table = Array.from({ length: Math.ceil(meetings / each) }, (_, number) => varied(rows, number)).join('')
  const links: string[] = []
  for (let length = page.length + table.length; length < size; length += links.at(-1)?.length ?? 1)
    links.push(
      `<li class="menu-item menu-item-type-post_type menu-item-${links.length}"><a href="/en/topics/${links.length}/index.html" class="menu-link">Topic ${links.length}, its partners and publications</a></li>`,
    )
  const main = page.indexOf('<div role="main"')
  return `${page.slice(0, main)}<nav><ul class="mega-menu">${links.join('')}</ul></nav>${page.slice(main, from)}${table}${page.slice(to)}`
}

/** The words of a body with other days, years and session numbers for each number. */
export function varied(body: string, number: number): string {
  return body.replace(/>[^<]+/g, (said) =>
    said
      .replace(/(?<![\d&#])\d{1,2}(?!\d)/g, (day) => String(((Number(day) + number * 3 - 1) % 28) + 1))
      .replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => String(2000 + ((Number(year) + number) % 40)))
      .replace(new RegExp(`\\b(?:${ordinals.join('|')})\\b`, 'gi'), (word) =>
        String(ordinals[(ordinals.indexOf(word.toLowerCase()) + number) % ordinals.length]),
      ),
  )
}

/** Reads a page of 10 MB once and prints the milliseconds it took and the most memory in MB. */
export function readOnce(name: string): void {
  const page = sized(name, 10_000_000, (body) => body)
  const startedAt = performance.now()
  readOne(page)
  console.log(JSON.stringify([performance.now() - startedAt, process.resourceUsage().maxRSS / 1024]))
}

/** What a page tells, read by the general source. */
export function readOne(body: string): Reading {
  const url = 'https://www.example.org/2024/meetings'
  return read(
    { url, finalUrl: url, body, contentType: 'text/html', fetchedAt: '2024-01-01T00:00:00Z' },
    generalSource,
    '2024-01-01',
  )
}
