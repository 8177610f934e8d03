import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive of texts, as a spreadsheet program writes it. `sizeOf` may lie about how large a part is. */
export function archive(files: Record<string, string | Buffer>, sizeOf = (bytes: Buffer) => bytes.length): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(sizeOf(bytes), 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)]))
    bodies.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, list, end])
}

/** A cell: a text, a number with a style (1 is a date, 2 a date of a format of its own, 3 a time), or a formula with the value kept for it. */
export type Cell = string | { number: number; style?: number } | { formula: string; value: string } | { inline: string }

const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="164" formatCode="[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"/></numFmts>
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>`

/** An .xlsx workbook with these sheets. */
export function workbook(
  sheets: Record<string, Cell[][]>,
  { is1904 = false, merges = [] as string[], parts = {} as Record<string, string>, hidden = [] as string[] } = {},
): Buffer {
  const strings: string[] = []
  const names = Object.keys(sheets)
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map(
        (name, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': styles,
  }
  for (const [index, rows] of Object.values(sheets).entries()) {
    const body = rows.map(
      (cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => written(cell, column, row, strings)).join('')}</row>`,
    )
    const merged = merges.length ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `<?xml version="1.0"?><worksheet><sheetData>${body.join('')}</sheetData>${merged}</worksheet>`
  }
  files['xl/sharedStrings.xml'] = `<sst>${strings.map((text) => `<si><r><t>${escaped(text)}</t></r></si>`).join('')}</sst>`
  return archive({ ...files, ...parts })
}

function written(cell: Cell, column: number, row: number, strings: string[]): string {
  const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`
  if (cell === '') return ''
  if (typeof cell === 'string') return `<c ${place} t="s"><v>${strings.push(cell) - 1}</v></c>`
  if ('number' in cell) return `<c ${place} s="${cell.style ?? 0}"><v>${cell.number}</v></c>`
  if ('inline' in cell) return `<c ${place} t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`
  return `<c ${place} t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
