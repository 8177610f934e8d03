import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { argv } from 'node:process'
import { pathToFileURL } from 'node:url'
import { allSavedPages, typeOf } from './saved.ts'

/** A small web of the saved pages: `https://HOST/PATH?QUERY` is served at `/HOST/PATH?QUERY`, with an ETag; everything else is 404. */
export async function startMirror(port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const pages = new Map([...allSavedPages()].map(([url, saved]) => [url.replace('https://', '/'), saved]))
  const server = createServer((request, response) => {
    const saved = pages.get(request.url ?? '')
    if (!saved) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('No page is saved for this address.\n')
    const etag = `"${createHash('sha256').update(saved.bytes).digest('base64url').slice(0, 22)}"`
    const tags = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    if (tags.includes(etag)) return void response.writeHead(304, { etag }).end()
    response.writeHead(200, { 'content-type': typeOf(saved.name), etag }).end(request.method === 'HEAD' ? undefined : saved.bytes)
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

// As a program: node tests/mirror.ts [PORT]
if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const { url } = await startMirror(Number(argv[2] ?? 8080))
  console.log(`The saved pages are served for WEB_MIRROR=${url}`)
}
