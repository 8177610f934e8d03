import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { form } from './form.ts'
import { aService } from './service.ts'

const calendar = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:one@example.org
DTSTAMP:20261101T000000Z
SUMMARY:Annual assembly of the Alliance
DTSTART;TZID=Europe/Vienna:20270311T100000
DTEND;TZID=Europe/Vienna:20270311T120000
END:VEVENT
BEGIN:VEVENT
UID:two@example.org
SUMMARY:A meeting that has no day
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n')

const table =
  'Meeting;When;Remarks;Town\nBriefing on drugs;9 March 2027;bring papers;Vienna\nCall on crime;2 April 2027;;Geneva\n'

test('a proposal changes nothing; what is ticked of it is one batch that one undo takes back', async () => {
  const { ask } = aService()
  const { status, json, headers } = await ask('POST', '/api/imports', form({ file: { name: 'alliance.ics', bytes: calendar } }))
  expect(status).toBe(201)
  expect(json).toMatchObject({
    title: 'alliance.ics',
    form: 'calendar',
    counts: { new: 1, change: 0, same: 0, 'possible-duplicate': 0 },
    items: [{ id: 1, kind: 'new', ticked: true, assumed: false, meeting: { start: '2027-03-11', startTime: '10:00' } }],
    unreadable: [expect.stringContaining('A meeting that has no day')],
    appliedAt: null,
  })
  expect((await ask('GET', '/api/events')).json.events).toEqual([])
  const address = String(headers.location).replace('http://calendar.example', '')
  expect((await ask('GET', address)).json).toEqual(json)

  const applied = await ask('POST', `${address}/apply`, { body: {} })
  expect([applied.status, applied.json.events.length]).toEqual([200, 1])
  expect((await ask('GET', '/api/events')).json.events).toHaveLength(1)
  expect((await ask('POST', `${address}/apply`, { body: {} })).status).toBe(409)

  await ask('POST', `/api/history/${applied.json.actionId}/undo`, { body: {} })
  expect((await ask('GET', '/api/events')).json.events).toEqual([])
})

test('the same file twice changes nothing, and one that changed says what', async () => {
  const { ask } = aService()
  const first = await ask('POST', '/api/imports', form({ file: { name: 'alliance.ics', bytes: calendar } }))
  await ask('POST', `/api/imports/${first.json.id}/apply`, { body: {} })
  const again = await ask('POST', '/api/imports', form({ file: { name: 'alliance.ics', bytes: calendar } }))
  expect(again.json.counts).toEqual({ new: 0, change: 0, same: 1, 'possible-duplicate': 0 })
  expect((await ask('POST', `/api/imports/${again.json.id}/apply`, { body: {} })).status).toBe(422)
  const moved = calendar.replaceAll('20270311T', '20270312T')
  const third = await ask('POST', '/api/imports', form({ file: { name: 'alliance.ics', bytes: moved } }))
  expect(third.json.items).toMatchObject([{ kind: 'change', fields: [{ field: 'when' }] }])
  await ask('POST', `/api/imports/${third.json.id}/apply`, { body: {} })
  expect((await ask('GET', '/api/events')).json.events).toMatchObject([{ start: '2027-03-12' }])
})

test('a year that is not printed is assumed, said to be so, and not ticked until a person confirms it', async () => {
  const { ask } = aService()
  const body = { text: 'Briefing on the review mechanism on 9 February, 15:00, Vienna', written: '2026-11-01' }
  const { json } = await ask('POST', '/api/imports', { body })
  expect(json.items).toMatchObject([
    { assumed: true, ticked: false, meeting: { start: '2027-02-09' }, doubts: [expect.stringContaining('assumed')] },
  ])
  expect((await ask('POST', `/api/imports/${json.id}/apply`, { body: {} })).json.detail).toBe(
    'Nothing is ticked: name the items to take over.',
  )
  const applied = await ask('POST', `/api/imports/${json.id}/apply`, { body: { items: [{ id: 1, start: '2027-02-10' }] } })
  expect(applied.json.events).toMatchObject([{ start: '2027-02-10', end: '2027-02-10' }])
})

