import { keptFormat, type Language, languages, type PageWords, pageWordsOf } from '../../../publish/index.ts'
import { feedPath } from '../../feeds/address.ts'
import { preferredLanguage } from '../../language.ts'
import type { Site } from '../../site.ts'

/** Whom a page is written for, and from what. */
export type Reader = {
  site: Site
  language: Language
  words: PageWords
  /** Path of the page, without the query. */
  path: string
  /** The query as it was asked. */
  query: URLSearchParams
  /** The day in Vienna, `YYYY-MM-DD`. */
  today: string
  /** Whether the language stands in the address, so that links must carry it on. */
  said: boolean
  /** Pages written to files have no search, and their language in the path. */
  files: boolean
}

/** The reader of a request: its language by `lang`, else by what the browser says. */
export function readerOf(site: Site, url: string, acceptLanguage: string | undefined): Reader {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const lang = searchParams.get('lang') ?? ''
  const said = Object.hasOwn(languages, lang)
  const language = said ? (lang as Language) : preferredLanguage(acceptLanguage)
  return {
    site,
    language,
    words: pageWordsOf(language),
    path: pathname,
    query: searchParams,
    today: dayInVienna(site.now()),
    said,
    files: site.files !== undefined,
  }
}

/** An address of ours for this reader: the language goes along where it was chosen. Parameters without a value are left out. */
export function link(reader: Reader, path: string, parameters: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value)
  if (reader.files) return filePath(path, reader.language)
  if (reader.said) query.set('lang', reader.language)
  const text = query.toString().replaceAll('%2C', ',')
  return text ? `${path}?${text}` : path
}

/** The address of the feed that holds what these parameters ask for, in the reader's language; as a file it stands beside the pages. */
export function feedLink(
  { files, language }: Reader,
  extension: 'ics' | 'atom' | 'json',
  parameters: Record<string, string | undefined> = {},
): string {
  if (!files) return feedPath(extension, parameters, language)
  const { body = 'all' } = parameters
  return inFolder(`/feeds/${body.includes(',') ? 'all' : body}.${extension}`, language)
}

/** The path of a file in the folder of a language; English has none of its own. */
export function inFolder(path: string, language: Language): string {
  return language === 'en' ? path : `/${language}${path}`
}

/** Where a page is written to; a server of files needs no rules to find it. */
export function filePath(path: string, language: Language): string {
  return inFolder(path.endsWith('/') ? path : `${path}.html`, language)
}

/** This page in another language. */
export function inLanguage(reader: Reader, language: Language): string {
  if (reader.files) return filePath(reader.path, language)
  const query = new URLSearchParams(reader.query)
  query.set('lang', language)
  return `${reader.path}?${query}`
}

/** An instant in words, in Vienna's time. */
export function instantWords({ language }: Reader, instant: string): string {
  return instants(language).format(new Date(instant))
}

/** A day in words, from `YYYY-MM-DD`. */
export function dayWordsOf({ language }: Reader, day: string): string {
  return days(language).format(new Date(`${day}T00:00:00Z`))
}

/** A month in words, from `YYYY-MM`. */
export function monthWords({ language }: Reader, month: string): string {
  return months(language).format(new Date(`${month}-01T00:00:00Z`))
}

/** The day in Vienna, `YYYY-MM-DD`. */
export function dayInVienna(now: Date): string {
  vienna ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Vienna' })
  return vienna.format(now)
}

// Made when first needed: the first one of a process brings megabytes of zones along.
let vienna: Intl.DateTimeFormat | undefined
const instants = keptFormat({ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Vienna' })
const days = keptFormat({ dateStyle: 'full', timeZone: 'UTC' })
const months = keptFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' })
