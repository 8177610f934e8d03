import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readImport } from '../../../src/read/handed/index.ts'
import { archive, type Cell, workbook } from './workbook.ts'

const settings = { now: '2026-11-24T08:00:00Z', timezone: 'Europe/Vienna' }
const file = (bytes: Buffer | string, name = 'meetings.csv', more = {}) =>
  readImport({ name, bytes: Buffer.from(bytes) }, { ...settings, ...more })
const book = (sheets: Record<string, Cell[][]>, said = {}) => file(workbook(sheets, said), 'meetings.xlsx')
const shown = (reading: ReturnType<typeof file>) =>
  reading.found.map(({ listing }) => `${listing.when?.start}/${listing.when?.end} ${listing.title}`)

test('columns are known by the words above them, and shown', () => {
  const reading = file(
    'Title,Start date,End date,Time,Venue,Link\nThirty-sixth session of the CCPCJ,2027-05-17,2027-05-21,10:00-18:00,"Boardroom D, Vienna",https://meetings.example/36\n',
  )
  expect(reading.table?.columns).toEqual(['title', 'start', 'end', 'startTime', 'venue', 'url'])
  expect(reading.found[0]?.listing).toMatchObject({
    body: 'CCPCJ',
    session: 36,
    when: { start: '2027-05-17', end: '2027-05-21', startTime: '10:00', endTime: '18:00' },
    place: { room: 'Boardroom D', city: 'Vienna' },
    links: [{ rel: 'page', url: 'https://meetings.example/36' }],
  })
})

test('columns that no word names are known by what stands in them', () => {
  const reading = file(
    '2027-05-17,2027-05-21,"Thirty-sixth session of the CCPCJ",Vienna\n2027-06-01,2027-06-02,"Working Group on Firearms, twelfth session",Vienna\n',
  )
  expect(reading.table?.columns).toEqual(['start', 'end', 'title', 'venue'])
})

test('a person may say what the columns are', () => {
  const reading = file('Code,Sitzung,Wann\nX1,CND,8 March 2027\n', 'a.csv', { columns: [undefined, 'title', 'start'] })
  expect(shown(reading)).toEqual(['2027-03-08/2027-03-08 CND'])
})

test('a row that cannot be read is named with its number, and troubles no other', () => {
  const reading = file('Meeting,Date\nA,soon\nB,\nC,2027-02-30\nD,2027-03-01\n')
  expect(shown(reading)).toEqual(['2027-03-01/2027-03-01 D'])
  expect(reading.issues).toHaveLength(3)
  expect(reading.issues[0]).toBe('row 2, "A", was left: cannot read the date "soon"')
})

test.each([
  ['Event,Date\nA,05/17/2027\nB,06/02/2027\n', '2027-06-02', false],
  ['Event,Date\nA,17/05/2027\nB,06/02/2027\n', '2027-02-06', false],
  ['Event,Date\nA,17.05.27\nB,06.02.27\n', '2027-02-06', false],
  ['Event,Date\nA,05/06/2027\nB,06/02/2027\n', '2027-02-06', true],
])('whether the day is first is settled by the whole column, else assumed and said: %j', (text, day, isAssumed) => {
  const second = file(text).found[1]
  expect(second?.listing.when?.start).toBe(day)
  expect(second?.isAssumed).toBe(isAssumed)
  expect(second?.listing.proposed).toBe(isAssumed || undefined)
})

test('a year that no cell prints is that of the heading or the file, else the nearest to come, assumed', () => {
  expect(shown(file('Meeting,Date\n2027,\nA,3 February\n2028,\nB,3 February\n'))).toEqual([
    '2027-02-03/2027-02-03 A',
    '2028-02-03/2028-02-03 B',
  ])
  expect(file('Meeting,Date\nA,3 February\n', 'plan 2029.csv').found[0]?.listing.when?.start).toBe('2029-02-03')
  const [assumed] = file('Meeting,Date\nA,3 February\n').found
  expect(assumed).toMatchObject({ isAssumed: true, doubts: ['the year of "3 February" is not printed; 2027 was assumed'] })
})

