import { bodies, type Deadline, type Link, type Place } from '../../event/index.ts'
import { ActRefused, type Draft, type Patch } from '../../web/write/acts.ts'
import { checkedWhen } from './days.ts'

/** A draft as it is kept: texts trimmed, dates in order; throws {@link ActRefused} naming the field that cannot be. */
export function checkedDraft(draft: Draft): Draft {
  const { title, ...rest } = draft
  return { ...withoutNothing(checkedPatch(rest)), title: titleOf(title) }
}

/** What a person changes, as it is kept. */
export function checkedPatch(patch: Patch): Patch {
  const checked: Patch = { ...patch }
  if (patch.title !== undefined) checked.title = titleOf(patch.title)
  if (patch.when) checked.when = checkedWhen(patch.when)
  if (patch.place) checked.place = placeOf(patch.place)
  if (patch.links) checked.links = patch.links.map(checkedLink)
  if (patch.deadlines) checked.deadlines = patch.deadlines.map(checkedDeadline)
  if (patch.contact) checked.contact = contactOf(patch.contact)
  for (const field of ['note', 'access', 'description', 'organizer'] as const) {
    const text = patch[field]
    if (typeof text === 'string') checked[field] = plain(text, field === 'description') || null
  }
  if (patch.body === null || (patch.body !== undefined && !Object.hasOwn(bodies, patch.body)))
    throw new ActRefused('wrong', 'An event has a body; "OTHER" is for those that have none of ours.', '/body')
  if (patch.kind === null)
    throw new ActRefused('wrong', 'An event has a kind; "other" is for those that have none of ours.', '/kind')
  return checked
}

/** Plain text without control characters, on one line unless said otherwise. */
function plain(text: string, isLong = false): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\u2028\u2029\ufeff]/gu, ' ')
  return (isLong ? clean.replace(/[ \t]+/g, ' ') : clean.replace(/\s+/g, ' ')).trim()
}

function titleOf(title: unknown): string {
  const text = typeof title === 'string' ? plain(title) : ''
  if (!text) throw new ActRefused('wrong', 'An event has a title.', '/title')
  if (text.length > 220)
    throw new ActRefused('wrong', `A title has at most 220 characters; this one has ${text.length}.`, '/title')
  return text
}

function placeOf({ format, ...words }: Place): Place {
  const said = Object.entries(words).flatMap(([name, text]) => (text && plain(text) ? [[name, plain(text)]] : []))
  return { ...Object.fromEntries(said), ...(format && { format }) }
}

function checkedLink(link: Link, index: number): Link {
  const url = URL.parse(link.url.trim())
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new ActRefused(
      'wrong',
      `The address "${link.url.slice(0, 100)}" is none of the web: it begins with https://.`,
      `/links/${index}/url`,
    )
  if (url.username || url.password)
    throw new ActRefused('wrong', 'The address holds a name or a password; everybody would read it.', `/links/${index}/url`)
  const title = plain(link.title ?? '')
  return { rel: link.rel, url: url.href, ...(title && { title }) }
}

function checkedDeadline({ kind, date, time, text }: Deadline, index: number): Deadline {
  checkedWhen({ precision: 'day', start: date, end: date, timezone: 'UTC' }, `/deadlines/${index}/date`)
  const words = plain(text ?? '') || `${kind === 'other' ? 'deadline' : `${kind} deadline`}: ${date}${time ? `, ${time}` : ''}`
  return { kind, date, ...(time && { time }), text: words }
}

/** A role's mail address or page; names and telephone numbers are a person's own. */
function contactOf(contact: string): string {
  const text = plain(contact)
  const isMail = /^[^\s@<>"(),:;]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
  const url = isMail ? undefined : URL.parse(text)
  if (isMail || url?.protocol === 'https:' || url?.protocol === 'http:') return text
  throw new ActRefused(
    'wrong',
    'A contact is the mail address or the page of a role, such as secretariat@example.org: no names, no telephone numbers.',
    '/contact',
  )
}

function withoutNothing(patch: Patch): Omit<Draft, 'title'> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null && value !== undefined)) as Omit<
    Draft,
    'title'
  >
}
