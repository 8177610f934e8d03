import { inflateRawSync } from 'node:zlib'

/** A file in an archive: where its bytes are, and how large they say they will be. */
export type Entry = { name: string; method: number; flags: number; packed: number; size: number; at: number }

/** What is read of an archive at most: files, bytes of one file unpacked, bytes of all. */
export const zipLimits = { entries: 2000, file: 16_000_000, all: 32_000_000, ratio: 300 }

/** The files of a ZIP archive by name (APPNOTE 4.3), from its central directory; a sentence why it is none that is read. */
export function entriesOf(bytes: Buffer): Map<string, Entry> | string {
  const end = endRecord(bytes)
  if (end < 0) return 'the file is cut off or damaged: its list of contents is missing'
  const count = bytes.readUInt16LE(end + 10)
  const start = bytes.readUInt32LE(end + 16)
  if (count > zipLimits.entries) return `the file holds ${count} parts, more than any workbook`
  const entries = new Map<string, Entry>()
  let at = start
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      return 'the file is damaged: its list of contents cannot be read'
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name.replace(/^\/+/, '').toLowerCase(), {
      name,
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** The place of the end record: the last one before a comment of at most 64 kB. */
function endRecord(bytes: Buffer): number {
  const from = Math.max(0, bytes.length - 22 - 65_535)
  for (let at = bytes.length - 22; at >= from; at -= 1) if (bytes.readUInt32LE(at) === 0x06054b50) return at
  return -1
}

/** The bytes of a file of an archive, unpacked, as long as `budget` allows; a sentence why they are not. What is taken is taken off the budget. */
export function unpacked(bytes: Buffer, entry: Entry, budget: { bytes: number }): Buffer | string {
  if (entry.flags & 1) return 'the file is protected by a password'
  const most = Math.min(zipLimits.file, budget.bytes)
  if (entry.size > most) return `${entry.name} would take ${Math.round(entry.size / 1e6)} MB, more than is read`
  if (entry.size > 1_000_000 && entry.size > entry.packed * zipLimits.ratio)
    return `${entry.name} grows ${Math.round(entry.size / Math.max(1, entry.packed))} times when it is unpacked, as no table does`
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== 0x04034b50)
    return 'the file is damaged: a part of it is not where it should be'
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  const packed = bytes.subarray(from, from + entry.packed)
  if (packed.length < entry.packed) return 'the file is cut off'
  const whole = entry.method === 0 ? packed : entry.method === 8 ? inflated(packed, most) : undefined
  if (!whole || whole.length > most) return `the file is damaged, or not what it says it is: ${entry.name} cannot be unpacked`
  budget.bytes -= whole.length
  return whole
}

/** RFC 1951, never more than `most` bytes. zlib throws at bytes that are no such stream, which a stranger's file may well be: the one catch of this room. */
function inflated(packed: Buffer, most: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: most })
  } catch {
    return undefined
  }
}
