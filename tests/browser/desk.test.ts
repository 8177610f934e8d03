import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWeb } from '../hall/world.ts'
import { freePort, inBrowser, openBrowser, openPage } from './browser.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const nextYear = new Date().getFullYear() + 1
const cndPage = '/www.unodc.org/unodc/en/commissions/CND/CND_Meetings-Current-Year.html'

/** The commission's page, with the room of its session. */
const pageWith = (room: string, more = '') => `<!DOCTYPE html><html lang="en"><title>CND meetings</title><body>
<h1>Meetings of the Commission on Narcotic Drugs</h1><h2>Coming sessions</h2>
<ul><li>Ninetieth session of the Commission on Narcotic Drugs, 15-19 March ${nextYear}, ${room}, Vienna International Centre, Vienna</li>
<li>Reconvened ninetieth session of the Commission on Narcotic Drugs, 7-8 December ${nextYear}, Vienna</li>${more}</ul></body></html>`

/** A list as it comes by mail: days without their year, and one with it. */
const pasted = `VIENNA
12-13 October UNODC: Conference of the Parties to the United Nations Convention against Transnational Organized Crime: Working Group on Trafficking in Persons, 41st session
Vienna, VIC C-BR D L. Secretary
14-15 October UNODC: Conference of the Parties to the United Nations Convention against Transnational Organized Crime: Working Group on the Smuggling of Migrants, 38th session
Vienna, VIC C-BR D L. Secretary
9 June ${nextYear} Commission on Narcotic Drugs: Intersessional meeting on new substances
Vienna`

let browser: Browser
let service: ChildProcess
let web: Awaited<ReturnType<typeof startWeb>>
let address = ''
let key = ''
let complaints: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'calendar-'))

