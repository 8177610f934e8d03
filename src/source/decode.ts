import { isUtf8 } from 'node:buffer'

const known =
  /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|latin1|iso-?8859-?(?:[1-8]|8-i|1[03-6])|windows-?(?:874|125[0-8])|cp125[0-8]|koi8-[ru]|gbk|gb2312|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)|macintosh|x-mac-cyrillic|ibm866)$/

/** Bytes to text: by byte-order mark, `Content-Type` header, meta element, validity as UTF-8, else windows-1252. Never throws. */
export function decode(bytes: Uint8Array, contentType?: string): string {
  const whole = isUtf8(bytes) ? bytes : rejoined(bytes)
  return new TextDecoder(charset(whole, contentType)).decode(whole)
}

/** Lines of a calendar may be broken between the bytes of one character (RFC 5545 section 3.1). */
function rejoined(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (!/^[\s\xbb\xbf\xef]*BEGIN:V/i.test(text.slice(0, 200))) return bytes
  return Buffer.from(text.replace(/([\xc2-\xf4][\x80-\xbf]{0,2})\r?\n[ \t](?=[\x80-\xbf])/g, '$1'), 'latin1')
}

function charset(bytes: Uint8Array, contentType?: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const said =
    label(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')) ??
    label(/<meta[^>]{1,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(start)) ??
    label(/^\s*<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w.:-]+)/i.exec(start))
  // A file cut in the middle of a character is still UTF-8; and text that is valid UTF-8 is nothing else, whatever it says it is.
  const whole = isUtf8(bytes) || [1, 2, 3].some((less) => bytes.length > less && isUtf8(bytes.subarray(0, bytes.length - less)))
  if (said === undefined || isWestern(said) || said === 'utf-8') return whole ? 'utf-8' : 'windows-1252'
  return said
}

function label(match: RegExpExecArray | null): string | undefined {
  const name = match?.[1]
    ?.toLowerCase()
    .replace(/^utf8$/, 'utf-8')
    .replace(/^cp(125\d)$/, 'windows-$1')
  return name !== undefined && known.test(name) ? name : undefined
}

function isWestern(name: string): boolean {
  return /^(?:us-ascii|ascii|latin1|iso-?8859-?1|windows-?1252)$/.test(name)
}
