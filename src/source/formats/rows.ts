import type { Extract, RawListing } from '../raw.ts'
import { field, type Json, parseJson } from './json.ts'

const texts = [
  'id title start end timezone location status notice body kind url description organizer printed group part format precision startTime endTime',
].flatMap((names) => names.split(' ')) as (keyof RawListing)[]

/**
 * Reads a data file: tab-separated lines under a line of column names, or a JSON array of objects. Columns are the fields of
 * {@link RawListing} by name; `columns` renames others (`{ date_from: 'start' }`). Lines that start with `#` are comments.
 */
export function rows(options: { columns?: Record<string, keyof RawListing> } = {}): Extract {
  return (page) => {
    const issues: string[] = []
    const listings: RawListing[] = []
    const records = /^\s*[[{]/.test(page.body) ? objects(page.body) : lines(page.body)
    if (!records) return { listings, issues: [`${page.finalUrl} is no table that can be read`] }
    for (const [index, record] of records.entries()) {
      const listing: Partial<Record<string, string | number>> = {}
      for (const [column, value] of record) {
        const name = options.columns?.[column] ?? column
        if (value === '') continue
        if (name === 'session') listing.session = Number(value)
        else if ((texts as string[]).includes(name)) listing[name] = value
      }
      if (listing.title) listings.push(listing as unknown as RawListing)
      else issues.push(`row ${index + 1} of ${page.finalUrl} has no title`)
    }
    return issues.length > 0 ? { listings, issues } : { listings }
  }
}

function lines(body: string): Map<string, string>[] | undefined {
  const said = body.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const names = said[0]?.split('\t').map((name) => name.trim())
  if (!names || names.length < 2) return undefined
  return said.slice(1).map((line) => new Map(line.split('\t').map((value, i) => [names[i] ?? '', value.trim()])))
}

function objects(body: string): Map<string, string>[] | undefined {
  const said = parseJson(body)
  const list = Array.isArray(said)
    ? said
    : [field(said, 'events'), field(said, 'results'), field(said, 'items')].find(Array.isArray)
  if (!Array.isArray(list)) return undefined
  return list.map(
    (item) =>
      new Map(
        typeof item === 'object' && item !== null ? Object.entries(item).map(([name, value]) => [name, word(value as Json)]) : [],
      ),
  )
}

function word(value: Json): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
