import { expect, test } from 'vitest'
import { cnd } from '../../acts/desk.ts'
import { aService, draft } from './service.ts'

test('an event is entered, and is where the answer says', async () => {
  const { ask } = aService()
  const made = await ask('POST', '/api/events', { body: draft })
  expect(made.status).toBe(201)
  expect(made.json).toMatchObject({
    dryRun: false,
    event: { title: draft.title, start: '2027-02-09', timezone: 'Europe/Vienna', city: 'Vienna' },
    changes: [{ kind: 'new' }],
    possibleDuplicates: [],
  })
  const read = await ask('GET', String(made.headers.location).replace('http://calendar.example', ''), { as: 'nobody' })
  expect(read.json.uid).toBe(made.json.event.uid)
  expect(read.headers.etag).toBe(made.headers.etag)
})

test('what may be the same meeting is answered with the creation', async () => {
  const { ask, run } = aService()
  run('cnd', [cnd()])
  const { json } = await ask('POST', '/api/events', {
    body: { title: 'Commission on Narcotic Drugs, 69th session', start: '2027-03-15', end: '2027-03-19' },
  })
  expect(json.possibleDuplicates).toMatchObject([{ event: { title: cnd().title }, review: expect.stringMatching(/^duplicate-/) }])
  const answered = await ask('POST', `/api/reviews/${json.possibleDuplicates[0].review}/answer`, { body: { answer: 'same' } })
  expect(answered.json.changes.map(({ kind }: { kind: string }) => kind)).toContain('merged')
})

test('the same request under the same Idempotency-Key is done once; another under it is refused', async () => {
  const { ask } = aService()
  const headers = { 'idempotency-key': '6d1f' }
  const [first, second] = [
    await ask('POST', '/api/events', { body: draft, headers }),
    await ask('POST', '/api/events', { body: draft, headers }),
  ]
  expect([second.status, second.text, second.headers.location, second.headers.etag]).toEqual([
    201,
    first.text,
    first.headers.location,
    first.headers.etag,
  ])
  const { json } = await ask('GET', '/api/events')
  expect(json.events).toHaveLength(1)
  expect((await ask('POST', '/api/events', { body: { ...draft, title: 'Another' }, headers })).status).toBe(422)
  expect((await ask('POST', '/api/events', { body: draft, headers, as: 'administrator' })).json.actionId).not.toBe(
    first.json.actionId,
  )
})

test('a dry run answers what would be and stores nothing', async () => {
  const { ask } = aService()
  const tried = await ask('POST', '/api/events?dryRun=true', { body: draft })
  expect([tried.status, tried.json.actionId, tried.json.dryRun, tried.json.changes.length]).toEqual([200, 0, true, 1])
  expect((await ask('GET', '/api/events')).json.events).toEqual([])
  expect((await ask('GET', '/api/changes')).json.changes).toEqual([])
})

test('who changes says which version: 428 without, 412 with another, and both are named', async () => {
  const { ask } = aService()
  const { json, headers } = await ask('POST', '/api/events', { body: draft })
  const address = `/api/events/${json.event.uid}`
  expect((await ask('PATCH', address, { body: { room: 'C4' } })).status).toBe(428)
  const etag = String(headers.etag)
  const changed = await ask('PATCH', address, {
    body: { room: 'C4' },
    headers: { 'if-match': etag, 'content-type': 'application/merge-patch+json' },
  })
  expect([changed.status, changed.json.event.room, changed.json.event.city]).toEqual([200, 'C4', 'Vienna'])
  const late = await ask('PATCH', address, { body: { room: 'C5' }, headers: { 'if-match': etag } })
  expect(late.status).toBe(412)
  expect(late.json).toMatchObject({
    status: 412,
    yours: etag,
    current: { etag: changed.headers.etag, sequence: 1 },
    event: { room: 'C4' },
  })
  expect(
    (await ask('PATCH', address, { body: { room: 'C5' }, headers: { 'if-match': `W/${changed.headers.etag}` } })).status,
  ).toBe(412)
  expect(
    (await ask('PATCH', address, { body: { room: 'C5' }, headers: { 'if-match': `"x", ${changed.headers.etag}` } })).status,
  ).toBe(200)
  expect((await ask('PATCH', address, { body: { room: 'C6' }, headers: { 'if-match': '*' } })).status).toBe(200)
})

test('the ETag of a packed answer, and of one with provenance, is as good', async () => {
  const { ask } = aService()
  const { json } = await ask('POST', '/api/events', { body: draft })
  const address = `/api/events/${json.event.uid}`
  const packed = await ask('GET', address, { headers: { 'accept-encoding': 'br' } })
  expect(packed.headers['content-encoding']).toBe('br')
  expect(
    (await ask('PATCH', address, { body: { room: 'C4' }, headers: { 'if-match': String(packed.headers.etag) } })).status,
  ).toBe(200)
  const told = await ask('GET', `${address}?provenance=true`)
  expect((await ask('PATCH', address, { body: { room: 'C5' }, headers: { 'if-match': String(told.headers.etag) } })).status).toBe(
    200,
  )
})

