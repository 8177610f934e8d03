import { createServer } from 'node:http'
import { pino } from 'pino'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openStore } from '../../src/store/database.ts'

// A process of its own for either side of a comparison: `service FOLDER`, or `bare` with what it shall send told by message.
const [kind = '', folder = ''] = process.argv.slice(2)
if (kind === 'service') await serveService()
else serveBare()

async function serveService(): Promise<void> {
  const config = readConfig({ DATA_DIR: folder, PUBLIC_URL: 'https://calendar.example' })
  const log = pino({ level: 'info' }, pino.destination('/dev/null'))
  const app = buildApp({ store: openStore(folder), config, sources: [], log })
  tell(await app.listen({ port: 0 }))
}

function serveBare(): void {
  let body = Buffer.alloc(0)
  let headers: Record<string, string> = {}
  let etag = ''
  let freshHeaders: Record<string, string> = {}
  const server = createServer((request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, freshHeaders).end()
    else response.writeHead(200, headers).end(body)
  })
  process.on('message', (said: { body: string; headers: Record<string, string> }) => {
    body = Buffer.from(said.body)
    headers = { ...said.headers, 'content-length': String(body.length) }
    etag = said.headers.etag ?? ''
    const { 'content-type': _, ...others } = said.headers
    freshHeaders = others
    process.send?.('ready')
  })
  server.listen(0, '127.0.0.1', () => tell(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
}

function tell(address: string): void {
  process.send?.(address)
  process.on('disconnect', () => process.exit(0))
}