test('the columns of a table are guessed and shown, and can be said otherwise', async () => {
  const { ask } = aService()
  const guessed = await ask('POST', '/api/imports', form({ file: { name: 'list.csv', bytes: table } }))
  expect(guessed.json.table).toMatchObject({
    header: ['Meeting', 'When', 'Remarks', 'Town'],
    columns: ['title', 'start', 'description', 'city'],
  })
  expect(guessed.json.items).toHaveLength(2)
  const said = await ask(
    'POST',
    '/api/imports',
    form({ file: { name: 'list.csv', bytes: table }, columns: 'description,start,title,venue' }),
  )
  expect(said.json.table.columns).toEqual(['description', 'start', 'title', 'venue'])
  expect(said.json.items).toMatchObject([{ meeting: { title: 'bring papers' } }])
})

test('an address is fetched as the web is visited: public addresses only, in any spelling', async () => {
  const { ask } = aService()
  for (const url of [
    'http://127.0.0.1:1/',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'file:///etc/passwd',
  ]) {
    const { status, json } = await ask('POST', '/api/imports', { body: { url } })
    expect([url, status, json.errors[0].pointer]).toEqual([url, 422, '/url'])
  }
})

test('a calendar at an address is read', async () => {
  const server = createServer((request, response) => {
    if (!request.url?.endsWith('/team.ics')) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'text/calendar' }).end(calendar)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { ask } = aService({}, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const { json } = await ask('POST', '/api/imports', { body: { url: 'webcal://calendars.example/team.ics' } })
  expect(json).toMatchObject({ form: 'calendar', title: 'https://calendars.example/team.ics', items: [{ kind: 'new' }] })
  server.close()
})

test('what cannot be handed in is refused, and the field named', async () => {
  const { ask } = aService()
  const wrong: [number, string, Parameters<typeof ask>[2]][] = [
    [400, '/text', { body: {} }],
    [400, '/url', { body: { text: 'a', url: 'https://un.example/' } }],
    [400, '/written', { body: { text: 'a', written: '2026-02-30' } }],
    [422, '/timezone', { body: { text: 'a', timezone: 'Mars/Olympus' } }],
    [400, '/columns/0', { body: { text: 'a', columns: ['price'] } }],
    [422, '/columns', form({ file: { name: 'list.csv', bytes: table }, columns: 'price' })],
    [400, '/file', form({ file: 'not a file' })],
    [400, '/colour', form({ text: 'a', colour: 'red' })],
    [422, '/file', form({ file: { name: 'a.pdf', bytes: '%PDF-1.4' } })],
    [422, '/file', form({ file: { name: 'a.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') } })],
    [422, '/file', form({ file: { name: 'a.ics', bytes: 'no calendar' } })],
  ]
  for (const [status, pointer, request] of wrong) {
    const reply = await ask('POST', '/api/imports', request)
    expect([reply.status, reply.json.errors?.[0].pointer]).toEqual([status, pointer])
  }
  const edge = { 'content-type': 'multipart/form-data; boundary=edge' }
  expect((await ask('POST', '/api/imports', { payload: 'no form', headers: edge })).status).toBe(400)
  expect((await ask('POST', '/api/imports', { payload: 'a', headers: { 'content-type': 'text/plain' } })).status).toBe(415)
  const patch = { 'content-type': 'application/merge-patch+json' }
  expect((await ask('POST', '/api/imports', { body: { text: 1 }, headers: patch })).status).toBe(415)
  expect((await ask('POST', '/api/imports', { body: { text: 'a' }, as: 'reader' })).status).toBe(403)
  expect((await ask('GET', '/api/imports')).json.imports).toEqual([])
})
