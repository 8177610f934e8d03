import zlib from 'node:zlib'
import { expect, test } from 'vitest'
import type { Received } from '../../src/fetch/index.ts'
import { type Answerer, cutOff, quick, serve } from './server.ts'

const page = `<h1>Meetings</h1>${Array.from({ length: 3000 }, (_, day) => `<p>${day * 7919}</p>`).join('')}`
const html = { 'content-type': 'text/html' }

function packed(coding: string, body: Buffer): Answerer {
  return (response) => response.writeHead(200, { ...html, 'content-encoding': coding }).end(body)
}

test.each([
  ['gzip', zlib.gzipSync(page)],
  ['x-gzip', zlib.gzipSync(page)],
  ['GZip', zlib.gzipSync(page)],
  ['deflate', zlib.deflateSync(page)],
  ['deflate', zlib.deflateRawSync(page)],
  ['br', zlib.brotliCompressSync(page)],
  ['zstd', zlib.zstdCompressSync(page)],
  ['identity', Buffer.from(page)],
  ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(page))],
])('a body packed as %s is unpacked', async (coding, body) => {
  const server = await serve({ '/page': packed(coding, body) })
  expect(((await quick().fetchPage(server.url('/page'))) as Received).bytes.toString()).toBe(page)
})

test.each([
  ['gzip', zlib.gzipSync(Buffer.alloc(3_000_000))],
  ['deflate', zlib.deflateSync(Buffer.alloc(3_000_000))],
  ['br', zlib.brotliCompressSync(Buffer.alloc(3_000_000))],
  ['zstd', zlib.zstdCompressSync(Buffer.alloc(3_000_000))],
  ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(Buffer.alloc(3_000_000)))],
])('a %s bomb ends with a sentence', async (coding, body) => {
  const server = await serve({ '/page': packed(coding, body) })
  await expect(quick({ maxBytes: 1_000_000 }).fetchPage(server.url('/page'))).rejects.toThrow(/larger than 1 MB when unpacked\.$/)
})

test.each([
  ['gzip', /is not the gzip it is said to be/],
  ['compress', /packed in an unknown way/],
  ['constructor', /packed in an unknown way/],
  ['gzip,gzip,gzip,gzip', /packed 4 times over/],
])('a body wrongly called %s ends with a sentence', async (coding, why) => {
  const server = await serve({ '/page': packed(coding, Buffer.from(page)) })
  await expect(quick().fetchPage(server.url('/page'))).rejects.toThrow(why)
})

test('a body announced as too large is not read', async () => {
  const server = await serve({
    '/page': (response) => response.writeHead(200, { ...html, 'content-length': 2_000_001 }).write('x'),
  })
  await expect(quick({ maxBytes: 2_000_000 }).fetchPage(server.url('/page'))).rejects.toThrow(/is larger than 2 MB\.$/)
})

test('a body without a length is read no further than the limit', async () => {
  const server = await serve({
    '/page': (response) => {
      response.writeHead(200, html)
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(100_000, 'x')));
      }
      response.on('drain', pour)
      pour()
    },
  })
  await expect(quick({ maxBytes: 1_000_000 }).fetchPage(server.url('/page'))).rejects.toThrow(/is larger than 1 MB/)
})

test('a page that never comes ends with a sentence, and is not asked for again', async () => {
  const server = await serve({ '/page': () => undefined })
  await expect(quick({ timeoutMs: 300 }).fetchPage(server.url('/page'))).rejects.toThrow(/did not answer in full within 0.3 s/)
  expect(server.pages()).toHaveLength(1)
})

test('a page that drips for ever ends like one that never comes', async () => {
  const server = await serve({
    '/page': (response) => {
      response.writeHead(200, html)
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    },
  })
  await expect(quick({ timeoutMs: 300 }).fetchPage(server.url('/page'))).rejects.toThrow(/did not answer in full within 0.3 s/)
})

test('a page shorter than announced is asked for again, then taken as cut off, without validators', async () => {
  const server = await serve({ '/page': cutOff('<h1>Half', 1000) })
  const fetched = await quick().fetchPage(server.url('/page'))
  expect(fetched).toMatchObject({ truncated: true, bytes: Buffer.from('<h1>Half') })
  expect(fetched).not.toHaveProperty('etag')
  expect(server.pages()).toHaveLength(3)
})

test('a page cut off once and whole the next time is whole', async () => {
  const server = await serve({
    '/page': (response, request, visit) => {
      if (visit === 1) cutOff('<h1>Half', 1000)(response, request, visit)
      else response.writeHead(200, { ...html, etag: '"1"' }).end('<h1>Whole</h1>')
    },
  })
  const fetched = await quick().fetchPage(server.url('/page'))
  expect(fetched).toMatchObject({ etag: '"1"', bytes: Buffer.from('<h1>Whole</h1>') })
  expect(fetched).not.toHaveProperty('truncated')
})

test.each([
  ['gzip', zlib.gzipSync(page)],
  ['br', zlib.brotliCompressSync(page)],
])('what arrived of a %s body that breaks off is read', async (coding, body) => {
  const server = await serve({ '/page': packed(coding, body.subarray(0, body.length * 0.7)) })
  const { truncated, bytes } = (await quick({ waitsMs: [] }).fetchPage(server.url('/page'))) as Received
  expect(truncated).toBe(true)
  expect(bytes.length).toBeGreaterThan(1000)
  expect(page.startsWith(bytes.toString())).toBe(true)
})

test('an answer that is no HTTP ends with a sentence', async () => {
  const server = await serve({ '/page': (response) => response.socket?.end('SSH-2.0-OpenSSH_9\r\n\r\n') })
  await expect(quick().fetchPage(server.url('/page'))).rejects.toMatchObject({
    name: 'FetchError',
    why: expect.stringMatching(/could not be read/),
  })
})

test('headers without end end with a sentence', async () => {
  const server = await serve({ '/page': (response) => response.writeHead(200, { 'x-long': 'a'.repeat(20_000) }).end(page) })
  await expect(quick().fetchPage(server.url('/page'))).rejects.toThrow(/headers that are too long/)
})
