import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aService } from '../web/write/service.ts'
import { freePort, inBrowser, openBrowser, openPage } from './browser.ts'

inBrowser('the description of the API in a browser', () => {
  let browser: Browser
  let service: ReturnType<typeof aService>
  let url = ''
  beforeAll(async () => {
    browser = await openBrowser()
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    service = aService({ PUBLIC_URL: url })
    await service.app.listen({ host: '127.0.0.1', port })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await service.app.close()
  })

  test('the first operation of each section opens, one is tried and answers, and the browser complains of nothing', {
    timeout: 240_000,
  }, async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${url}/docs`, { timeout: 60_000 })
    const sections = page.locator('.opblock-tag-section')
    await sections.first().waitFor()
    for (const section of await sections.all()) await section.locator('.opblock-summary-control').first().click()
    const one = page.locator('#operations-feeds-getFeeds')
    await one.locator('.opblock-summary-control').click()
    await one.getByRole('button', { name: 'Execute' }).click()
    await one.locator('.live-responses-table').waitFor()
    expect(await one.locator('.live-responses-table tbody .response-col_status').innerText()).toBe('200')
    await page.getByRole('button', { name: 'Authorize' }).first().click()
    expect(complaints).toEqual([])
  })
})
