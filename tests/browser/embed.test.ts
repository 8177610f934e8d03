import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meetings, sources } from '../web/pages/meetings.ts'
import type { Served } from '../web/site.ts'
import { inBrowser, openBrowser, openPage, serveToBrowser } from './browser.ts'

/** Browsers on a busy machine are slow. */
const patient = { timeout: 20_000 }

inBrowser('the embed on a website of others', () => {
  let browser: Browser
  let served: Served & { url: string }
  let foreign: Server
  const pages = new Map<string, { body: string; policy: string }>()
  beforeAll(async () => {
    browser = await openBrowser()
    served = await serveToBrowser({ events: meetings, sources })
    foreign = createServer((request, response) => {
      const { body = '', policy = '' } = pages.get(request.url ?? '') ?? {}
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      response.end(`<!doctype html><html lang="en"><title>A website</title><body>${body}</body></html>`)
    }).listen(0, '127.0.0.1')
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await served.close()
    foreign.closeAllConnections()
    foreign.close()
  })
  /** A page of another origin with this body, under a policy that allows nothing but what is named. */
  async function visit(path: string, body: string, allowed: string, options: Parameters<typeof openPage>[1] = {}) {
    pages.set(path, { body, policy: `default-src 'none'; ${allowed}` })
    const opened = await openPage(browser, options)
    await opened.page.goto(`http://localhost:${(foreign.address() as AddressInfo).port}${path}`)
    return opened
  }
  const script = (url: string) => `<script src="${url}/embed.js" async></script>`
  const element = (attributes: string) => `<un-events ${attributes}><a href="/fallback">Meetings</a></un-events>`
  const strict = (url: string) => `script-src ${url}; connect-src ${url}`

  test('twice on one page, each shows its own bodies in its own language under a strict policy', async () => {
    const body = `${script(served.url)}${element('body="ccpcj,cnd" limit="5" lang="fr"')}${element('body="cosp" lang="ar"')}`
    const { page, complaints } = await visit('/twice', body, strict(served.url))
    const first = page.locator('un-events').first()
    const second = page.locator('un-events').last()
    await first.locator('[part=item]').first().waitFor()
    await second.locator('[part=item]').first().waitFor()
    expect(await first.locator('[part=title]').allInnerTexts()).toHaveLength(2)
    expect(await first.locator('[part=date]').first().innerText()).toContain('mars 2026')
    expect(await second.locator('[part=frame]').getAttribute('dir')).toBe('rtl')
    expect(await second.locator('[part=status]').innerText()).toBe('أُلغي')
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
  })

  test('its links are reached by the keyboard in the order in which they stand', async () => {
    const { page } = await visit('/keys', `${script(served.url)}${element('body="ccpcj,cnd"')}`, strict(served.url))
    await page.locator('[part=item]').first().waitFor()
    const reached: string[] = []
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('Tab')
      reached.push(await page.evaluate<string>('document.activeElement.shadowRoot.activeElement.textContent'))
    }
    expect(reached).toEqual([...(await page.locator('[part=title]').allTextContents()), 'All meetings'])
  })

  test('the website gives it its colours, and it is as high as its list', async () => {
    const style = '<style>un-events { --un-accent: rgb(1, 2, 3) } un-events::part(date) { color: rgb(4, 5, 6) }</style>'
    const body = `${style}${script(served.url)}${element('limit="3"')}`
    const { page } = await visit('/style', body, `${strict(served.url)}; style-src 'unsafe-inline'`)
    await page.locator('[part=item]').first().waitFor()
    const colour = (part: string) =>
      `getComputedStyle(document.querySelector('un-events').shadowRoot.querySelector('[part=${part}]')).color`
    expect(await page.evaluate(colour('title'))).toBe('rgb(1, 2, 3)')
    expect(await page.evaluate(colour('date'))).toBe('rgb(4, 5, 6)')
    const heights = await page.evaluate<number[]>(
      `[document.querySelector('un-events'), document.querySelector('un-events').shadowRoot.querySelector('[part=frame]')].map((one) => one.getBoundingClientRect().height)`,
    )
    expect(heights[0]).toBe(heights[1])
  })

  test('it keeps the link of the website when the service is down, or does not understand', async () => {
    const body = `${script(served.url)}${element('body="nothing"')}`
    const { page } = await visit('/wrong', body, strict(served.url))
    await Promise.all([page.waitForResponse(/list\.json/), page.reload()])
    expect(await page.getByText('Meetings').isVisible()).toBe(true)
    await page.route('**/embed/list.json*', (route) => route.abort())
    await Promise.all([page.waitForEvent('requestfailed', (request) => request.url().includes('list.json')), page.reload()])
    expect(await page.getByText('Meetings').isVisible()).toBe(true)
  })

  test('without any script the website has its frame, whose links leave it', async () => {
    const body = `<iframe src="${served.url}/embed/frame?body=cnd&lang=es" title="Reuniones" width="600" height="300"></iframe>`
    const { page, complaints } = await visit('/frame', body, `frame-src ${served.url}`, { javaScriptEnabled: false })
    const link = page.frameLocator('iframe').getByRole('link', { name: /intersessional/ })
    await link.waitFor()
    expect(await page.frameLocator('iframe').locator('html').getAttribute('lang')).toBe('es')
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    await opened.waitForURL(`${served.url}/events/cnd-intersessional?lang=es`)
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
  })

  test('the frame tells the page around it how high it is', async () => {
    const listen = `<script>addEventListener('message', ({ data }) => { if (data.type === 'un-events:height') document.title = data.height })</script>`
    const body = `${listen}<iframe src="${served.url}/embed/frame?limit=3" title="Meetings" width="600" height="90"></iframe>`
    const { page } = await visit('/height', body, `frame-src ${served.url}; script-src 'unsafe-inline'`)
    await expect.poll(async () => Number(await page.title()), patient).toBeGreaterThan(100)
    const inside = await page
      .frameLocator('iframe')
      .locator('main')
      .evaluate((main) => (main as unknown as { offsetHeight: number }).offsetHeight)
    expect(Number(await page.title())).toBeGreaterThanOrEqual(inside)
  })

  test('no page but the embed may be framed', async () => {
    const body = ['/', '/subscribe', '/events/ccpcj-35']
      .map((path) => `<iframe src="${served.url}${path}" title="${path}"></iframe>`)
      .join('')
    const { page } = await visit('/framed', body, `frame-src ${served.url}`)
    const refused = () => page.frames().filter((frame) => frame.url().startsWith('chrome-error:')).length
    await expect.poll(refused, patient).toBe(3)
  })
})
