import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decode, type Page, type Source } from '#source'

/** A page saved for the tests, as it was received on the day `captured` (`YYYY-MM-DD`); `name` is its file in the source's folder. */
export type SavedPage = { name: string; page: Page; captured: string; bytes: Buffer }

const folder = fileURLToPath(new URL('sources', import.meta.url))

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
}

/** The saved pages of a source, in the order of its `pages.json`; of a source with a data file, that file. */
export function savedPages({ id, file }: Pick<Source, 'id' | 'file'>): SavedPage[] {
  if (file) return [savedPage(fileURLToPath(file), `file:${basename(file.pathname)}`, '2026-11-23')]
  const list = join(folder, id, 'pages.json')
  if (!existsSync(list)) return []
  const pages = JSON.parse(readFileSync(list, 'utf8')) as Record<string, { url: string; captured: string }>
  return Object.entries(pages).map(([name, { url, captured }]) => savedPage(join(folder, id, name), url, captured))
}

/** Every saved page of every source by its address; two that claim one address must be the same file. */
export function allSavedPages(): Map<string, SavedPage> {
  const ids = globSync('*/pages.json', { cwd: folder }).map(dirname)
  const all = new Map<string, SavedPage>()
  for (const saved of ids.sort().flatMap((id) => savedPages({ id }))) {
    const other = all.get(saved.page.url)
    if (other && !other.bytes.equals(saved.bytes)) throw new Error(`Two different pages are saved for ${saved.page.url}.`)
    all.set(saved.page.url, saved)
  }
  return all
}

/** The Content-Type a saved page is served with. */
export function typeOf(name: string): string {
  return types[extname(name)] ?? 'text/html; charset=utf-8'
}

function savedPage(path: string, url: string, captured: string): SavedPage {
  const bytes = readFileSync(path)
  const name = basename(path)
  const contentType = typeOf(name)
  const page: Page = {
    url,
    finalUrl: url,
    body: decode(bytes, contentType),
    contentType: contentType.split(';')[0] ?? contentType,
    fetchedAt: `${captured}T00:00:00.000Z`,
    snapshot: createHash('sha256').update(bytes).digest('hex'),
  }
  return { name, page, captured, bytes }
}
