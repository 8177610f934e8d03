import { decode } from '../../../source/decode.ts'
import { dateKind } from './serial.ts'
import { cellsOf, type Lookup } from './sheet.ts'
import { walk } from './walk.ts'
import { type Entry, entriesOf, unpacked, zipLimits } from './zip.ts'

/** A sheet of a workbook, its cells as text. */
export type Sheet = { name: string; rows: string[][]; isCut: boolean }

/** Reads an Excel workbook (ECMA-376, `.xlsx`): its visible sheets, or a sentence why it is not read. No formula is computed, no link followed, nothing inside unpacked twice. */
export function sheetsOf(bytes: Buffer): Sheet[] | string {
  const entries = entriesOf(bytes)
  if (typeof entries === 'string') return entries
  const parts = partsOf(bytes, entries)
  if (typeof parts === 'string') return parts
  const part = (path: string) => parts.get(path.toLowerCase())
  const book = part('xl/workbook.xml')
  if (book === undefined) return 'the file is no Excel workbook (.xlsx): it has no xl/workbook.xml'
  const targets = new Map(
    elements(part('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map(({ Id, Target }) => [Id ?? '', Target ?? '']),
  )
  const lookup: Lookup = {
    strings: stringsOf(part('xl/sharedStrings.xml') ?? ''),
    isDate: stylesOf(part('xl/styles.xml') ?? ''),
    is1904: elements(book, 'workbookPr').some(({ date1904 }) => date1904 === '1' || date1904 === 'true'),
  }
  const sheets: Sheet[] = []
  for (const { name = '', state, ...attributes } of elements(book, 'sheet').slice(0, 20)) {
    const target = targets.get(attributes['r:id'] ?? attributes.id ?? '') ?? ''
    const xml =
      state === 'hidden' || state === 'veryHidden' ? undefined : part(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (xml) sheets.push({ name, ...cellsOf(xml, lookup) })
  }
  return sheets.length > 0 ? sheets : 'the workbook has no sheet that can be read'
}

/** The parts that are needed, unpacked once; a workbook of which one cannot be unpacked is not read in part. */
function partsOf(bytes: Buffer, entries: Map<string, Entry>): Map<string, string> | string {
  const budget = { bytes: zipLimits.all }
  const parts = new Map<string, string>()
  for (const [name, entry] of entries) {
    if (!/^xl\/(?:workbook|sharedstrings|styles|_rels\/workbook|worksheets\/[^/]+)\.xml(?:\.rels)?$/.test(name)) continue
    const whole = unpacked(bytes, entry, budget)
    if (typeof whole === 'string') return whole
    parts.set(name, decode(whole, 'application/xml'))
  }
  return parts
}

/** The attributes of every element of a name. */
function elements(xml: string, wanted: string): Record<string, string>[] {
  const found: Record<string, string>[] = []
  walk(xml, {
    onopentag: (name, attributes) => void (name.replace(/^\w+:/, '') === wanted && found.length < 5000 && found.push(attributes)),
  })
  return found
}

/** The shared strings (18.4): plain, or in runs; what stands in phonetic runs is left. */
function stringsOf(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let inside = false
  let phonetic = false
  walk(xml, {
    onopentag(name) {
      if (name === 'si') text = ''
      else if (name === 't') inside = true
      else if (name === 'rPh') phonetic = true
    },
    ontext(words) {
      if (inside && !phonetic && text.length < 20_000) text += words
    },
    onclosetag(name) {
      if (name === 'si') strings.push(text)
      else if (name === 't') inside = false
      else if (name === 'rPh') phonetic = false
    },
  })
  return strings
}

/** Which cell styles show dates (18.8.10, 18.8.30). */
function stylesOf(xml: string): Lookup['isDate'] {
  const codes = new Map(elements(xml, 'numFmt').map(({ numFmtId, formatCode }) => [numFmtId ?? '', formatCode ?? '']))
  const cells = xml.slice(at(xml, /<(?:\w+:)?cellXfs\b/), at(xml, /<\/(?:\w+:)?cellXfs>/))
  const kinds = elements(cells, 'xf').map(({ numFmtId = '0' }) => dateKind(Number(numFmtId), codes.get(numFmtId)))
  return (style) => kinds[style]
}

/** Where an expression first stands in a text; its end when it does not. */
function at(text: string, sign: RegExp): number {
  const index = text.search(sign)
  return index < 0 ? text.length : index
}
