import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeSettings } from '../src/config.ts'
import { bodyIds } from '../src/event/index.ts'
import { loadSources } from '../src/sources.ts'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test('every setting stands in the README with its default and meaning', () => {
  const rows = describeSettings().map(
    ({ name, default: value, meaning }) => `| \`${name}\` | ${value ? `\`${value}\`` : ''} | ${meaning} |`,
  )
  expect(rows.filter((row) => !readme.includes(row))).toEqual([])
})

test('every source stands in the README', async () => {
  const sources = await loadSources()
  expect(sources.filter(({ id }) => !readme.includes(`\`${id}\``)).map(({ id }) => id)).toEqual([])
})

test('every body with a feed stands in the README', () => {
  expect(bodyIds.filter((id) => !readme.includes(id.toLowerCase()))).toEqual([])
})

test('every command in the README is a script', () => {
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? '')
  expect(named.filter((name) => !scripts[name])).toEqual([])
})

test('the first screen has the two commands and the feeds', () => {
  const screen = readme.split('\n').slice(0, 40).join('\n')
  expect(
    ['npm ci && npm start', 'npm test', '/feeds/all.ics', '**Add a source**'].filter((words) => !screen.includes(words)),
  ).toEqual([])
})

test('every defence in the README names a test that there is', () => {
  const named = [...readme.matchAll(/^\|[^|]+\|[^|]+\| `([^`|]{20,})` \|$/gm)].map((match) => match[1] ?? '')
  const tests = globSync('tests/**/*.test.ts').map((file) => readFileSync(file, 'utf8'))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => !tests.some((text) => text.includes(`'${name}'`)))).toEqual([])
})

test('of the files that nginx gives out, those of the embed alone may stand in a frame of others', () => {
  const framed = new RegExp(/^map \$uri \$ancestors \{ ~(\S+) \*; default "'none'"; \}/m.exec(readme)?.[1] ?? '')
  const files = ['/', '/embed', '/embed.html', '/fr/embed.html', '/embed/list/cnd.html', '/events/embed.html', '/feeds/all.ics']
  const frames = ['/embed/frame/cnd.html', '/fr/embed/frame/all.html']
  expect([...files, ...frames].filter((file) => framed.test(file))).toEqual(frames)
  expect(readme).toMatch(/^add_header Content-Security-Policy ".+; frame-ancestors \$ancestors" always;$/m)
})
