import { expect, test } from 'vitest'
import { FetchError } from '../../src/fetch/index.ts'
import { type RobotsCopy, robotsJudge } from '../../src/fetch/robots.ts'
import { machineClock } from '../../src/fetch/wire/clock.ts'
import { lanes } from '../../src/fetch/wire/lane.ts'
import { type Answerer, fakeClock, quick, serve } from './server.ts'

const page = '<h1>Calendar</h1>'
const slowly: Answerer = (response) => void setTimeout(() => response.writeHead(200).end(page), 30)

test('a host is asked for one page at a time, robots.txt included, in the order of asking', async () => {
  const server = await serve({ '/robots.txt': slowly, '/a': slowly, '/b': slowly, '/c': slowly })
  const visits = quick()
  await Promise.all(['/a', '/b', '/c'].map((path) => visits.fetchPage(server.url(path))))
  expect(server.seen.map(({ path, open }) => [path, open])).toEqual([
    ['/robots.txt', 1],
    ['/a', 1],
    ['/b', 1],
    ['/c', 1],
  ])
})

test('two hosts are visited side by side', async () => {
  const waiting: (() => void)[] = []
  const together: Answerer = (response) => {
    waiting.push(() => response.writeHead(200).end(page))
    if (waiting.length === 2) for (const answer of waiting) answer()
  }
  const server = await serve({ '/page': together })
  const visits = quick()
  const both = ['127.0.0.1', '127.0.0.2'].map((host) => visits.fetchPage(server.url('/page', host)))
  expect(await Promise.all(both)).toHaveLength(2)
})

test('a failed visit does not hold up the next', async () => {
  const server = await serve({ '/ok': page })
  const visits = quick()
  const [failed, ok] = await Promise.allSettled([visits.fetchPage(server.url('/missing')), visits.fetchPage(server.url('/ok'))])
  expect([failed?.status, ok?.status]).toEqual(['rejected', 'fulfilled'])
})

test('between two visits of a host the pause passes, even one that was raised meanwhile', async () => {
  const clock = fakeClock()
  const lane = lanes(2000, new AbortController().signal, clock)('host')
  await lane.inTurn(async () => undefined)
  await lane.inTurn(async () => undefined)
  lane.pauseMs = 5000
  await lane.inTurn(async () => undefined)
  await lane.inTurn(() => Promise.reject(new Error('no answer'))).catch(() => undefined)
  await lane.inTurn(async () => undefined)
  expect(clock.waits).toEqual([2000, 2000, 5000, 5000])
})

test('the pause is kept before robots.txt, pages and redirects alike, and a Crawl-delay lengthens it', async () => {
  const clock = fakeClock()
  const server = await serve({
    '/robots.txt': 'User-agent: *\nCrawl-delay: 7',
    '/a': (response) => response.writeHead(302, { location: '/b' }).end(),
    '/b': page,
  })
  await quick({ clock, pauseMs: 2000 }).fetchPage(server.url('/a'))
  expect(clock.waits).toEqual([2000, 7000])
})

test('waiting for a turn ends when the program does', async () => {
  const stop = new AbortController()
  const lane = lanes(60_000, stop.signal, machineClock)('host')
  await lane.inTurn(async () => undefined)
  const waiting = expect(lane.inTurn(async () => undefined)).rejects.toMatchObject({ name: 'AbortError' })
  stop.abort()
  await waiting
})

test('what robots.txt closes is not visited, and the sentence says which line', async () => {
  const server = await serve({
    '/robots.txt': '\uFEFFUser-agent: *\nDisallow: /private\nAllow: /private/open\n\nUser-agent: other\nDisallow: /\n',
    '/private/page': page,
    '/private/open': page,
  })
  const visits = quick()
  await expect(visits.fetchPage(server.url('/private/page'))).rejects.toThrow(/closes it to us \(line 2\)/)
  expect(await visits.fetchPage(server.url('/private/open'))).toMatchObject({ status: 200 })
  expect(server.seen.map(({ path }) => path)).toEqual(['/robots.txt', '/private/open'])
})

test('a rule that names us goes before the rule for all', async () => {
  const server = await serve({
    '/robots.txt': 'User-agent: *\nDisallow: /\n\nUser-agent: un-crime-calendar\nDisallow:\n',
    '/page': page,
  })
  expect(await quick().fetchPage(server.url('/page'))).toMatchObject({ status: 200 })
})

test('robots.txt is asked about the place that a redirect leads to as well', async () => {
  const server = await serve({
    '/robots.txt': 'User-agent: *\nDisallow: /closed\n',
    '/page': (response) => response.writeHead(302, { location: '/closed' }).end(),
    '/closed': page,
  })
  await expect(quick().fetchPage(server.url('/page'))).rejects.toThrow(/closes it to us/)
})

test.each([404, 401, 403, 410])('a host whose robots.txt answers %i is open', async (status) => {
  const server = await serve({ '/robots.txt': (response) => response.writeHead(status).end(), '/page': page })
  expect(await quick().fetchPage(server.url('/page'))).toMatchObject({ status: 200 })
})

test.each([500, 503, 429])(
  'a host whose robots.txt answers %i is closed for now, and is not asked again at once',
  async (status) => {
    const server = await serve({ '/robots.txt': (response) => response.writeHead(status).end(), '/page': page })
    const visits = quick({ waitsMs: [] })
    await expect(visits.fetchPage(server.url('/page'))).rejects.toThrow(
      /the rules of its host could not be read: .*robots.txt answered/,
    )
    await expect(visits.fetchPage(server.url('/page'))).rejects.toMatchObject({ status, url: server.url('/page') })
    expect(server.seen.map(({ path }) => path)).toEqual(['/robots.txt'])
  },
)

test('robots.txt is read once a day and host, and an older copy serves while it cannot be read', async () => {
  let now = Date.parse('2026-06-01T10:00:00Z')
  let reads = 0
  const shelf = new Map<string, RobotsCopy>()
  const settings = {
    agent: 'un-crime-calendar',
    now: () => now,
    shelf: {
      load: (origin: string) => shelf.get(origin),
      save: (origin: string, copy: RobotsCopy) => void shelf.set(origin, copy),
    },
    read: async (url: string) => {
      reads += 1
      if (reads === 2) throw new FetchError(url, 'out of reach')
      return 'User-agent: *\nCrawl-delay: 3\nDisallow: /closed'
    },
  }
  const judge = robotsJudge(settings)
  const open = new URL('https://example.org/open')
  expect(await Promise.all([judge(open), judge(open)])).toEqual([3000, 3000])
  expect(await robotsJudge(settings)(open)).toBe(3000)
  expect(reads).toBe(1)
  now += 25 * 3_600_000
  await expect(judge(new URL('https://example.org/closed'))).rejects.toThrow(/line 3/)
  expect(reads).toBe(2)
  now += 3_600_000
  expect(await judge(open)).toBe(3000)
  expect(reads).toBe(3)
})

test('a Crawl-delay beyond reason is bounded', async () => {
  const judge = robotsJudge({ agent: 'x', now: Date.now, read: async () => 'User-agent: *\nCrawl-delay: 86400' })
  expect(await judge(new URL('https://example.org/'))).toBe(30_000)
})
