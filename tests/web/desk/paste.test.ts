import { expect, test } from 'vitest'
import { listEvents } from '../../../src/store/events/events.ts'
import { cnd } from '../../acts/desk.ts'
import { aVisitor, cndName, words } from './visitor.ts'

const list = `VIENNA
12–13 October UNODC: Conference of the Parties to the United Nations Convention against Transnational Organized Crime: Working Group on Trafficking in Persons, 11th session
Vienna, VIC C-BR D
14–15 October 2027 UNODC: Conference of the Parties to the United Nations Convention against Transnational Organized Crime: Working Group on the Smuggling of Migrants, 8th session
Vienna, VIC C-BR D
15–19 March 2027 Commission on Narcotic Drugs, 69th session
Vienna`

async function handedIn(fields: Record<string, string | { name: string; text: string }>) {
  const visitor = aVisitor()
  visitor.run('cnd', [cnd()])
  await visitor.signIn()
  await visitor.get('/desk/paste')
  const csrf = /name="_csrf" value="([^"]*)"/.exec(visitor.page())?.[1] ?? ''
  const form = new FormData()
  form.append('_csrf', csrf)
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new File([value.text], value.name))
  }
  const request = new Request('http://x', { method: 'POST', body: form })
  const reply = await visitor.ask('POST', '/desk/paste', Buffer.from(await request.arrayBuffer()).toString('latin1'), {
    'content-type': request.headers.get('content-type') ?? '',
  })
  const shown = reply.status === 303 ? await visitor.get(reply.location) : reply
  return { ...visitor, reply, shown, path: reply.location.split('?')[0] ?? '' }
}

test('a pasted list is shown as it was understood and changes nothing; what is ticked is taken over as one and taken back as one', async () => {
  const { shown, send, path, store, get } = await handedIn({ text: list.replaceAll('–', '-'), written: '2027-01-11' })
  const all = () => listEvents(store, {}, { limit: 50 })
  expect([shown.status, all().length]).toEqual([200, 1])
  expect(words(shown.text)).toContain('The year is not printed: 2027 was assumed')
  const taken = await send(path, { tick: ['1', '2'] })
  expect(words(taken.text)).toContain('Taken over')
  expect(all().map(({ when }) => when?.start)).toEqual(['2027-03-15', '2027-10-12', '2027-10-14'])
  const [, undo = ''] = /action="(\/desk\/history\/\d+\/undo)"/.exec(taken.text) ?? []
  await send(undo)
  expect(all()).toHaveLength(1)
  expect((await get('/desk/history')).text).toContain('took over 2 of a pasted text')
})

test('an assumed year is not ticked, and can be corrected', async () => {
  const { shown, send, path, store } = await handedIn({ text: list.replaceAll('–', '-'), written: '2027-01-11' })
  expect(shown.text).toMatch(/id="tick-1">/)
  expect(shown.text).toMatch(/id="tick-2" checked>/)
  await send(path, { tick: ['1'], 'start.1': '2028-10-12', 'end.1': '2028-10-13' })
  expect(listEvents(store, { from: '2028-01-01' }, { limit: 9 }).map(({ when }) => when)).toMatchObject([
    { start: '2028-10-12', end: '2028-10-13' },
  ])
})

test('what may be in the calendar already waits for a choice, and nothing is taken over before', async () => {
  const { shown, send, path, store, event } = await handedIn({
    text: 'Narcotic Drugs Commission session, 15-19 March 2027, Vienna, room M-Plenary',
    written: '2027-01-11',
  })
  expect(words(shown.text)).toContain('Is it one of these? Please choose It is “Sixty-ninth session')
  const wrong = await send(path, { tick: ['1'] })
  expect([wrong.status, words(wrong.text)]).toEqual([422, expect.stringContaining('Choose whether it is one of the meetings')])
  await send(path, { tick: ['1'], 'as.1': event(cndName).uid })
  expect(listEvents(store, {}, { limit: 9 })).toHaveLength(1)
})

test('a table is read again with other columns', async () => {
  const text = 'what,when,whereabouts\nBoard of the Alliance,9 February 2027,Vienna\nMembers,16 February 2027,Geneva\n'
  const { shown, send, path, ask } = await handedIn({ file: { name: 'list.csv', text } })
  expect(words(shown.text)).toContain('How the columns were read')
  const again = await send(`${path}/columns`, { 'column.2': 'city' })
  expect(again.status).toBe(200)
  expect(again.text).toContain('<option value="city" selected>City</option>')
  expect((await ask('GET', path)).status).toBe(200)
})

test('nothing handed in, and what cannot be read, is told at once with what was typed', async () => {
  expect(words((await handedIn({ text: '' })).shown.text)).toContain('Paste the words, choose a file or write an address')
  const { shown } = await handedIn({ url: 'http://127.0.0.1/secret', body: 'CND' })
  expect([shown.status, shown.text.includes('value="http://127.0.0.1/secret"')]).toEqual([422, true])
})

test('markup in what is pasted is text', async () => {
  const { shown } = await handedIn({
    text: '9 February 2027: <img src=x onerror=alert(1)> Meeting of <script>alert(2)</script> members, Vienna',
  })
  expect(shown.text).not.toMatch(/<img|<script>/)
  expect(shown.text).toContain('&#60;')
})

test('a month that is taken over as it is stays a month', async () => {
  const { send, path, store } = await handedIn({ text: 'CND thematic session in September, Vienna', written: '2027-01-11' })
  await send(path, { tick: ['1'] })
  expect(listEvents(store, { from: '2027-09-01', to: '2027-09-30' }, { limit: 9 }).map(({ when }) => when?.precision)).toEqual([
    'month',
  ])
})

test('who said that it is another meeting is not asked again', async () => {
  const { send, path, acts } = await handedIn({
    text: 'Narcotic Drugs Commission session, 15-19 March 2027, Vienna, room M-Plenary',
    written: '2027-01-11',
  })
  await send(path, { tick: ['1'], 'as.1': 'new' })
  expect(acts.reviews()).toEqual([])
})
