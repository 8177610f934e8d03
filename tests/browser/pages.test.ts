import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meetings, sources } from '../web/pages/meetings.ts'
import type { Served } from '../web/site.ts'
import { inBrowser, openBrowser, openPage, serveToBrowser } from './browser.ts'

inBrowser('public pages in a browser', () => {
  let browser: Browser
  let served: Served & { url: string }
  beforeAll(async () => {
    browser = await openBrowser()
    served = await serveToBrowser({ events: meetings, sources })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await served.close()
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
