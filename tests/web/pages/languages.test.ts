import { afterEach, expect, test } from 'vitest'
import { bodyIds } from '../../../src/event/index.ts'
import { type Language, languageCodes, pageWordsOf, wordsOf } from '../../../src/publish/index.ts'
import { type Served, serve } from '../site.ts'
import { meetings, sources } from './meetings.ts'

/** Every word of a language by its path; what is made by a function as it is made of the same. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'function') return [[path, String(value('1', '2'))]]
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key))
}
/** Languages differ in their forms of a plural, their direction and their own names. */
const shared = (path: string) => !/^(?:own|rtl)$|\.(?:zero|one|two|few|many|other)$/.test(path)
const others = languageCodes.filter((code) => code !== 'en')
const english = new Map(leaves(pageWordsOf('en')))

test.each(others)('%s says all that English says', (language) => {
  const said = leaves(pageWordsOf(language)).map(([path]) => path)
  expect(said.filter(shared).sort()).toEqual([...english.keys()].filter(shared).sort())
  expect(leaves(pageWordsOf(language)).filter(([, words]) => !words.trim())).toEqual([])
})

test.each(others)('no English is left over in %s', (language) => {
  const alike = leaves(pageWordsOf(language)).filter(([path, words]) => words.length > 3 && words === english.get(path))
  // Words that these languages share with English.
  const same: Partial<Record<Language, string[]>> = { fr: ['Pages', 'Source', 'Sources', 'Options', 'dates'] }
  expect(alike.filter(([, words]) => !same[language]?.includes(words))).toEqual([])
})

test.each(['ru', 'ar', 'zh'] as const)('%s is written in its own letters throughout', (language) => {
  const script = { ru: /\p{Script=Cyrillic}/u, ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u }[language]
  const foreign = leaves(pageWordsOf(language)).filter(([path, words]) => path !== 'rtl' && !script.test(words))
  expect(foreign).toEqual([])
  for (const body of bodyIds) expect(wordsOf(language).bodies[body]).toMatch(script)
})

test.each(languageCodes)('plurals of %s have a form for every number', (language) => {
  const { unread } = pageWordsOf(language).source
  for (const form of new Intl.PluralRules(language).resolvedOptions().pluralCategories)
    expect((unread as Record<string, string | undefined>)[form] ?? unread.other).toContain(
      form === 'one' || form === 'two' || form === 'zero' ? '' : '#',
    )
})

let served: Served
afterEach(() => served?.close())

test('a page speaks the language of its address, else that of the browser, else English', async () => {
  served = await serve({ events: meetings, sources })
  const language = async (url: string, accepted?: string) =>
    /<html lang="(..)"/.exec(
      (await served.app.inject({ url, headers: accepted ? { 'accept-language': accepted } : {} })).body,
    )?.[1]
  expect(await language('/?lang=ru', 'fr')).toBe('ru')
  expect(await language('/', 'de, fr-CA;q=0.8, en;q=0.5')).toBe('fr')
  expect(await language('/', 'de')).toBe('en')
  expect(await language('/?lang=xx', 'zh-Hant')).toBe('zh')
  expect(await language('/embed/frame', 'fr')).toBe('en')
})

test('titles stay as their source wrote them, bodies have their official names', async () => {
  served = await serve({ events: meetings, sources })
  const { body } = await served.app.inject('/bodies/ccpcj?lang=fr')
  expect(body).toContain('Commission pour la prévention du crime et la justice pénale')
  expect(body).toContain('Thirty-fifth session of the Commission on Crime Prevention and Criminal Justice')
})
