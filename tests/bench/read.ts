import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { load } from 'cheerio'
import type { Figure } from './figure.ts'
import { readOne, sized, varied } from './grown.ts'

const modules = fileURLToPath(new URL('../../src/modules.cjs', import.meta.url))
const grown = new URL('grown.ts', import.meta.url)

/**
 * Reading pages of 500 kB beside parsing them with cheerio, the best of several turns of each, how the cost of a byte grows from 1 to 8 MB,
 * and what 10 MB cost. Pages are grown from saved ones: by the same lines again, and by lines with other days and numbers each time.
 */
export async function readPages(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, what] of [
    ['lines-dates-colon-title', 'a page of menus'],
    ['table-with-header', 'a page that is one dense table'],
  ] as const) {
    for (const [lines, copy] of [
      ['the same lines', (body: string) => body],
      ['lines that all differ', varied],
    ] as const) {
      const small = sized(name, 500_000, copy)
      const times = turns(7, [() => load(small), () => readOne(small)])
      figures.push({
        what: `reading ${what} of 500 kB of ${lines}, parsing it with cheerio being 1`,
        value: (times[1] as number) / (times[0] as number),
        unit: '',
        atMost: 2,
      })
    }
    const [one, eight] = [sized(name, 1_000_000, varied), sized(name, 8_000_000, varied)]
    const more = turns(2, [() => readOne(one), () => readOne(eight)])
    figures.push({
      what: `a byte of ${what} at 8 MB, one at 1 MB being 1`,
      value: (more[1] as number) / (more[0] as number) / 8,
      unit: '',
      atMost: 1.3,
    })
    figures.push(...readLong(name, what))
  }
  return figures
}

/** Reads 10 MB in a program of its own: how long it reads, and the most memory that the whole program takes. */
function readLong(name: string, what: string): Figure[] {
  const program = `import('${grown.href}').then(({ readOnce }) => readOnce('${name}'))`
  const [ms, megabytes] = JSON.parse(
    execFileSync(process.execPath, ['--require', modules, '-e', program], { encoding: 'utf8' }),
  ) as [number, number]
  return [
    { what: `reading ${what} of 10 MB`, value: ms, unit: 'ms', atMost: 2000 },
    { what: `memory of a program that reads ${what} of 10 MB`, value: megabytes, unit: 'MB', atMost: 300 },
  ]
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
