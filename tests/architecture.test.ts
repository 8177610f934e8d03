import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Each room with the rooms it may import; the hall (src/*.ts and its own folders) may import all.
const stairs: Record<string, string[]> = {
  event: [],
  source: ['event'],
  read: ['event', 'source'],
  reconcile: ['event', 'source'],
  publish: ['event', 'source', 'languages'],
  fetch: ['event', 'source', 'read', 'reconcile', 'publish'],
  store: ['event', 'source', 'read', 'reconcile', 'publish'],
  web: ['event', 'source', 'read', 'reconcile', 'publish', 'store', 'fetch'],
}

// What a quiet room may not touch: `now` and chance are arguments there.
const loud =
  /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|from 'node:(fs|http|https|net|dns|child_process)|\bprocess\.|Temporal\.Now|randomUUID/

const files = globSync('{src,sources}/**/*.ts')
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '')
const roomOf = (file: string) => /^src\/(\w+)\/|^(languages)\//.exec(file)?.slice(1).join('') ?? ''

test('imports point down the stairs only', () => {
  const wrong = files.flatMap((file) => {
    const allowed = stairs[roomOf(file)]
    if (!allowed) return []
    return importsOf(file)
      .filter((path) => path.startsWith('.') || path === '#source')
      .map((path) => (path === '#source' ? 'source' : roomOf(new URL(path, `file:///${file}`).pathname.slice(1))))
      .filter((room) => room !== roomOf(file) && !allowed.includes(room))
      .map((room) => `${file} imports ${room || 'the hall'}`)
  })
  expect(wrong).toEqual([])
})

test('sources take everything through one door', () => {
  const wrong = files
    .filter((file) => file.startsWith('sources/'))
    .flatMap((file) => importsOf(file).filter((path) => path !== '#source'))
  expect(wrong).toEqual([])
})

test('languages take everything through one door; each is one file, named in the list', () => {
  const [list = '', ...each] = globSync('languages/*').sort(
    (a, b) => Number(b.endsWith('index.ts')) - Number(a.endsWith('index.ts')),
  )
  expect(each.flatMap((file) => importsOf(file).filter((path) => path !== '#language'))).toEqual([])
  const names = each.map((file) => /^languages\/([a-z]{2,3})\.ts$/.exec(file)?.[1] ?? file).sort()
  expect(
    importsOf(list)
      .flatMap((path) => /^\.\/(.*)\.ts$/.exec(path)?.[1] ?? [])
      .sort(),
  ).toEqual(names)
  const room = files.filter((file) => file.startsWith('src/') && importsOf(file).some((path) => path.includes('/languages/')))
  expect(room).toEqual(['src/publish/words/language.ts'])
})

test('quiet rooms touch neither network, disk, clock nor chance', () => {
  const quiet = files.filter((file) => ['event', 'source', 'read', 'reconcile', 'publish'].includes(roomOf(file)))
  expect(quiet.filter((file) => loud.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('a file has at most 150 lines', () => {
  expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 151)).toEqual([])
})

test('names that say nothing are not used for files', () => {
  const empty = /(^|[/-])(utils?|helpers?|common|manager|service|handler|base|abstract|data|info|process)\.ts$/
  expect(files.filter((file) => empty.test(file))).toEqual([])
})
