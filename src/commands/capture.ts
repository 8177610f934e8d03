import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { visitor } from '../engine.ts'
import { slug } from '../event/index.ts'
import { FetchError, toPage } from '../fetch/index.ts'
import { read, toPrinted } from '../read/index.ts'
import { loadSources } from '../sources.ts'
import { UsageError } from './usage.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Fetches a page of a source, saves it for the source's test and prints what is read on it. */
export async function captureCommand(args: string[], environment: Record<string, string | undefined>): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const [id = '', url = '', more] = positionals
  const source = (await loadSources()).find((candidate) => candidate.id === id)
  if (!source || more) throw new UsageError(`There is no source "${id}"; write sources/${id || 'ID'}.ts first.`)
  if (!URL.canParse(url)) throw new UsageError(`"${url}" is no address.`)

  const web = visitor(readConfig(environment))
  try {
    const fetched = await web.fetchPage(url)
    if (fetched.unchanged) throw new FetchError(url, `${url} answered that it is unchanged, though nothing was known of it.`)
    const page = toPage(fetched, new Date().toISOString())
    const captured = page.fetchedAt.slice(0, 10)
    const folder = join(root, 'tests/sources', id)
    const name = fileName(url, page.contentType)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), fetched.bytes)
    const list = join(folder, 'pages.json')
    const pages = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, unknown>) : {}
    writeFileSync(list, `${JSON.stringify({ ...pages, [name]: { url, captured } }, null, 2)}\n`)
    console.log(JSON.stringify(toPrinted(read(page, source, captured)), null, 1))
    console.log(
      `Saved as tests/sources/${id}/${name}. Reduce it to what matters; "npm test" then writes and checks expected.json.`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    console.error(error.message)
    return 1
  } finally {
    await web.close()
  }
}

function fileName(url: string, contentType: string): string {
  const endings: Record<string, string> = {
    'text/calendar': 'ics',
    'application/json': 'json',
    'application/xml': 'xml',
    'text/xml': 'xml',
  }
  const last = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? 'page'
  return `${slug(last.replace(/\.\w+$/, ''))}.${endings[contentType] ?? 'html'}`
}
