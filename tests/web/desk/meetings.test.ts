import { expect, test } from 'vitest'
import { cnd } from '../../acts/desk.ts'
import { aVisitor, cndName, words } from './visitor.ts'

const path = `/desk/meetings/${cndName}`

async function atTheMeeting() {
  const visitor = aVisitor()
  visitor.run('cnd', [cnd({ place: { venue: 'Boardroom A, Vienna International Centre', room: 'Boardroom A', city: 'Vienna' } })])
  await visitor.signIn()
  await visitor.get(path)
  return visitor
}

test('a form that is sent as it is changes nothing', async () => {
  const { send, get } = await atTheMeeting()
  const { text } = await send(path)
  expect(words(text)).toContain('Nothing was changed')
  expect(words((await get('/desk/history?actor=editor')).text)).toContain('Nothing was done yet')
})

test('only what was changed is written; it is marked, with the way back to the source and what the source says', async () => {
  const { send, event } = await atTheMeeting()
  const saved = await send(path, { room: 'M-Plenary', note: 'Badges from 9.00.' })
  expect(event(cndName)).toMatchObject({
    place: { venue: 'M-Plenary, Vienna International Centre', room: 'M-Plenary', city: 'Vienna' },
    note: 'Badges from 9.00.',
    said: { title: { by: 'cnd' }, place: { by: 'editor' }, note: { by: 'editor' } },
  })
  expect(words(saved.text)).toContain('Done: changed')
  expect(words(saved.text)).toMatch(
    /Written by editor , .*? Back to the source cnd says: Boardroom A, Vienna International Centre/,
  )
  await send(`${path}/release`, { field: 'place' })
  expect(event(cndName).place.room).toBe('Boardroom A')
  expect(event(cndName).note).toBe('Badges from 9.00.')
})

test('a field that is wrong says so at the field; all that was typed is still there and nothing was saved', async () => {
  const { send, event } = await atTheMeeting()
  const { status, text } = await send(path, {
    title: 'A title that was typed',
    end: '2027-03-01',
    contact: 'Frau Huber, 0664 123',
    'links.0.url': 'javascript:alert(1)',
  })
  expect(status).toBe(422)
  expect(text).toMatch(
    /id="f-links-0-url"[^>]*aria-describedby="f-links-0-url-error" aria-invalid="true"[^>]*value="javascript:alert\(1\)"/,
  )
  expect(text).toContain('value="A title that was typed"')
  expect(event(cndName).title).toBe(cnd().title)
  const next = await send(path, { 'links.0.url': '' })
  expect(words(next.text)).toContain('It cannot end on 2027-03-01')
  const after = await send(path, { end: '' })
  expect(words(after.text)).toContain('no telephone numbers')
  await send(path, { contact: '' })
  expect(event(cndName)).toMatchObject({ title: 'A title that was typed', when: { start: '2027-03-15', end: '2027-03-15' } })
})

test('what two people change at once is shown to the second with both values, and nothing is lost', async () => {
  const { send, ask, acts, event } = await atTheMeeting()
  acts.changeEvent(cndName, { title: 'Title of the other', note: 'Note of the other' }, { name: 'other' })
  const late = await send(path, { title: 'My title', access: 'With a badge' })
  expect(late.status).toBe(412)
  expect(words(late.text)).toContain('Changed meanwhile : it is now Title of the other . Above is what you wrote.')
  expect(late.text).toContain('value="My title"')
  expect(late.text).toContain('value="Note of the other"')
  expect(event(cndName).title).toBe('Title of the other')
  await send(path)
  expect(event(cndName)).toMatchObject({ title: 'My title', note: 'Note of the other', access: 'With a badge' })
  expect((await ask('GET', path)).status).toBe(200)
})

