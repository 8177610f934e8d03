import { expect, test } from 'vitest'
import { aService } from './write/service.ts'

const meeting = (title: string, said: object = {}) => ({ title, body: 'CND', kind: 'session', start: '2027-02-09', ...said })
const saved = {
  name: 'vienna-drugs',
  title: 'Drugs in Vienna',
  description: 'For members who follow drugs.',
  color: 'teal',
  selection: { body: ['CND'], exclude: { kind: ['briefing'] } },
}
const summaries = (text: string) => [...text.replaceAll('\r\n ', '').matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title)

/** A service with meetings, and their uids by title. */
async function aFilledService() {
  const service = aService()
  const uids: Record<string, string> = {}
  for (const [title, said] of [
    ['Drugs session', {}],
    ['Drugs briefing', { kind: 'briefing' }],
    ['Crime session', { body: 'CCPCJ' }],
    ['Firearms session', { body: 'UNTOC' }],
  ] as const) {
    const { json } = await service.ask('POST', '/api/events', { body: meeting(title, said) })
    uids[title] = json.event.uid
  }
  const read = async (url: string, headers: Record<string, string> = {}) => service.ask('GET', url, { as: 'nobody', headers })
  const change = async (name: string, body: object) => {
    const { headers } = await read(`/api/feeds/${name}`)
    return service.ask('PATCH', `/api/feeds/${name}`, { body, headers: { 'if-match': String(headers.etag) } })
  }
  return { ...service, uids, read, change }
}

test('a saved selection is at once a page, a calendar, news, JSON Feed and an embed under one name', async () => {
  const { ask, read } = await aFilledService()
  const made = await ask('POST', '/api/feeds', { body: saved })
  expect([made.status, made.headers.location]).toEqual([201, 'http://calendar.example/api/feeds/vienna-drugs'])
  expect(made.json).toMatchObject({
    sentence: 'made the feed vienna-drugs: Drugs in Vienna',
    feed: { ...saved, state: 'open', formerNames: [], url: 'http://calendar.example/feeds/vienna-drugs' },
  })
  const calendar = await read('/feeds/vienna-drugs.ics')
  expect(calendar.text).toContain('X-WR-CALNAME:Drugs in Vienna\r\n')
  expect(calendar.text).toContain('COLOR:teal\r\n')
  expect(calendar.text).toContain('SOURCE;VALUE=URI:http://calendar.example/feeds/vienna-drugs.ics\r\n')
  expect(summaries(calendar.text)).toEqual(['CND: Drugs session'])
  const page = await read('/feeds/vienna-drugs')
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.text).toContain('<h1 dir="auto">Drugs in Vienna</h1>')
  expect(page.text).toContain('http://calendar.example/feeds/vienna-drugs.ics')
  for (const { text } of [page, await read('/feeds/vienna-drugs.atom'), await read('/feeds/vienna-drugs.json')]) {
    expect(text).toContain('Drugs session')
    expect(text).not.toMatch(/Drugs briefing|Crime session|Firearms session/)
  }
  const { json } = await read('/embed/list.json?feed=vienna-drugs')
  expect(json.events.map(({ title }: { title: string }) => title)).toEqual(['Drugs session'])
  expect(json.all.url).toBe('http://calendar.example/feeds/vienna-drugs')
  for (const address of Object.values(made.json.feed.addresses)) {
    expect((await read(String(address).replace('http://calendar.example', ''))).status).toBe(200)
  }
})

test('a renamed feed is found under every name it had, for ever', async () => {
  const { ask, read, change } = await aFilledService()
  await ask('POST', '/api/feeds', { body: saved })
  expect((await change('vienna-drugs', { name: 'drugs' })).json).toMatchObject({
    sentence: 'renamed the feed vienna-drugs to drugs',
    feed: { name: 'drugs', formerNames: ['vienna-drugs'] },
  })
  await change('drugs', { name: 'narcotics' })
  for (const [old, now] of [
    ['/feeds/vienna-drugs.ics?past=30', '/feeds/narcotics.ics?past=30'],
    ['/feeds/Drugs.atom', '/feeds/narcotics.atom'],
    ['/feeds/vienna-drugs', '/feeds/narcotics'],
  ] as const) {
    const { status, headers } = await read(old)
    expect([old, status, headers.location]).toEqual([old, 308, now])
  }
  expect((await read('/embed/list.json?feed=vienna-drugs')).json.events).toHaveLength(1)
  expect((await read('/api/feeds/drugs')).json.name).toBe('narcotics')
})

