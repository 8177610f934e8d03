import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { describe } from 'vitest'
import { type Served, serve } from '../web/site.ts'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))

/** Tests in a real browser. Where there is none they are skipped with this sentence, but never with CI=true. */
export function inBrowser(name: string, tests: () => void): void {
  const absent = !executablePath && !process.env.CI
  describe.skipIf(absent)(absent ? `${name} (Debian's chromium is not installed)` : name, { timeout: 60_000 }, tests)
}

/** Debian's Chromium without a window, which asks nobody but the pages' own servers. */
export function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync']
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...args, '--disable-component-update', '--no-first-run'],
  })
}

/** A page of a new visitor, who prefers English, and what its scripts and the browser complained of. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Vienna', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return { page, complaints }
}

/** A service on a database in a folder of its own, at an address of this machine that it knows as its own. */
export async function serveToBrowser(made: Parameters<typeof serve>[0] = {}): Promise<Served & { url: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'calendar-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const served = await serve({ folder, ...made, environment: { PUBLIC_URL: url, ...made?.environment } })
  await served.app.listen({ host: '127.0.0.1', port })
  const close = async () => {
    await served.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { ...served, url, close }
}

/** A port of this machine that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
