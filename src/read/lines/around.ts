import type { Block } from '../../source/index.ts'
import { namedBodies, shortName } from '../identity/bodies.ts'
import { meetingNouns } from '../identity/kinds.ts'
import { bodyOfHost } from '../identity/names/hosts.ts'
import { pathOf, type Sheet } from '../layout/sheet.ts'
import { once, onceOfEach } from '../once.ts'

/** The headings above a block and the page's title, nearest first: the words that say what it is about. */
export function wordsAround(sheet: Sheet, index: number): string[] {
  const line = lineAbove(sheet, index)
  const under = wordsUnder(sheet)
  const heading = sheet.above[index] ?? -1
  const words = (line ? undefined : under.get(heading)) ?? allAround(sheet, index, line)
  if (!line) under.set(heading, words)
  return words
}

/** Lines under one heading have the same words around them, but for the line that begins their box. */
const wordsUnder = onceOfEach((_: Sheet) => new Map<number, string[]>())

function allAround(sheet: Sheet, index: number, line: string | undefined): string[] {
  const path = pathOf(sheet, index).map(({ text }) => text)
  const top = sheet.top.filter((words) => !path.includes(words))
  const { title, url } = sheet.text
  const all = [...path, ...(line ? [line] : []), ...top, pageTitle(title), addressWords(url), title, hostWords(url)]
  return [...new Set(all)].filter((words) => words !== '')
}

/** The undated line that begins the box of a line, where it names what follows. */
function lineAbove(sheet: Sheet, index: number): string | undefined {
  const { blocks, boxes } = sheet.text
  const box = boxes[(blocks[index] as Block).box]
  const first = box ? blocks[box.first] : undefined
  return box &&
    first &&
    box.first < index &&
    (sheet.dates[box.first]?.length ?? 0) === 0 &&
    first.text.length <= 160 &&
    isMeeting(first.text)
    ? first.text
    : undefined
}

function hostWords(url: string): string {
  const body = bodyOfHost(url)
  return (body && shortName(body)) ?? ''
}

/** The page's own name: its first heading that means a meeting, or its title. */
export function pageName(sheet: Sheet): string | undefined {
  const title = pageTitle(sheet.text.title)
  return [...sheet.top, title].find((words) => isMeeting(words)) ?? sheet.top[0] ?? (title || undefined)
}

/** The title of the document without the name of its site. */
export const pageTitle = once((title) => {
  const parts = title.split(/\s+[|·»–—]\s+|\s+-\s+/)
  return parts.length > 1 && !isMeeting(parts[0] as string) && isMeeting(parts.slice(0, -1).join(' '))
    ? parts.slice(0, -1).join(' – ')
    : (parts[0] ?? '').trim()
})

/** The words of an address: `WG-AssetRecovery/session14` is `WG Asset Recovery session 14`. */
const addressWords = once(wordsIn)

function wordsIn(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  return path
    .replace(/\.\w{2,5}$/, '')
    .replace(/\/(?:unodc|en|fr|es|intro|news|events?|index|home)(?=\/|$)/g, '/')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([a-z])(\d)/gi, '$1 $2')
    .replace(/[/_.-]+/g, ' ')
    .replace(/\bcrimecongress\b/i, 'Crime Congress')
    .replace(/\bad hoc committee\b/i, 'Ad Hoc Committee')
    .trim()
}

/** Words that name a meeting or a body. */
export function isMeeting(words: string): boolean {
  return meetingNouns(words).length > 0 || namedBodies(words).length > 0
}
