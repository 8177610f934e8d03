import { createHash } from 'node:crypto'
import { xml } from '../atom.ts'
import type { Digest } from './digest.ts'
import { type DigestVoice, digestHtml, digestSubject } from './letter.ts'

/** A digest with its number. */
export type Numbered = { id: number; digest: Digest }

/** Digests as an Atom feed (RFC 4287), latest first: `updated` is when a digest was made, so the same digests give the same bytes. */
export function digestAtom(digests: Numbered[], self: string, voice: DigestVoice): string {
  const entries = digests.map(({ id, digest }) =>
    [
      '<entry>',
      `<id>urn:uuid:${uuidOf(id, digest)}</id>`,
      `<title>${xml(digestSubject(digest))}</title>`,
      `<updated>${xml(digest.until)}</updated>`,
      `<link rel="alternate" type="text/html" href="${xml(`${voice.publicUrl}/`)}"/>`,
      `<content type="html">${xml(digestHtml(digest, voice))}</content>`,
      '</entry>',
    ].join('\n'),
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${xml(self)}</id>`,
    `<title>${xml(`${voice.name}: what changed`)}</title>`,
    `<updated>${xml(digests[0]?.digest.until ?? '1970-01-01T00:00:00Z')}</updated>`,
    `<author><name>${xml(voice.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n')
}

/** A UUID of form 8 (RFC 9562 section 5.8) of a digest's number and instant. */
function uuidOf(id: number, { until }: Digest): string {
  const bytes = createHash('sha256').update(`digest ${id} ${until}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