inBrowser('the desk', () => {
  beforeAll(async () => {
    web = await startWeb()
    web.pages.set(cndPage, { body: pageWith('Boardroom A') })
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    service = spawn(process.execPath, ['src/main.ts'], {
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: folder,
        WEB_MIRROR: web.mirror,
        FETCH_PAUSE_MS: '0',
        LOG_LEVEL: 'warn',
        HOST: '127.0.0.1',
      },
    })
    key = await new Promise<string>((resolve, reject) => {
      let told = ''
      const hear = (chunk: Buffer) => {
        told += chunk
        const [found] = /ucc_[\w-]+/.exec(told) ?? []
        if (found) resolve(found)
      }
      service.stdout?.on('data', hear)
      service.on('exit', () => reject(new Error(`The service ended: ${told}`)))
    })
    await until(() =>
      fetch(`${address}/api/events?q=ninetieth`).then(
        async (answer) => /Ninetieth/.test(await answer.text()),
        () => false,
      ),
    )
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    service?.removeAllListeners('exit')
    service?.kill()
    await web?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a secretary signs in, pastes, confirms, joins, corrects, sees the source contradict, cancels, undoes, invites, and finds all of it in the history', async () => {
    const page = await aPage()
    await signIn(page)
    expect(await page.textContent('h1')).toMatch(/wait/)

    // Paste the list, confirm the years.
    await page.getByRole('link', { name: 'Paste a list' }).click()
    await page.getByLabel('The words').fill(pasted)
    await page.getByLabel('Written on').fill(`${nextYear}-01-15`)
    await page.getByRole('button', { name: 'See what was understood' }).click()
    await good(page, 'What was understood')
    const persons = page.getByRole('article').filter({ hasText: 'Trafficking in Persons' })
    expect(await persons.textContent()).toContain(`${nextYear} was assumed`)
    expect(await persons.getByRole('checkbox').isChecked()).toBe(false)
    await persons.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Take over what is ticked' }).click()
    await good(page, 'Taken over')
    expect(await page.getByRole('status').textContent()).toContain('took over 2 of a pasted text')

    // Correct a room.
    await openMeeting(page, 'Ninetieth', /^Ninetieth/)
    expect(await page.getByLabel('Room').inputValue()).toBe('Boardroom A')
    await page.getByLabel('Room').fill('M-Plenary')
    await page.getByLabel('Why (only the history shows it)', { exact: true }).first().fill('mail of the secretariat')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByRole('group', { name: 'Place' }).textContent()).toMatch(
      /Written by first administrator.*Back to the source/s,
    )
    await good(page)

    // The source contradicts it.
    web.pages.set(cndPage, {
      body: pageWith(
        'Boardroom D',
        `<li>Intersessional meeting of the Commission on new substances, 9 June ${nextYear}, Vienna</li>`,
      ),
    })
    await page.getByRole('link', { name: 'Sources' }).click()
    await page
      .getByRole('article')
      .filter({ hasText: 'Commission on Narcotic Drugs' })
      .getByRole('button', { name: 'Read it now' })
      .click()
    await page.getByText('was read just now').waitFor({ timeout: 30_000 })
    await good(page, 'Sources')
    await page.getByRole('link', { name: 'What waits' }).click()
    const contradicted = page.getByRole('article').filter({ hasText: 'The source now says something else' })
    expect(await contradicted.textContent()).toMatch(/M-Plenary.*Boardroom D/s)
    await good(page)
    await contradicted.getByRole('button', { name: 'Keep ours' }).click()
    expect(await page.getByRole('status').textContent()).toContain('kept their place')

    // Join the meeting that was pasted with the one that its source prints since.
    const twice = page.getByRole('article').filter({ hasText: 'Are these one meeting?' }).filter({ hasText: 'new substances' })
    await twice.getByRole('button', { name: 'Yes, the same: join them' }).click()
    expect(await page.getByRole('status').textContent()).toContain('are one meeting')

    // Cancel, and undo.
    await openMeeting(page, 'Ninetieth', /^Reconvened/)
    await page.getByText('It is cancelled').click()
    await page.getByLabel('A sentence for readers').first().fill('Cancelled by the secretariat.')
    await page.getByRole('button', { name: 'Cancel this meeting' }).click()
    expect(await page.textContent('main')).toContain('Cancelled by the secretariat.')
    await good(page)
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    expect(await page.getByRole('status').textContent()).toContain('took back: cancelled')
    expect(await page.getByLabel('How sure it is').inputValue()).toBe('confirmed')

    // Invite by a feed.
    await page.getByRole('link', { name: 'Feeds' }).click()
    await page.getByLabel('What it is called').fill('Drugs in Vienna')
    await page.getByLabel('Commission on Narcotic Drugs').check()
    await page.getByRole('button', { name: 'Make the feed' }).click()
    await good(page, 'Feeds')
    const feed = await fetch(`${address}/feeds/drugs-in-vienna.ics`)
    expect([feed.status, (await feed.text()).replace(/\r\n /g, '')]).toEqual([200, expect.stringMatching(/M-Plenary/)])

    // All of it is in the history.
    await page.getByRole('link', { name: 'History' }).click()
    await good(page, 'History')
    const history = (await page.textContent('main')) ?? ''
    for (const did of [
      'took over 2 of a pasted text',
      'are one meeting',
      'changed place',
      'mail of the secretariat',
      'kept their place',
      'cancelled "Reconvened',
      'took back: cancelled',
      'made the feed drugs-in-vienna',
    ])
      expect(history).toContain(did)
    await page.close()
  }, 180_000)

  test('without a script, on a phone, by keyboard alone: signing in, finding a meeting, changing its title', async () => {
    const page = await aPage({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    await page.goto(`${address}/desk/meetings?q=reconvened+ninetieth`)
    await page.getByLabel('Your key').focus()
    await page.keyboard.type(key)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/desk\/meetings/)
    const link = page.getByRole('link', { name: /^Reconvened/ })
    await tabTo(page, link)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/desk\/meetings\/cnd-/)
    await tabTo(page, page.getByLabel('What the meeting is called'))
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Reconvened ninetieth session of the Commission')
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=/)
    expect(await page.textContent('h1')).toBe('Reconvened ninetieth session of the Commission')
    await page.close()
  }, 60_000)

  test('every page of the desk passes axe and fits a phone', async () => {
    const page = await aPage({ viewport: { width: 360, height: 740 } })
    await signIn(page)
    const meeting = (await page.request.get(`${address}/api/events?q=ninetieth`).then((answer) => answer.json())).events[0].slug
    for (const path of [
      '',
      '/meetings',
      `/meetings/${meeting}`,
      '/new',
      '/series',
      '/paste',
      '/history',
      `/history?meeting=${meeting}`,
      '/sources',
      '/sources/cnd',
      '/feeds',
      '/keys',
    ]) {
      await page.goto(`${address}/desk${path}`)
      await good(page)
      expect([path, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([path, 0])
    }
    await page.close()
  }, 120_000)

  test('what was typed is still there after the connection broke', async () => {
    const page = await aPage()
    await signIn(page)
    await page.goto(`${address}/desk/new`)
    await page.getByLabel('What the meeting is called').fill('A meeting typed on a train')
    await page.getByLabel('Whose meeting it is').selectOption('ALLIANCE')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Enter the meeting' }).click()
    await page.context().setOffline(false)
    await page.goto(`${address}/desk/new`)
    await page.getByRole('button', { name: 'Put it back' }).click()
    expect(await page.getByLabel('What the meeting is called').inputValue()).toBe('A meeting typed on a train')
    await page.getByRole('button', { name: 'Enter the meeting' }).click()
    await page.waitForURL(/done=/)
    await page.goto(`${address}/desk/new`)
    expect(await page.getByText('was not saved').count()).toBe(0)
    await page.close()
  }, 60_000)
})

/** A page of a new visitor; what its scripts and the browser complain of is in {@link complaints}. */
async function aPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const { page, complaints: heard } = await openPage(browser, options)
  complaints = heard
  return page
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${address}/desk`)
  await good(page, 'Sign in')
  await page.getByLabel('Your key').fill(key)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/desk$/)
}

async function openMeeting(page: Page, words: string, name: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Meetings', exact: true }).click()
  await page.getByLabel('Words').fill(words)
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name }).click()
}

/** The page has this heading, nothing that axe finds wrong, and nothing that the browser complains of: an empty console. */
async function good(page: Page, heading?: string): Promise<void> {
  if (heading) expect(await page.textContent('h1')).toBe(heading)
  await page.evaluate(axe)
  const violations = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as {
    id: string
    nodes: { html: string }[]
  }[]
  const wrong = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  expect(wrong).toEqual([])
  expect(complaints).toEqual([])
}

async function tabTo(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.and(page.locator(':focus')).count()) return
  }
  throw new Error('It cannot be reached by the Tab key.')
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('It did not come true in 50 seconds.')
}