test('every field can be written, and stands in the form again', async () => {
  const { send, get, event, page } = await atTheMeeting()
  await send(path, {
    startTime: '10:00',
    endTime: '18:00',
    'sittings.0.start': '10:00',
    'sittings.0.end': '13:00',
    'sittings.1.start': '15:00',
    'sittings.1.end': '18:00',
    'days.0': '2027-03-15',
    'days.1': '2027-03-19',
    format: 'hybrid',
    country: 'Austria',
    'links.0.rel': 'registration',
    'links.0.url': 'https://register.example/',
    'deadlines.0.kind': 'nomination',
    'deadlines.0.date': '2027-02-01',
    access: 'With a badge.',
    description: 'First line.\nSecond line.',
    organizer: 'UNODC',
    contact: 'secretariat@example.org',
    group: 'Asset recovery',
    part: 'resumed',
    kind: 'working-group',
  })
  expect(event(cndName)).toMatchObject({
    when: {
      days: ['2027-03-15', '2027-03-19'],
      startTime: '10:00',
      endTime: '18:00',
      sittings: [
        { start: '10:00', end: '13:00' },
        { start: '15:00', end: '18:00' },
      ],
    },
    place: { format: 'hybrid', country: 'Austria' },
    links: [{ rel: 'registration', url: 'https://register.example/' }],
    deadlines: [{ kind: 'nomination', date: '2027-02-01' }],
    description: 'First line.\nSecond line.',
    contact: 'secretariat@example.org',
    group: 'asset-recovery',
    part: 'resumed',
    kind: 'working-group',
  })
  await get(path)
  expect(words((await send(path)).text)).toContain('Nothing was changed')
  expect(page()).toContain('value="asset recovery"')
})

test('a meeting is cancelled, brought back, postponed with and without new days, taken out; each can be undone', async () => {
  const { send, event } = await atTheMeeting()
  await send(`${path}/cancel`, { 'cancel-note': 'Cancelled by the secretariat.', 'cancel-reason': 'mail of 3 February' })
  expect(event(cndName)).toMatchObject({ status: 'cancelled', note: 'Cancelled by the secretariat.' })
  await send(`${path}/restore`)
  expect(event(cndName).status).toBe('confirmed')
  await send(`${path}/postpone`)
  expect(event(cndName).notice).toBe('postponed')
  await send(`${path}/postpone`, { 'postpone-start': '2027-04-05', 'postpone-end': '2027-04-09' })
  expect(event(cndName)).toMatchObject({ notice: 'rescheduled', when: { start: '2027-04-05', end: '2027-04-09' } })
  const out = await send(`${path}/withdraw`)
  expect(event(cndName).state).toBe('withdrawn')
  const [, undo = ''] = /action="(\/desk\/history\/\d+\/undo)"/.exec(out.text) ?? []
  await send(undo)
  expect(event(cndName).state).toBe('listed')
})

test('a list is searched, filtered and changed in place', async () => {
  const { send, get, event, run } = await atTheMeeting()
  run('un', [cnd({ key: 'x', body: 'HLPF', session: 4, title: 'Forum on development', when: cnd().when as never })])
  expect(words((await get('/desk/meetings?q=forum')).text)).not.toContain('Narcotic Drugs Quick')
  const list = await get('/desk/meetings?body=cnd')
  expect(words(list.text)).toContain('Sixty-ninth session')
  expect(list.text).not.toContain('Forum on development')
  const saved = await send(path, { room: 'C4', startTime: '10:00' })
  expect(event(cndName)).toMatchObject({ place: { room: 'C4' }, when: { startTime: '10:00' }, title: cnd().title })
  expect(saved.from.location).toMatch(/^\/desk\/meetings\?done=\d+$/)
})

test('whatever a source prints is text on every page of the desk', async () => {
  const { run, get, signIn } = aVisitor()
  const evil = '<img src=x onerror=alert(1)>"\'><script>alert(2)</script>'
  const one = cnd({
    title: evil,
    note: evil,
    access: evil,
    description: evil,
    organizer: evil,
    place: { venue: evil, room: evil, city: evil },
    provenance: { text: evil, url: 'javascript:alert(3)' },
  })
  run('cnd', [one])
  run('un', [{ ...one, key: 'other', session: undefined as never, title: `${evil} again` }])
  await signIn('administrator')
  const { text } = await get('/desk/meetings')
  const [, meeting = ''] = /<h2><a href="([^"]*)"/.exec(text) ?? []
  for (const address of [
    '/desk',
    '/desk/meetings',
    meeting,
    '/desk/history',
    `/desk/history?meeting=${meeting.split('/').at(-1)}`,
  ]) {
    const page = (await get(address)).text
    expect(page).not.toMatch(/<img|<script>|onerror=(?!alert\(1\)&)|href="javascript:/)
  }
})
