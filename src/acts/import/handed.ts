import { checkAddress, FetchError, type Fetcher, toPage } from '../../fetch/index.ts'
import type { Handed } from '../../read/handed/index.ts'
import type { HandIn } from '../../web/import/imports.ts'
import { ActRefused } from '../../web/write/acts.ts'

/** What fetches addresses that are handed in. `webMirror`: the web is read from a mirror, where no address is checked. */
export type HandedKit = { fetcher: Fetcher; webMirror?: boolean }

const mostBytes = 5_000_000

/** What a person handed in, as it is read: an address is fetched; throws ActRefused. */
export async function handedOf(
  what: HandIn,
  { fetcher, webMirror }: HandedKit,
  at: string,
): Promise<{ handed: Handed; title: string; url?: string }> {
  if ('text' in what) return { handed: what, title: 'a pasted text' }
  if ('url' in what) return fetched(what.url, fetcher, webMirror ?? false, at)
  if (what.bytes.length > mostBytes)
    throw new ActRefused('wrong', `The file is larger than ${mostBytes / 1_000_000} MB.`, '/file')
  return { handed: what, title: what.name || 'a file' }
}

/** An address is fetched as the web is visited everywhere here: only public addresses, robots.txt, sizes and times limited. */
async function fetched(
  url: string,
  fetcher: Fetcher,
  webMirror: boolean,
  at: string,
): Promise<{ handed: Handed; title: string; url: string }> {
  const address = url.trim().replace(/^webcals?:\/\//i, 'https://')
  try {
    if (!webMirror) await checkAddress(address)
    const answer = await fetcher.fetchPage(address)
    if (answer.unchanged) throw new ActRefused('wrong', `${address} gave no page.`, '/url')
    return { handed: { page: toPage(answer, at) }, title: address.slice(0, 200), url: answer.finalUrl }
  } catch (error) {
    if (error instanceof FetchError) throw new ActRefused('wrong', error.message, '/url')
    throw error
  }
}