test('an event is replaced by what was read and changed; what is left out is emptied', async () => {
  const { ask } = aService()
  const { json } = await ask('POST', '/api/events', {
    body: { ...draft, access: 'Members', links: [{ rel: 'page', url: 'https://alliance.example/a' }] },
  })
  const address = `/api/events/${json.event.uid}`
  const read = await ask('GET', address)
  const { access: _, ...rest } = read.json
  const replaced = await ask('PUT', address, {
    body: { ...rest, title: 'Briefing' },
    headers: { 'if-match': String(read.headers.etag) },
  })
  expect(replaced.status).toBe(200)
  expect(replaced.json.event).toMatchObject({
    title: 'Briefing',
    links: [{ url: 'https://alliance.example/a' }],
    startTime: '15:00',
  })
  expect(replaced.json.event).not.toHaveProperty('access')
  expect(replaced.headers).not.toHaveProperty('etag')
  expect(replaced.json.etag).toBe((await ask('GET', address)).headers.etag)
})

test('a merge patch empties with null, moves the only day with its start, and keeps what it does not name', async () => {
  const { ask } = aService()
  const { json } = await ask('POST', '/api/events', { body: { ...draft, access: 'Members' } })
  const patch = (body: object) => ask('PATCH', `/api/events/${json.event.uid}`, { body, headers: { 'if-match': '*' } })
  expect((await patch({ access: null, start: '2027-02-10' })).json.event).toMatchObject({
    start: '2027-02-10',
    end: '2027-02-10',
    startTime: '15:00',
    notice: 'rescheduled',
  })
  const undated = await patch({ start: null })
  expect(undated.json.event).not.toHaveProperty('start')
  expect((await patch({})).json).toMatchObject({ actionId: 0, changes: [] })
})

test('cancel, postpone, withdraw, restore', async () => {
  const { ask } = aService()
  const { json } = await ask('POST', '/api/events', { body: draft })
  const act = (way: string, body?: object) => ask('POST', `/api/events/${json.event.uid}/${way}`, { ...(body && { body }) })
  expect((await act('cancel', { note: 'Cancelled by mail.' })).json.event).toMatchObject({
    status: 'cancelled',
    note: 'Cancelled by mail.',
  })
  expect((await act('restore')).json.event).toMatchObject({ status: 'confirmed' })
  expect((await act('postpone', { start: '2027-03-09' })).json.event).toMatchObject({
    start: '2027-03-09',
    end: '2027-03-09',
    notice: 'rescheduled',
    previous: { start: '2027-02-09' },
  })
  expect((await act('withdraw', { reason: 'entered twice' })).json.event.state).toBe('withdrawn')
  expect((await act('withdraw')).json.actionId).toBe(0)
  expect((await ask('GET', '/api/events')).json.events).toEqual([])
  expect((await act('restore')).json.event.state).toBe('listed')
  expect((await act('restore')).status).toBe(409)
  const wrong = await ask('POST', `/api/events/${json.event.uid}/cancel`, { body: {}, headers: { 'if-match': '"old"' } })
  expect(wrong.status).toBe(412)
})

test('an edited field is given back to its source', async () => {
  const { ask, run } = aService()
  run('cnd', [cnd()])
  const { json } = await ask('GET', '/api/events')
  const { uid } = json.events[0]
  await ask('PATCH', `/api/events/${uid}`, { body: { title: 'CND 69' }, headers: { 'if-match': '*' } })
  expect((await ask('DELETE', `/api/events/${uid}/edits/title`)).json.event.title).toBe(cnd().title)
  expect((await ask('DELETE', `/api/events/${uid}/edits/title`)).status).toBe(409)
  expect((await ask('DELETE', `/api/events/${uid}/edits/colour`)).status).toBe(400)
})

test('a series becomes events of their own', async () => {
  const { ask } = aService()
  const body = { ...draft, rule: 'FREQ=MONTHLY;BYDAY=2TU;COUNT=4' }
  const made = await ask('POST', '/api/series', { body })
  expect([made.status, made.json.events.length]).toEqual([201, 4])
  expect(made.json.events.map(({ startsAt }: { startsAt: string }) => startsAt.slice(0, 16))).toEqual([
    '2027-02-09T14:00',
    '2027-03-09T14:00',
    '2027-04-13T13:00',
    '2027-05-11T13:00',
  ])
  const endless = await ask('POST', '/api/series', { body: { ...draft, rule: 'FREQ=DAILY' } })
  expect([endless.status, endless.json.errors[0].pointer]).toEqual([422, '/rule'])
})

test('links, deadlines, sittings, access, organizer and contact are kept and told', async () => {
  const { ask } = aService()
  const said = {
    sittings: [
      { start: '10:00', end: '13:00' },
      { start: '15:00', end: '18:00' },
    ],
    deadlines: [{ kind: 'registration', date: '2027-02-01', text: 'register by 1 February' }],
    links: [{ rel: 'registration', url: 'https://indico.example/1', title: 'Register' }],
    access: 'NGOs with consultative status',
    organizer: 'UNODC Civil Society Unit',
    contact: 'ngo@un.example',
  }
  const { json } = await ask('POST', '/api/events', { body: { title: 'Hearing', start: '2027-02-09', ...said } })
  expect(json.event).toMatchObject({ ...said, startTime: '10:00', endTime: '18:00' })
})
