import { aService } from '../write/service.ts'

/** Last part of the address of the sixty-ninth CND. */
export const cndName = 'cnd-sixty-ninth-session-of-the-commission-on-narcotic-drugs'

/** A service and a browser at its desk: it holds the cookie, and sends forms as they are on the page that it last read. */
export function aVisitor(settings: Record<string, string> = {}) {
  const service = aService(settings)
  const { app, keys } = service
  let cookie = ''
  let page = ''

  async function ask(method: 'GET' | 'POST', url: string, payload?: string, headers: Record<string, string> = {}) {
    const reply = await app.inject({
      method,
      url,
      headers: {
        ...(cookie && { cookie }),
        ...(method === 'POST' && { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    })
    const set = String(reply.headers['set-cookie'] ?? '')
    if (set) cookie = set.split(';')[0] ?? ''
    if (String(reply.headers['content-type']).startsWith('text/html')) page = reply.body
    return { status: reply.statusCode, text: reply.body, headers: reply.headers, location: String(reply.headers.location ?? '') }
  }
  const get = (url: string) => ask('GET', url)

  /** Sends the form that goes to `action` on the page, with these fields filled in otherwise; follows where it leads. */
  async function send(action: string, filled: Record<string, string | string[]> = {}) {
    const fields = formFields(page, action)
    for (const [name, value] of Object.entries(filled)) {
      fields.delete(name)
      for (const one of [value].flat()) fields.append(name, one)
    }
    const reply = await ask('POST', action, fields.toString())
    return reply.status === 303 ? { ...(await get(reply.location)), from: reply } : { ...reply, from: reply }
  }

  /** Signs in with the key of a role. */
  async function signIn(role: keyof typeof keys = 'editor') {
    await get('/desk/sign-in')
    return send('/desk/sign-in', { key: keys[role] })
  }

  return { ...service, ask, get, send, signIn, page: () => page, drop: () => (cookie = '') }
}

/** The values of a form as a browser would send them, buttons left out. */
export function formFields(page: string, action: string): URLSearchParams {
  const start = page.indexOf(`action="${action}"`)
  if (start < 0) throw new Error(`no form to ${action} on this page`)
  const form = page.slice(start, page.indexOf('</form>', start))
  const fields = new URLSearchParams()
  for (const [tag] of form.matchAll(/<input[^>]*>|<textarea[^>]*>[^<]*<\/textarea>|<select[^>]*>.*?<\/select>/gs)) {
    const name = attribute(tag, 'name')
    if (!name) continue
    if (tag.startsWith('<textarea')) fields.append(name, plain(/>\n?([^<]*)</.exec(tag)?.[1] ?? ''))
    else if (tag.startsWith('<select')) fields.append(name, chosen(tag))
    else if (!/type="(checkbox|radio)"/.test(tag) || / checked/.test(tag)) fields.append(name, attribute(tag, 'value') ?? 'on')
  }
  return fields
}

/** Markup without its tags, blanks folded: what a person reads. */
export function words(page: string): string {
  return plain(page.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')
}

function chosen(select: string): string {
  const options = [...select.matchAll(/<option value="([^"]*)"( selected)?/g)]
  return plain((options.find(([, , selected]) => selected) ?? options[0])?.[1] ?? '')
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : plain(value)
}

function plain(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