test('a name that was given is never another feed’s, and built-in names stay', async () => {
  const { ask, change } = await aFilledService()
  await ask('POST', '/api/feeds', { body: saved })
  await change('vienna-drugs', { name: 'drugs' })
  for (const name of ['vienna-drugs', 'drugs', 'all', 'cnd']) {
    const answer = await ask('POST', '/api/feeds', { body: { ...saved, name } })
    expect([name, answer.status]).toEqual([name, 422])
  }
  expect((await change('drugs', { name: 'vienna-drugs' })).json.feed).toMatchObject({
    name: 'vienna-drugs',
    formerNames: ['drugs'],
  })
})

test('a changed feed is another calendar at once, and every change stands in the history and can be taken back', async () => {
  const { ask, read, change } = await aFilledService()
  await ask('POST', '/api/feeds', { body: saved })
  const before = await read('/feeds/vienna-drugs.ics')
  const done = await change('vienna-drugs', { title: 'Drugs and crime', selection: { body: ['CND', 'CCPCJ'] } })
  expect(done.json.sentence).toBe('changed title, selection of the feed vienna-drugs')
  const after = await read('/feeds/vienna-drugs.ics')
  expect(summaries(after.text)).toEqual(['CND: Drugs session', 'CND: Drugs briefing', 'CCPCJ: Crime session'])
  expect(after.headers['last-modified']).not.toBe(before.headers['last-modified'])
  const { json } = await ask('GET', '/api/history?limit=1')
  expect(json.actions).toMatchObject([{ actor: 'editor', sentence: done.json.sentence, canUndo: true }])
  await change('vienna-drugs', { title: 'Drugs, crime' })
  await ask('POST', `/api/history/${done.json.actionId}/undo`, { body: {} })
  expect((await read('/api/feeds/vienna-drugs')).json).toMatchObject({ title: 'Drugs, crime', selection: saved.selection })
})

test('a closed feed says that it is gone; taking that back opens it again', async () => {
  const { ask, read } = await aFilledService()
  await ask('POST', '/api/feeds', { body: saved })
  const closed = await ask('DELETE', '/api/feeds/vienna-drugs')
  expect(closed.json).toMatchObject({ sentence: 'closed the feed vienna-drugs: Drugs in Vienna', feed: { state: 'closed' } })
  for (const address of ['.ics', '.atom', '.json', ''])
    expect((await read(`/feeds/vienna-drugs${address}`)).status, address).toBe(410)
  expect((await read('/embed/list?feed=vienna-drugs')).status).toBe(410)
  expect((await ask('POST', '/api/feeds', { body: saved })).status).toBe(422)
  await ask('POST', `/api/history/${closed.json.actionId}/undo`, { body: {} })
  expect((await read('/feeds/vienna-drugs.ics')).status).toBe(200)
})

test('single events are in whatever the rest says, alone they are all that is, and one merged away is followed', async () => {
  const { ask, read, change, uids } = await aFilledService()
  await ask('POST', '/api/feeds', { body: { ...saved, selection: { body: ['CND'], events: [uids['Crime session']] } } })
  const titles = async () => summaries((await read('/feeds/vienna-drugs.ics')).text)
  expect(await titles()).toEqual(['CND: Drugs session', 'CND: Drugs briefing', 'CCPCJ: Crime session'])
  await change('vienna-drugs', { selection: { body: ['CND'], exclude: { events: [uids['Drugs session']] } } })
  expect(await titles()).toEqual(['CND: Drugs briefing'])
  await change('vienna-drugs', { selection: { events: [uids['Firearms session']] } })
  expect(await titles()).toEqual(['UNTOC: Firearms session'])
  const { json } = await ask('POST', '/api/events', { body: meeting('Firearms meeting', { body: 'UNTOC' }) })
  await change('vienna-drugs', { selection: { events: [json.event.uid] } })
  await ask('POST', '/api/decisions', { body: { verdict: 'same', a: uids['Firearms session'], b: json.event.uid } })
  expect((await titles()).filter((title) => !title?.startsWith('CANCELLED'))).toHaveLength(1)
})

