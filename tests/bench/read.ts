import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { load } from 'cheerio'
import { type Figure, median } from './figure.ts'
import { readOne, sized, varied, withMenus } from './grown.ts'

const modules = fileURLToPath(new URL('../../src/modules.cjs', import.meta.url))
const grown = new URL('grown.ts', import.meta.url)

/**
 * Reading pages of 500 kB beside parsing them with cheerio, the median of several turns of each, how the cost of a byte grows from 1 to 8 MB,
 * and what 10 MB cost. Pages are grown from saved ones: by menus, by the same lines again, by lines with other days and numbers each time.
 */
export async function readPages(): Promise<Figure[]> {
  const figures: Figure[] = [
    besideCheerio('a page of 200 meetings and long menus', withMenus('table-with-header', 500_000, 200)),
    besideCheerio('a page of lines that all differ', sized('lines-dates-colon-title', 500_000, varied)),
    besideCheerio(
      'a page of the same lines',
      sized('lines-dates-colon-title', 500_000, (body) => body),
    ),
    besideCheerio(
      'a page of the same rows',
      sized('table-with-header', 500_000, (body) => body),
    ),
    nothingButMeetings(sized('table-with-header', 500_000, varied)),
  ]
  for (const [name, what] of [
    ['lines-dates-colon-title', 'a page of menus'],
    ['table-with-header', 'a page that is one dense table'],
  ] as const) {
    const [one, eight] = [sized(name, 1_000_000, varied), sized(name, 8_000_000, varied)]
    const more = turns(3, [() => readOne(one), () => readOne(eight)])
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

function besideCheerio(what: string, page: string): Figure {
  const times = turns(25, [() => load(page), () => readOne(page)])
  return {
    what: `reading ${what}, 500 kB, parsing it with cheerio being 1`,
    value: (times[1] as number) / (times[0] as number),
    unit: '',
    atMost: 2,
  }
}

/** On a page that is nothing but meetings, thousands of them, it is their number that costs, not the markup. */
function nothingButMeetings(page: string): Figure {
  const [parsed, spent] = turns(25, [() => load(page), () => readOne(page)]) as [number, number]
  const { listings } = readOne(page)
  return {
    what: `reading a meeting of a page of 500 kB that has ${listings.length} different ones and nothing else`,
    value: (spent * 1000) / listings.length,
    unit: 'µs',
    beside: { what: 'cheerio parses its rows in', value: (parsed * 1000) / listings.length },
    atMost: 250,
  }
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

/** The median milliseconds of each work, taken in turns so that all meet the same machine; as many before them warm it up. */
function turns(count: number, works: (() => unknown)[]): number[] {
  const spent = works.map((): number[] => [])
  for (let turn = -count; turn < count; turn++)
    for (const [index, work] of works.entries()) {
      const startedAt = performance.now()
      work()
      if (turn >= 0) spent[index]?.push(performance.now() - startedAt)
    }
  return spent.map(median)
}
