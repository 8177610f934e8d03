import { afterEach, expect, test } from 'vitest'
import { ical } from '#source'
import { listingsOf } from '../../src/store/visits/listings.ts'
import { aJourney, aPage } from './journey.ts'

const cnd = aPage('cnd')
const calendar = aPage('calendar', { trust: 'structured', extract: ical() })
const session = 'Seventieth session of the Commission on Narcotic Drugs, Vienna, 15-19 March 2027'

let journey: Awaited<ReturnType<typeof aJourney>>
afterEach(() => journey.close())

test('a meeting that its page cancels is cancelled in the list and the feed, keeps its uid, and is back when the page says so', async () => {
  journey = await aJourney([cnd])
  await journey.print(cnd, session)
  const [before] = await journey.list()
  await journey.print(cnd, `CANCELLED: ${session}`)
  expect(await journey.list()).toMatchObject([{ uid: before?.uid, status: 'cancelled', start: '2027-03-15' }])
  const said = await journey.inFeed(before?.uid ?? '')
  expect(said).toContain('STATUS:CANCELLED')
  expect(said).toContain('SEQUENCE:1')
  await journey.print(cnd, session)
  expect(await journey.list()).toMatchObject([{ uid: before?.uid, status: 'confirmed', sequence: 2 }])
  const { changes } = (await journey.ask('GET', '/api/changes')).json
  expect(changes.map(({ kind, by }: { kind: string; by: string }) => `${kind} by ${by}`)).toEqual([
    'new by cnd',
    'cancelled by cnd',
    'restored by cnd',
  ])
  await journey.ask('POST', `/api/events/${before?.uid}/withdraw`, {})
  const [last] = (await journey.ask('GET', `/api/events/${before?.uid}/changes`)).json.changes
  expect(last).toMatchObject({
    kind: 'withdrawn',
    by: 'desk',
    fields: [{ field: 'state', from: 'listed', to: 'withdrawn' }],
  })
})

test('a meeting postponed without a date keeps its days, tentative; with new dates it is rescheduled and says what it was', async () => {
  journey = await aJourney([cnd])
  const page = (words: string) =>
    journey.visit(cnd, `<!doctype html><html lang="en"><body><h1>Implementation Review Group</h1><p>${words}</p></body></html>`)
  await page('The fifteenth session of the Implementation Review Group will be held in Vienna from 7 to 11 June 2027.')
  const [before] = await journey.list()
  await page(
    'The fifteenth session of the Implementation Review Group, originally scheduled to take place from 7 to 11 June 2027 in Vienna, has been postponed until further notice.',
  )
  const [postponed] = await journey.list()
  expect(postponed).toMatchObject({ uid: before?.uid, notice: 'postponed', start: '2027-06-07' })
  expect(await journey.inFeed(before?.uid ?? '')).toContain('SUMMARY:POSTPONED: ')
  await page(
    'The fifteenth session of the Implementation Review Group, originally scheduled from 7 to 11 June 2027, will now take place in Vienna from 12 to 16 July 2027.',
  )
  const [moved] = await journey.list()
  expect(moved).toMatchObject({ uid: before?.uid, notice: 'rescheduled', start: '2027-07-12', previous: { start: '2027-06-07' } })
  const said = await journey.inFeed(before?.uid ?? '')
  expect(said).toContain('DTSTART;VALUE=DATE:20270712')
  expect(said).toMatch(/7.11 June/)
})

test('a session renumbered and put into other words on the same days stays the event that it was', async () => {
  journey = await aJourney([cnd])
  const group = (words: string) => `${words}, Vienna, 10-11 May 2027`
  await journey.print(cnd, group('Working Group on Firearms, twelfth meeting'), session)
  const before = await journey.list()
  for (let day = 0; day < 4; day += 1)
    await journey.print(cnd, group('Thirteenth meeting of the Open-ended Intergovernmental Working Group on Firearms'), session)
  const after = await journey.list()
  expect(after.map(({ uid, slug }) => [uid, slug])).toEqual(before.map(({ uid, slug }) => [uid, slug]))
  expect(after.find(({ kind }) => kind === 'working-group')).toMatchObject({ session: 13, start: '2027-05-10' })
  const { changes } = (await journey.ask('GET', '/api/changes')).json
  expect(changes.filter(({ kind }: { kind: string }) => kind === 'new')).toHaveLength(2)
})

test('a meeting that is two at once is linked to its parts where these are listed, and swallows none', async () => {
  const un = aPage('un', { trust: 'un' })
  journey = await aJourney([cnd, un])
  await journey.print(
    cnd,
    'Sixteenth meeting of the Working Group on Asset Recovery and eleventh expert meeting to enhance international cooperation, Vienna, 7-11 November 2027',
  )
  await journey.print(
    un,
    'Sixteenth meeting of the Working Group on Asset Recovery, Vienna, 7-8 November 2027',
    'Eleventh expert meeting to enhance international cooperation, Vienna, 9-11 November 2027',
  )
  const events = await journey.list()
  expect(events).toHaveLength(3)
  const whole = events.find(({ parts }) => parts)
  const parts = events.filter(({ uid }) => uid !== whole?.uid)
  expect(whole?.parts?.toSorted()).toEqual(parts.map(({ uid }) => uid).sort())
  for (const { uid, start, end } of events) expect([uid, await journey.inFeed(uid), start, end]).not.toContain(undefined)
})