test('what an address asks of a saved feed only takes away from it', async () => {
  const { ask, read } = await aFilledService()
  await ask('POST', '/api/feeds', { body: { ...saved, selection: { body: ['CND'], q: 'drugs', exclude: { q: 'briefing' } } } })
  const titles = async (query: string) => summaries((await read(`/feeds/vienna-drugs.ics?${query}`)).text)
  expect(await titles('q=session')).toEqual(['CND: Drugs session'])
  for (const query of ['body=ccpcj', 'q=crime', 'exclude-q=session', 'kind=briefing']) expect(await titles(query)).toEqual([])
})

test('a wrong draft names its field, and only editors may write', async () => {
  const { ask, read } = await aFilledService()
  const refused = async (body: object, as: 'editor' | 'reader' | 'nobody' = 'editor') => {
    const { status, json } = await ask('POST', '/api/feeds', { body, as })
    return [status, json.errors?.[0]?.pointer]
  }
  expect(await refused({ ...saved, name: 'Vienna Drugs' })).toEqual([400, '/name'])
  expect(await refused({ name: 'x-y' })).toEqual([400, '/title'])
  expect(await refused({ ...saved, selection: { body: ['ATLANTIS'] } })).toEqual([400, '/selection/body/0'])
  expect(await refused({ ...saved, selection: { events: ['nowhere'] } })).toEqual([422, '/selection/events/0'])
  expect(await refused(saved, 'reader')).toEqual([403, undefined])
  expect(await refused(saved, 'nobody')).toEqual([401, undefined])
  expect((await ask('PATCH', '/api/feeds/nowhere', { body: {}, headers: { 'if-match': '*' } })).status).toBe(404)
  expect((await ask('PATCH', '/api/feeds/all', { body: {}, headers: { 'if-match': '*' } })).status).toBe(409)
  expect((await read('/api/feeds/nowhere')).status).toBe(404)
})

test('who changes says which version, and a dry run stores nothing', async () => {
  const { ask, read } = await aFilledService()
  const tried = await ask('POST', '/api/feeds?dryRun=true', { body: saved })
  expect([tried.status, tried.json.actionId, tried.json.feed.name]).toEqual([200, 0, 'vienna-drugs'])
  expect((await read('/feeds/vienna-drugs.ics')).status).toBe(404)
  const { headers } = await ask('POST', '/api/feeds', { body: saved })
  const patch = (tag?: string) =>
    ask('PATCH', '/api/feeds/vienna-drugs', { body: { title: tag ?? 'x' }, headers: tag ? { 'if-match': tag } : {} })
  expect((await patch()).status).toBe(428)
  expect((await patch(String(headers.etag))).status).toBe(200)
  expect((await patch(String(headers.etag))).status).toBe(412)
})

test('a saved feed is found where readers look: in the list, on the page of subscribing', async () => {
  const { ask, read } = await aFilledService()
  await ask('POST', '/api/feeds', { body: { ...saved, title: '<b>Drugs</b> & "more"' } })
  const { json } = await read('/api/feeds')
  expect(json.feeds.at(-1)).toMatchObject({ name: 'vienna-drugs', state: 'open' })
  expect(json.feeds[0]).toMatchObject({ name: 'all', state: 'always' })
  const page = await read('/subscribe')
  expect(page.text).toContain('/feeds/vienna-drugs.ics')
  for (const { text } of [page, await read('/feeds/vienna-drugs'), await read('/feeds/vienna-drugs.atom')])
    expect(text).not.toContain('<b>Drugs')
})

test('pages of built-in feeds are those that there are already', async () => {
  const { read } = await aFilledService()
  expect((await read('/feeds/all')).headers.location).toBe('/')
  expect((await read('/feeds/CND?lang=fr')).headers.location).toBe('/bodies/cnd?lang=fr')
  expect((await read('/feeds/nowhere')).status).toBe(404)
})
