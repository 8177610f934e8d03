import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveFeed } from '../../src/store/named-feeds.ts'
import { meetings, savedFeed, sources } from '../web/pages/meetings.ts'
import type { Served } from '../web/site.ts'
import { inBrowser, openBrowser, openPage, serveToBrowser } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const paths = [
  '/',
  '/month/2026-05',
  '/year/2026',
  '/bodies',
  '/bodies/cnd',
  '/sources',
  '/subscribe',
  '/embed',
  '/events/ccpcj-35',
  '/events/hostile',
  '/events/cosp-irg-17',
  '/events/untoc-cop-13',
  '/events/cnd-past',
  '/events/alliance-undated',
  '/feeds/vienna-drugs',
  '/embed/frame',
  '/?q=zebra&body=x',
  '/nothing',
  '/month/2026-13',
  '/feeds/vienna-crime',
]

/** What WCAG 2.2 AA finds wrong on a page, as axe-core says it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  return page.evaluate(
    `axe.run(document, { runOnly: ${tags} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 120) + ' ' + node.failureSummary).join(' | ')))`,
  )
}

inBrowser('public pages for everybody', () => {
  let browser: Browser
  let served: Served & { url: string }
  beforeAll(async () => {
    browser = await openBrowser()
    served = await serveToBrowser({ events: meetings, sources })
    saveFeed(served.store, savedFeed)
    saveFeed(served.store, { ...savedFeed, id: 'closed', name: 'vienna-crime', closedAt: '2026-03-02T00:00:00.000Z' })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await served.close()
  })

  test('the pages that are looked at are those of meetings to come and past, of a saved feed, and of refusals', async () => {
    const { page } = await openPage(browser)
    const statuses: Record<string, number | undefined> = {}
    for (const path of paths) statuses[path] = (await page.goto(served.url + path))?.status()
    const refused = { '/nothing': 404, '/month/2026-13': 404, '/feeds/vienna-crime': 410 }
    expect(statuses).toEqual({ ...Object.fromEntries(paths.map((path) => [path, 200])), ...refused })
    await page.goto(`${served.url}/bodies/cnd`)
    expect(await page.locator('.past .event').count()).toBe(1)
  })

  const looks: [string, BrowserContextOptions, string][] = [
    ['in light', {}, ''],
    ['in the dark, on a phone, in Arabic', { colorScheme: 'dark', viewport: { width: 360, height: 740 }, locale: 'ar' }, 'ar'],
  ]
  test.each(looks)('WCAG 2.2 AA finds nothing wrong %s', { timeout: 180_000 }, async (_, options, lang) => {
    const { page } = await openPage(browser, options)
    for (const path of paths) {
      await page.goto(`${served.url}${path}${lang && `${path.includes('?') ? '&' : '?'}lang=${lang}`}`)
      expect(await violations(page), path).toEqual([])
    }
  })

  test('at 200 % zoom, or on a narrow phone, no page is wider than its window', async () => {
    const { page } = await openPage(browser, { viewport: { width: 320, height: 640 } })
    for (const path of paths) {
      await page.goto(served.url + path)
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320)
    }
  })

  test('by the keyboard alone, from the skip link to a meeting', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${served.url}/`)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Skip to content')
    await page.keyboard.press('Enter')
    for (let i = 0; i < 20 && !(await page.locator('h3 :focus').count()); i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/events\//)
    expect(await page.locator('h1').innerText()).toContain('Second intersessional')
  })

  test('without a script every page says all it has to say', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(`${served.url}/subscribe`)
    await page.getByRole('checkbox', { name: /CND/ }).check()
    await page.getByRole('button', { name: 'Make the address' }).click()
    expect(await page.getByRole('textbox').inputValue()).toBe(`${served.url}/feeds/cnd.ics`)
  })

  test('the hours of the reader stand beside those of the place', async () => {
    const { page } = await openPage(browser, { timezoneId: 'America/New_York' })
    await page.goto(`${served.url}/events/cnd-intersessional`)
    expect(await page.locator('.own').innerText()).toMatch(/^Your time: Thu.* 05:00.* 08:00/)
    expect(await page.locator('dl').innerText()).toContain('10:00–13:00 (Vienna time)')
  })

  test('Arabic stands from right to left, and titles as they were written', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${served.url}/?lang=ar`)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    const [name, menu] = await Promise.all([page.locator('.name').boundingBox(), page.locator('header nav').boundingBox()])
    expect(name?.x).toBeGreaterThan(menu?.x ?? 0)
    expect(await page.locator('.event h3 a').first().getAttribute('dir')).toBe('auto')
  })

  test('printed, the list is what is left', async () => {
    const { page } = await openPage(browser)
    await page.emulateMedia({ media: 'print' })
    await page.goto(`${served.url}/`)
    for (const gone of ['header nav', '.filter', '.skip']) expect(await page.locator(gone).isVisible(), gone).toBe(false)
    expect(await page.locator('.event').first().isVisible()).toBe(true)
  })

  test('nothing moves for who asked for less motion', async () => {
    const { page } = await openPage(browser, { reducedMotion: 'reduce' })
    await page.goto(`${served.url}/`)
    expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe('auto')
    expect(await page.evaluate('document.getAnimations().length')).toBe(0)
  })

  test('a chosen body stays chosen, and its meetings alone are shown', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${served.url}/`)
    await page.getByRole('combobox', { name: 'Body' }).selectOption('cnd')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await page.getByRole('combobox', { name: 'Body' }).inputValue()).toBe('cnd')
    expect(await page.locator('.event h3').allInnerTexts()).toEqual([expect.stringContaining('Narcotic Drugs')])
    expect(complaints).toEqual([])
  })
})
