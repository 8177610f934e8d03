import { FetchError } from './error.ts'

/** What a body is, by its first bytes, where the header does not say or cannot be believed. */
const signatures: [start: string, type: string][] = [
  ['%PDF', 'application/pdf'],
  ['PK\x03\x04', 'application/zip'],
  ['\x89PNG', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
  ['\xd0\xcf\x11\xe0', 'application/msword'],
  ['\x1f\x8b', 'application/gzip'],
  ['BEGIN:VCALENDAR', 'text/calendar'],
]

/** What people call what is not a page. */
const names: [type: RegExp, name: string][] = [
  [/pdf/, 'a PDF document'],
  [/^image\//, 'an image'],
  [/^(audio|video)\//, 'a recording'],
  [/^font\//, 'a font'],
  [/zip|x-tar|x-7z|rar/, 'an archive'],
  [/word|officedocument|opendocument|ms-excel|powerpoint|rtf/, 'an office document'],
]

const readable = /^text\/|[/+](?:xml|json)$|^application\/(?:ld\+json|ics|calendar)$/

/** The media type of a body, without parameters, in lower case; found in the bytes where the header says nothing. */
export function mediaType(header: string | undefined, bytes: Buffer): string {
  const start = bytes
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  const found = signatures.find(([signature]) => start.startsWith(signature))?.[1]
  const said = /^[\w.+-]+\/[\w.+-]+/.exec(header?.trim().toLowerCase() ?? '')?.[0]
  // A document that calls itself a page is still a document.
  if (found && !readable.test(found)) return found
  if (said && !/octet-stream|^binary|^application\/(?:force-)?download$|^unknown/.test(said)) return said
  return found ?? (start.startsWith('<') ? 'text/html' : /^[[{]/.test(start) ? 'application/json' : 'text/plain')
}

/** The charset parameter of a Content-Type header, in lower case. */
export function charset(header: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(header ?? '')?.[1]?.toLowerCase()
}

/** Throws {@link FetchError} when there is nothing in a body, or when it is no text: an image, an archive, a document. */
export function refuseNoText(url: string, type: string, bytes: Buffer, status: number): void {
  if (/^(?:\xef\xbb\xbf)?[\s\0]*$/.test(bytes.subarray(0, 4096).toString('latin1')) && bytes.length < 4096)
    throw new FetchError(url, `${url} was answered with an empty page.`, { status })
  if (readable.test(type)) return
  const name = names.find(([pattern]) => pattern.test(type))?.[1] ?? `a file of the type ${type}`
  throw new FetchError(url, `${url} is ${name}, not a page.`, { status })
}
