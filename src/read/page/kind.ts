import type { Block, Page, PageText } from '../../source/index.ts'
import type { Outcome } from '../reading.ts'

const challenge =
  /just a moment|checking your browser|enable javascript and cookies|attention required|verify (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|ddos protection|security check|access denied|request unsuccessful|incapsula|pardon our interruption|unusual traffic|captcha|one more step|you have been blocked|bot (?:detection|protection)|request rejected|web application firewall|akamai reference|please wait while we verify|robot check/i
const login = /\b(?:log ?in|sign ?in|log on|sign on|authenticat\w+|single sign-on|connexion|iniciar sesión|вход)\b/i
const asksLogin =
  /\b(?:have|need|required?) to (?:log|sign) ?(?:in|on)\b|\b(?:log|sign) ?in (?:to|required)\b|please (?:log|sign) ?(?:in|on)|session (?:has )?expired|members only|not authori[sz]ed|unauthori[sz]ed|forbidden/i
const failed =
  /\b(?:404|403|410|500|502|503|504)\b|page (?:could |can)?(?:not|n't) (?:be )?found|not found|page (?:does not|doesn't|no longer) exists?|no longer available|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|an error (?:has )?occurred|something went wrong|under maintenance|temporarily (?:unavailable|down|closed)|site (?:is )?(?:offline|down)|database error|error establishing|runtime error|application error|server error|page introuvable|página no encontrada|maintenance mode|unexpected error|critical error|proxy error|cannot be displayed|fatal error|no such page/i
const noScript = /(?:enable|requires?|need to enable) javascript|javascript (?:is )?(?:required|disabled)/i

/** Whether a page is the page itself: read, cut off, kept behind a challenge or login, or empty or an error sent as a page. */
export function outcomeOf(page: Pick<Page, 'body' | 'contentType'>, text: PageText): { outcome: Outcome; why?: string } {
  const words = lengthOf(text.blocks)
  const said = text.blocks
    .slice(0, 60)
    .map((block) => block.text)
    .join('\n')
    .slice(0, 4000)
  const heads = [
    text.title,
    ...text.blocks
      .filter(({ role, level }) => role === 'heading' && level <= 3)
      .slice(0, 3)
      .map((block) => block.text),
  ].join('\n')
  if (isBinary(page.body)) return { outcome: 'broken', why: 'it is no text' }
  if (words < 2500 && (challenge.test(heads) || (words < 1200 && challenge.test(said))))
    return { outcome: 'blocked', why: 'it is a challenge to robots' }
  if (text.login && words < 2500 && (login.test(heads) || asksLogin.test(said)))
    return { outcome: 'blocked', why: 'it asks for a login' }
  if (words < 800 && asksLogin.test(said) && login.test(`${heads}\n${said}`))
    return { outcome: 'blocked', why: 'it asks for a login' }
  if (words === 0) return { outcome: 'broken', why: 'it is empty' }
  if (words < 3000 && failed.test(heads) && !/\bsession\b|\bconference\b/i.test(heads))
    return { outcome: 'broken', why: 'it is an error page' }
  if (saysOnlyFailure(text)) return { outcome: 'broken', why: 'it is an error page' }
  if (words < 300 && noScript.test(said)) return { outcome: 'broken', why: 'it has no text without JavaScript' }
  return text.cut ? { outcome: 'partial', why: 'it is cut off' } : { outcome: 'ok' }
}

/** As many characters as no notice or error page has: how many more there are is not counted. */
const enough = 3000

function lengthOf(blocks: Block[]): number {
  let length = 0
  for (let i = 0; i < blocks.length && length < enough; i++) length += (blocks[i] as Block).text.length
  return length
}

/** Beside its menus and footer a page says little, and that something failed. */
function saysOnlyFailure({ blocks, boxes }: PageText): boolean {
  let said = ''
  let length = 0
  for (const { box, linked, text } of blocks) {
    const landmark = boxes[box]?.landmark
    if (landmark === 'nav' || landmark === 'footer' || linked >= 0.8) continue
    said += `${text}\n`
    length += text.length
    if (length >= 400) return false
  }
  return failed.test(said)
}

/** Whether a body is bytes that are no text: an image, an archive, a PDF. */
export function isBinary(body: string): boolean {
  const start = body.slice(0, 2000)
  if (/^%PDF-|^PK.{0,2}[^\x20-\x7e]|^GIF8|^\uFFFDPNG/.test(start)) return true
  let odd = 0
  for (let i = 0; i < start.length; i++) {
    const c = start.charCodeAt(i)
    if (c === 0xfffd || (c < 32 && c !== 9 && c !== 10 && c !== 13)) odd++
  }
  return odd > start.length * 0.1 && odd > 8
}
