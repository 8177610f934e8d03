import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { decode, type Page } from '#source'
import { explain, generalSource, read, readDateLine, readText, sourceFor, toPrinted } from '../read/index.ts'
import { loadSources } from '../sources.ts'
import { UsageError } from './usage.ts'

/** Reads a saved page, a text or printed dates and prints what it says as JSON; touches no database and no network. */
export async function readCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      captured: { type: 'string' },
      source: { type: 'string' },
      explain: { type: 'boolean' },
      text: { type: 'boolean' },
      dates: { type: 'boolean' },
    },
  })
  if (values.dates) return printDates()
  const [file, more] = positionals
  if (!file || more) throw new UsageError(`read takes one file, and ${file ? 'several were' : 'none was'} given.`)
  const captured = day(values.captured)
  const bytes = readFile(file)
  if (values.text) {
    console.log(JSON.stringify(toPrinted(readText(decode(bytes), { captured, timezone: 'Europe/Vienna' })), null, 1))
    return 0
  }
  const url = values.url ?? ''
  if (!isOfTheWeb(url)) throw new UsageError(`read needs --url with the http or https address of the page, and "${url}" is none.`)
  const page: Page = {
    url,
    finalUrl: url,
    body: decode(bytes),
    contentType: mediaType(file),
    fetchedAt: `${captured}T00:00:00.000Z`,
  }
  const sources = await loadSources()
  const named = sources.find(({ id }) => id === values.source)
  if (values.source && !named)
    throw new UsageError(`There is no source "${values.source}"; there are ${sources.map(({ id }) => id).join(', ')}.`)
  const source = named ?? sourceFor(url, sources) ?? generalSource
  if (values.explain) console.log(explain(page, source, captured))
  else console.log(JSON.stringify(toPrinted(read(page, source, captured)), null, 1))
  return 0
}

/** Answers a JSON object a line on standard input with what is printed in its text. */
function printDates(): number {
  const lines = readFileSync(0, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
  for (const [index, line] of lines.entries()) console.log(JSON.stringify(readDateLine(dateLine(line, index + 1))))
  return 0
}

function dateLine(line: string, number: number): { text: string; year: number | null; language: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new UsageError(`Line ${number} is no JSON.`)
  }
  const { text, year, language } = (value ?? {}) as { text?: unknown; year?: unknown; language?: unknown }
  if (typeof text !== 'string') throw new UsageError(`Line ${number} has no "text".`)
  return { text, year: typeof year === 'number' ? year : null, language: typeof language === 'string' ? language : 'en' }
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = { ENOENT: 'there is none of this name', EISDIR: 'it is a folder', EACCES: 'it may not be opened' }[code ?? '']
    throw new UsageError(`The file ${file} cannot be read: ${why ?? message}.`)
  }
}

function isOfTheWeb(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}

function day(text: string | undefined): string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text) || !isDay(text)) {
    throw new UsageError(
      `read needs --captured with the day on which the page was saved, YYYY-MM-DD, and "${text ?? ''}" is none.`,
    )
  }
  return text
}

/** 30 February is none. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

function mediaType(file: string): string {
  const types: Record<string, string> = {
    ics: 'text/calendar',
    json: 'application/json',
    xml: 'application/xml',
    tsv: 'text/tab-separated-values',
  }
  return types[file.split('.').at(-1) ?? ''] ?? 'text/html'
}
