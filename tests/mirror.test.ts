import { expect, test } from 'vitest'
import { fetcher } from '../src/fetch/index.ts'
import { startMirror } from './mirror.ts'
import { allSavedPages } from './saved.ts'

test('every saved page can be visited on the mirror, and is unchanged the second time', async () => {
  const mirror = await startMirror()
  const web = fetcher({ contact: 'https://example.org', version: 'test', pauseMs: 0, mirror: mirror.url })
  for (const [url, { bytes }] of allSavedPages()) {
    const first = await web.fetchPage(url)
    expect(first).toMatchObject({ unchanged: false, finalUrl: url, bytes })
    expect(await web.fetchPage(url, first)).toMatchObject({ unchanged: true })
  }
  await expect(web.fetchPage('https://www.unodc.org/nothing')).rejects.toMatchObject({ status: 404 })
  await web.close()
  await mirror.close()
})
