import { expect, test } from 'vitest'
import { mirrorAt } from '../../src/fetch/wire/mirror.ts'
import { quick, serve } from './server.ts'

const page = '<h1>Calendar</h1>'

test('every address is read from the mirror, under the name of its host', async () => {
  const server = await serve({ '/www.unodc.org/unodc/en/a.html?x=1&y=2': page })
  const visits = quick({ mirror: `${server.mirror}/`, allowed: [] })
  const url = 'https://www.unodc.org/unodc/en/a.html?x=1&y=2'
  expect(await visits.fetchPage(url)).toMatchObject({ url, finalUrl: url, bytes: Buffer.from(page) })
  expect(server.seen.map(({ path }) => path)).toEqual(['/www.unodc.org/robots.txt', '/www.unodc.org/unodc/en/a.html?x=1&y=2'])
})

test('the robots.txt on the mirror is obeyed', async () => {
  const server = await serve({ '/www.unodc.org/robots.txt': 'User-agent: *\nDisallow: /', '/www.unodc.org/a': page })
  await expect(quick({ mirror: server.mirror }).fetchPage('https://www.unodc.org/a')).rejects.toThrow(/closes it to us/)
})

test('redirects on the mirror lead to addresses of the web, which are read from the mirror', async () => {
  const server = await serve({
    '/www.unodc.org/a': (response) => response.writeHead(301, { location: 'https://unodc.org/b' }).end(),
    '/unodc.org/b': (response) => response.writeHead(301, { location: 'http://169.254.169.254/c' }).end(),
    '/unodc.org/d': page,
  })
  const visits = quick({ mirror: server.mirror })
  await expect(visits.fetchPage('https://www.unodc.org/a')).rejects.toThrow(/leads from https/)
  expect(server.pages().map(({ path }) => path)).toEqual(['/www.unodc.org/a', '/unodc.org/b'])
})

test.each([
  ['c.html', 'https://www.unodc.org/a/c.html'],
  ['/c.html', 'https://www.unodc.org/c.html'],
  ['/www.unodc.org/c.html', 'https://www.unodc.org/c.html'],
  ['http://127.0.0.1:8080/indico.un.org/c?x=1', 'https://indico.un.org/c?x=1'],
  ['https://indico.un.org/c', 'https://indico.un.org/c'],
  ['//indico.un.org/c', 'https://indico.un.org/c'],
])('a Location of %s on the mirror means %s', (location, meaning) => {
  expect(mirrorAt('http://127.0.0.1:8080').from(location, new URL('https://www.unodc.org/a/b.html'))).toBe(meaning)
})

test('a mirror out of reach is said to be the host out of reach', async () => {
  await expect(quick({ mirror: 'http://127.0.0.1:1' }).fetchPage('https://www.unodc.org/a')).rejects.toThrow(
    'www.unodc.org could not be reached',
  )
})