test('a month is in list and JSON, and in a feed only for a reader who asks; a week is in both; days move nothing', async () => {
  journey = await aJourney([cnd])
  const group = 'Working Group on Firearms, thirteenth meeting, Vienna'
  await journey.print(cnd, `${group}, May 2027`)
  const [month] = await journey.list()
  expect(month).toMatchObject({ precision: 'month', dateText: 'May 2027', start: '2027-05-01', end: '2027-05-31' })
  const uid = month?.uid ?? ''
  expect((await journey.ask('GET', `/api/events/${uid}`)).json).toMatchObject({ precision: 'month', dateText: 'May 2027' })
  expect(await journey.inFeed(uid)).toBeUndefined()
  const asked = await journey.inFeed(uid, '?imprecise=true')
  expect(asked).toContain('SUMMARY:TENTATIVE: ')
  expect(asked).toContain('TRANSP:TRANSPARENT')

  await journey.print(cnd, `${group}, week of 10 May 2027`)
  expect(await journey.list()).toMatchObject([{ uid, precision: 'week', dateText: 'week of 10 May 2027' }])
  expect(await journey.inFeed(uid)).toContain('DTSTART;VALUE=DATE:20270510')
  await journey.print(cnd, `${group}, 12-13 May 2027`)
  expect(await journey.list()).toMatchObject([{ uid, precision: 'day', start: '2027-05-12', end: '2027-05-13' }])
  expect((await journey.list())[0]).not.toHaveProperty('previous')
  const { changes } = (await journey.ask('GET', '/api/changes')).json
  expect(changes.map(({ kind }: { kind: string }) => kind)).toEqual(['new', 'changed', 'changed'])
})

test('a source that gives all its meetings new ids is mapped anew: nothing is doubled, missing or moved, and no uid is new', async () => {
  journey = await aJourney([calendar])
  const listed = (site: number, count = 12) =>
    journey.visit(
      calendar,
      [
        'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN',
        ...Array.from({ length: count }, (_, index) => {
          const day = `202703${String(index + 10)}`
          const uid = `event-${site * 1000 + index * 7}@site-${site}.example.org`
          return `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Briefing on topic ${index + 1}\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT`
        }),
        'END:VCALENDAR\r\n',
      ].join('\r\n'),
      'text/calendar; charset=utf-8',
    )
  await listed(1)
  const before = await journey.list()
  const feed = await journey.feed()
  expect(before).toHaveLength(12)
  expect(await listed(2)).toMatchObject({ outcome: 'accepted', counts: { added: 0, missing: 0 } })
  expect(await journey.list()).toEqual(before)
  expect(await journey.feed()).toBe(feed)
  expect(await journey.reviews()).toEqual([])
})

test('a field that is another at every run is published as it was after twenty runs, and that is reported once', async () => {
  journey = await aJourney([cnd])
  const issues: string[] = []
  const titles = new Set<string | undefined>()
  for (let run = 0; run < 30; run += 1) {
    const report = await journey.print(cnd, run % 2 ? session : session.replace('Commission on Narcotic Drugs', 'CND'))
    expect(report.outcome).toBe('accepted')
    issues.push(...report.issues.map(({ sentence }) => sentence))
    if (run > 20) titles.add((await journey.list())[0]?.title)
  }
  expect(issues).toEqual([expect.stringMatching(/^cnd: the title of "Seventieth session .*" changed in 20 runs/)])
  expect([...titles]).toHaveLength(1)
})

test('who says something is told with the words it was read from, the reason for its year and the page as it was kept', async () => {
  journey = await aJourney([cnd])
  await journey.print(
    cnd,
    '<h2>Meetings in 2028</h2><ul><li>13-17 March: Seventy-first session of the Commission on Narcotic Drugs</li></ul>',
  )
  const [{ uid } = { uid: '' }] = await journey.list()
  const { speakers } = (await journey.ask('GET', `/api/events/${uid}?provenance=true`)).json
  expect(speakers).toMatchObject([
    { source: 'cnd', text: '13-17 March: Seventy-first session of the Commission on Narcotic Drugs', year: 'heading' },
  ])
  expect(speakers[0].snapshot).toMatch(/^[\da-f]{64}$/)
})

test('who says something is told with when it was seen last, also where nothing changed, and the event does not change for it', async () => {
  journey = await aJourney([cnd])
  await journey.print(cnd, session)
  const [{ uid } = { uid: '' }] = await journey.list()
  const asked = async () => (await journey.ask('GET', `/api/events/${uid}?provenance=true`)).json
  const [first, list] = [await asked(), await journey.list()]
  expect((await journey.print(cnd, session)).outcome).toBe('unchanged')
  const second = await asked()
  expect((await journey.print(cnd, session, 'See also the page of the secretariat.')).outcome).toBe('accepted')
  const third = await asked()
  await journey.print(cnd, 'Seventy-first session of the Commission on Narcotic Drugs, Vienna, 13-17 March 2028')
  const gone = await asked()
  const seen = [first, second, third, gone].map(({ speakers }) => speakers[0].lastSeenAt.slice(0, 10))
  expect(seen).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-26'])
  expect(gone.speakers[0].missingSince.slice(0, 10)).toBe('2026-11-27')
  expect(third.said.when).toMatchObject({ by: 'cnd', at: first.speakers[0].firstSeenAt })
  expect(third).toMatchObject({ sequence: list[0]?.sequence, lastModified: list[0]?.lastModified })
  expect(listingsOf(journey.kit.store, 'cnd')).toHaveLength(2)
})