test('dates in words, several days and whole months are read', () => {
  const reading = file('Meeting,Dates\nA,10-14 June 2027\nB,12 and 14 October 2027\nC,March 2028\nD,Week of 6 September 2027\n')
  expect(reading.found.map(({ listing }) => [listing.when?.precision, listing.when?.days?.length])).toEqual([
    ['day', undefined],
    ['day', 2],
    ['month', undefined],
    ['week', undefined],
  ])
})

test.each([',', ';', '\t', '|'])('the delimiter is found out: %j', (sign) => {
  const text = ['Meeting,Start,End', '"A, or B",2027-05-17,2027-05-18'].join('\n').replace(/,(?! )/g, sign)
  expect(shown(file(text))).toEqual(['2027-05-17/2027-05-18 A, or B'])
})

test('the charset is found out', () => {
  expect(shown(file(Buffer.from('Réunion;Date\nRéunion à Genève;3 février 2027\n', 'latin1')))).toEqual([
    '2027-02-03/2027-02-03 Réunion à Genève',
  ])
  const wide = Buffer.from('\ufeffMeeting\tDate\nŁódź\t2027-02-03\n', 'utf16le')
  expect(shown(file(wide))).toEqual(['2027-02-03/2027-02-03 Łódź'])
})

test('a quotation mark that is never closed loses no row', () => {
  const reading = file('Meeting,Date\n"A,2027-02-03\nB,2027-02-04\n')
  expect(reading.found).toHaveLength(2)
  expect(reading.issues).toEqual(['a quotation mark in the file is never closed; each line was taken as a row'])
})

test('of a file longer than is read the first rows are, and it says so', () => {
  const rows = `x,2026-05-05\n${`y,2026-05-06,${','.repeat(90_000)}\n`.repeat(100)}`
  const { found, issues } = file(`title,start\n${rows}`)
  expect(found.map(({ listing }) => listing.title)).toContain('x')
  expect(issues.join()).toMatch(/more rows than are read at once; those after the first \d+ were left/)
})

test('cells pasted from a spreadsheet are a table', () => {
  const reading = readImport({ text: 'Meeting\tFrom\tTo\nCND 70th session\t8 March 2027\t12 March 2027' }, settings)
  expect(reading.form).toBe('table')
  expect(shown(reading)).toEqual(['2027-03-08/2027-03-12 CND 70th session'])
})

test('a workbook: shared, inline and computed texts, dates by their style, times', () => {
  const reading = book({
    Meetings: [
      ['Title', 'Start', 'End', 'Time'],
      ['Session', { number: 46454, style: 1 }, { number: 46458, style: 2 }, { number: 0.4375, style: 3 }],
      [{ inline: 'Briefing' }, { number: 46454.625, style: 2 }, '', ''],
      [{ formula: 'CONCAT("a","b")', value: 'Computed' }, { formula: 'TODAY()', value: '2027-05-17' }, '', ''],
    ],
  })
  expect(shown(reading)).toEqual([
    '2027-03-08/2027-03-12 Session',
    '2027-03-08/2027-03-08 Briefing',
    '2027-05-17/2027-05-17 Computed',
  ])
  expect(reading.found.map(({ listing }) => listing.when?.startTime)).toEqual(['10:30', '15:00', undefined])
})

test('a workbook that counts from 1904 counts so', () => {
  expect(
    shown(
      book(
        {
          M: [
            ['Title', 'Date'],
            ['A', { number: 44992, style: 1 }],
          ],
        },
        { is1904: true },
      ),
    ),
  ).toEqual(['2027-03-08/2027-03-08 A'])
})

test('a date that spans rows stands for each of them', () => {
  const cells: Cell[][] = [
    ['Title', 'Date'],
    ['A', { number: 46454, style: 1 }],
    ['B', ''],
  ]
  expect(shown(book({ M: cells }, { merges: ['B2:B3'] }))).toEqual(['2027-03-08/2027-03-08 A', '2027-03-08/2027-03-08 B'])
})

