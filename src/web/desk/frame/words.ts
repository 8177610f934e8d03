import type { Body, Deadline, Kind, Link, Place, When } from '../../../event/index.ts'
import { dayWords, placeWords, whenWords, wordsOf } from '../../../publish/index.ts'
import type { EditField } from '../../../reconcile/index.ts'
import type { Site } from '../../site.ts'

/** What a person calls a field of a meeting. */
export const fieldWords: Record<EditField, string> = {
  title: 'Title',
  when: 'Dates and hours',
  status: 'Status',
  notice: 'Notice',
  note: 'Note for readers',
  place: 'Place',
  links: 'Links',
  deadlines: 'Deadlines',
  access: 'Access for civil society',
  description: 'Description',
  organizer: 'Organizer',
  contact: 'Contact',
  body: 'Body',
  kind: 'Kind of meeting',
  session: 'Session number',
  group: 'Group',
  part: 'Part of the session',
  state: 'In the calendar',
}

const english = wordsOf('en')

/** What a person calls a value of a closed list. */
export const choiceWords = {
  status: { confirmed: 'Confirmed', tentative: 'Not confirmed yet', cancelled: 'Cancelled' } as Record<string, string>,
  notice: { postponed: 'Postponed', rescheduled: 'Has new dates', 'moved-online': 'Moved online' } as Record<string, string>,
  precision: { day: 'The days are known', week: 'Only the week is known', month: 'Only the month is known' } as Record<
    string,
    string
  >,
  state: { listed: 'Yes', withdrawn: 'Taken out', merged: 'Joined with another' } as Record<string, string>,
  rel: { page: 'Page', registration: 'Registration', documents: 'Documents', stream: 'Webcast' } as Record<string, string>,
  deadline: { registration: 'Registration', submission: 'Submissions', nomination: 'Nominations', other: 'Other' } as Record<
    string,
    string
  >,
  body: english.bodies as Record<string, string>,
  kind: english.kinds as Record<string, string>,
  format: english.formats as Record<string, string>,
}

/** The value of a field as a person would say it. */
export function valueWords(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing'
  switch (field) {
    case 'when':
      return whenWords(value as When)
    case 'place':
      return placeWords(value as Place) || 'nothing'
    case 'links':
      return (value as Link[]).map(({ rel, url }) => `${choiceWords.rel[rel]}: ${url}`).join('; ') || 'none'
    case 'deadlines':
      return (
        (value as Deadline[]).map(({ kind, date }) => `${choiceWords.deadline[kind]}: ${dayWords(date)}`).join('; ') || 'none'
      )
    case 'body':
      return english.bodies[value as Body] ?? String(value)
    case 'kind':
      return english.kinds[value as Kind] ?? String(value)
    case 'status':
    case 'notice':
    case 'state':
      return choiceWords[field][String(value)] ?? String(value)
    case 'group':
    case 'part':
      return String(value).replaceAll('-', ' ')
    case 'missingSince':
      return instantWords(String(value))
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'something else'
}

/** What a person calls who said something: a source by its title, the desk, or the name of a key. */
export function whoWords({ sources }: Pick<Site, 'sources'>, by: string): string {
  return by === 'desk' ? 'entered here' : (sources.find(({ id }) => id === by)?.title ?? by)
}

/** A sentence of the history or of a review with the titles of sources in place of their ids. */
export function sentenceWords({ sources }: Pick<Site, 'sources'>, sentence: string): string {
  let words = sentence
    .replace(/\bthe key [0-9a-f]{8} of\b/, 'the key of')
    .replace(/\b(\d{4}-\d\d-\d\d)(T[\d:.]+Z)?\b/g, (_, day: string) => dayWords(day))
  for (const { id, title } of sources) {
    if (words.startsWith(`${id}: `)) words = `read “${title}”: ${countWords(words.slice(id.length + 2))}`
    const named = new RegExp(`(^|\\b(?:run of|paused|resumed|visit to|by) )${id}(?=$|[ :.,;])`, 'gi')
    words = words.replace(named, (_, before: string) => `${before}“${title}”`)
  }
  return words.replace(/\.$/, '')
}

/** `15 added, 0 changed, 0 missing` without what is nothing. */
function countWords(counts: string): string {
  const names: Record<string, string> = { added: 'new', changed: 'changed', missing: 'no longer found' }
  const told = [...counts.matchAll(/([1-9]\d*) (added|changed|missing)/g)].map(
    ([, count, name = '']) => `${count} ${names[name]}`,
  )
  return told.join(', ') || 'nothing new'
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Vienna' })

/** An instant as a person in Vienna would say it. */
export function instantWords(instant: string): string {
  return moment.format(new Date(instant))
}
