import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type State, states } from './states.ts'

/** A calendar served over HTTP as the service serves it, in a state that can be changed. */
export type Served = { url: string; state: State; asked: () => number; close: () => Promise<void> }

/** Serves the first state, with a strong ETag, 304 and HEAD, on a free port of the loopback. */
export async function serve(): Promise<Served> {
  let asked = 0
  const server = createServer((request, response) => {
    const bytes = Buffer.from(states[served.state])
    const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
    asked += 1
    response.setHeader('etag', etag)
    response.setHeader('cache-control', 'public, max-age=300')
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end()
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8', 'content-length': bytes.length })
    return response.end(request.method === 'HEAD' ? undefined : bytes)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const served: Served = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feeds/all.ics`,
    state: 'first',
    asked: () => asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
  return served
}