test('of several sheets the fullest is read and the others are named; hidden ones are not', () => {
  const reading = book(
    {
      Notes: [['hello']],
      Plan: [
        ['Title', 'Date'],
        ['A', '2027-03-08'],
      ],
      Old: [
        ['Title', 'Date'],
        ['Z', '2020-01-01'],
      ],
    },
    { hidden: ['Old'] },
  )
  expect(reading.table).toMatchObject({ sheet: 'Plan', sheets: ['Notes', 'Plan'] })
  expect(reading.issues).toEqual(['the sheet "Notes" was not read; it can be asked for'])
})

test.each([
  [
    'grows when unpacked',
    workbook({ M: [['x']] }, { parts: { 'xl/sharedStrings.xml': `<sst>${' '.repeat(10_000_000)}</sst>` } }),
    /grows \d+ times/,
  ],
  [
    'is too large unpacked',
    workbook({ M: [['x']] }, { parts: { 'xl/sharedStrings.xml': ' '.repeat(17_000_000) } }),
    /would take 17 MB/,
  ],
  ['lies about its size', archive({ 'xl/workbook.xml': ' '.repeat(17_000_000) }, () => 10), /cannot be unpacked/],
  ['has too many parts', archive(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}`, '']))), /holds 2001 parts/],
  ['is another kind of archive', archive({ 'word/document.xml': '<w/>' }), /no Excel workbook/],
  ['is cut off', workbook({ M: [['x']] }).subarray(0, 300), /cut off or damaged/],
])('a workbook that %s is refused with a sentence', (_, bytes, why) => {
  expect(file(bytes, 'm.xlsx').refused).toMatch(why)
})

test('a workbook whose elements are nested without end is read as far as a workbook is', () => {
  const parts = { 'xl/workbook.xml': '<workbook/>', 'xl/styles.xml': `<a>${'<cellXfs>'.repeat(50_000)}${'</b>'.repeat(50_000)}` }
  expect(file(archive(parts), 'x.xlsx').refused).toBe('the workbook has no sheet that can be read')
})

test('entities that a workbook defines for itself are not followed', () => {
  const sst = '<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY y "&x;&x;&x;">]><sst><si><t>&y;</t></si></sst>'
  expect(
    book(
      {
        M: [
          ['Title', 'Date'],
          ['A', '2027-03-08'],
        ],
      },
      { parts: { 'xl/sharedStrings.xml': sst } },
    ).found,
  ).toEqual([])
})

test.each([
  ['d0cf11e0a1b11ae1', /old Excel file/],
  ['255044462d312e37', /PDF/],
  ['0001020304050607', /no calendar, table or text/],
])('other files are refused with a sentence: %s', (hex, why) => {
  expect(file(Buffer.from(hex, 'hex'), 'x').refused).toMatch(why)
})

test('any bytes under any name end in meetings and sentences', () => {
  const whole = workbook({
    M: [
      ['Title', 'Date'],
      ['A', { number: 46454, style: 1 }],
    ],
  })
  const mangled = fc
    .tuple(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 20 }))
    .map(([at, bytes]) => Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + bytes.length)]))
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('Title', 'Date', '2027-05-17', '5/6/27', '"', '31.02.2027', 'Week of', '=1+1', '2027', '10:00'),
  )
  const table = fc
    .array(
      fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(';')),
      { maxLength: 12 },
    )
    .map((rows) => Buffer.from(rows.join('\n')))
  const bytes = fc.oneof(
    mangled,
    table,
    fc.uint8Array({ maxLength: 300 }).map((any) => Buffer.from(any)),
  )
  fc.assert(
    fc.property(bytes, fc.constantFrom('a.csv', 'a.xlsx', 'a.ics', 'a.txt', ''), (content, name) => {
      const reading = file(content, name)
      for (const { listing } of reading.found) expect(listing.title).not.toBe('')
    }),
    { numRuns: 300 },
  )
})
