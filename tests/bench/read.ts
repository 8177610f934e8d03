import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { generalSource, read } from '../../src/read/index.ts'
import type { Figure } from './figure.ts'

const pages = new URL('../read/pages/', import.meta.url)

/** Reading pages of 500 kB beside parsing them with cheerio, the best of several turns of each, and how the cost of a byte grows from 1 to 8 MB. */
export async function readPages(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, what] of [
    ['lines-dates-colon-title', 'a page of menus'],
    ['table-with-header', 'a page that is one dense table'],
  ] as const) {
    const small = sized(name, 500_000)
    const times = turns(7, [() => load(small), () => readOne(small)])
    figures.push({
      what: `reading ${what} of 500 kB, parsing it with cheerio being 1`,
      value: (times[1] as number) / (times[0] as number),
      unit: '',
      atMost: 2,
    })
    const [one, eight] = [sized(name, 1_000_000), sized(name, 8_000_000)]
    const grown = turns(2, [() => readOne(one), () => readOne(eight)])
    figures.push({
      what: `a byte of ${what} at 8 MB, one at 1 MB being 1`,
      value: (grown[1] as number) / (grown[0] as number) / 8,
      unit: '',
      atMost: 1.3,
    })
  }
  return figures
}

/** A saved page with its body repeated to a size in bytes. */
function sized(name: string, size: number): string {
  const page = readFileSync(new URL(`${name}.html`, pages), 'utf8')
  const from = page.indexOf('>', page.indexOf('<body')) + 1
  const body = page.slice(from, page.lastIndexOf('</body>'))
  return `${page.slice(0, from)}${body.repeat(Math.ceil(size / body.length))}</body></html>`
}

function readOne(body: string): unknown {
  const url = 'https://www.example.org/2024/meetings'
  return read(
    { url, finalUrl: url, body, contentType: 'text/html', fetchedAt: '2024-01-01T00:00:00Z' },
    generalSource,
    '2024-01-01',
  )
}

/** The least milliseconds of each work, taken in turns so that all meet the same machine. */
function turns(count: number, works: (() => unknown)[]): number[] {
  const least = works.map(() => Number.POSITIVE_INFINITY)
  for (let turn = 0; turn < count; turn++)
    for (const [index, work] of works.entries()) {
      const startedAt = performance.now()
      work()
      least[index] = Math.min(least[index] as number, performance.now() - startedAt)
    }
  return least
}
