import { bodyIds, type Event, formats, kinds } from '../../event/index.ts'
import {
  dateWords,
  hoursWords,
  type Language,
  languages,
  pageWordsOf,
  placeWords,
  shownStatus,
  shownWhen,
} from '../../publish/index.ts'
import { listEvents } from '../../store/events/events.ts'
import { comingOf } from '../feeds/coming.ts'
import { builtIn, feedNames, type NamedFeed } from '../feeds/names.ts'
import { narrowed } from '../feeds/parameters.ts'
import { Problem } from '../http/refuse/problem.ts'
import { type Static, Type } from '../http/schema/type.ts'
import { html } from '../pages/frame/html.ts'
import { dayInVienna } from '../pages/frame/reader.ts'
import type { Site } from '../site.ts'

/** What a website asks to show. */
export const EmbedQuery = Type.Object(
  {
    feed: Type.Optional(Type.String({ maxLength: 60, description: 'name of a feed, of which the other filters take away' })),
    body: Type.Optional(Type.Array(Type.Enum([...bodyIds]), { description: 'bodies' })),
    kind: Type.Optional(Type.Array(Type.Enum([...kinds]), { description: 'kinds of meeting' })),
    format: Type.Optional(Type.Array(Type.Enum([...formats]), { description: 'how people attend' })),
    place: Type.Optional(Type.String({ maxLength: 100 })),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: 'how many meetings; 10 if not said' })),
    lang: Type.Optional(Type.String({ maxLength: 35, description: 'language; English where it is none of ours' })),
  },
  { additionalProperties: false },
)

/** What every form of the embed shows, in words: all that has to be decided or said is decided and said here. */
export function embedList(site: Site, query: Static<typeof EmbedQuery>) {
  const code = query.lang?.toLowerCase().split('-')[0] ?? 'en'
  const language = Object.hasOwn(languages, code) ? (code as Language) : 'en'
  const words = pageWordsOf(language)
  const today = dayInVienna(site.now())
  const feed = query.feed === undefined ? undefined : feedOf(site, query.feed)
  const events = eventsOf(site, query, feed, today)
  const carried = new URLSearchParams({ ...(language !== 'en' && { lang: language }) })
  const address = (path: string, more: Record<string, string> = {}) => {
    const text = new URLSearchParams({ ...more, ...Object.fromEntries(carried) }).toString().replaceAll('%2C', ',')
    return `${site.publicUrl}${path}${text && `?${text}`}`
  }
  return {
    lang: language,
    dir: words.rtl ? 'rtl' : 'ltr',
    none: words.none,
    all: feed
      ? { text: words.embed.all, url: address(feed.page) }
      : { text: words.embed.all, url: address('/', query.body && { body: query.body.join(',').toLowerCase() }) },
    events: events.map((event) => {
      const when = shownWhen(event)
      const status = shownStatus(event)
      const hours = when && when.start === when.end ? hoursWords(when, language) : ''
      return {
        url: address(`/events/${event.slug}`),
        title: event.title,
        date: when ? [dateWords(when, language), hours].filter(Boolean).join(', ') : words.undated,
        start: when?.start,
        place: placeWords(event.place, language),
        status:
          event.notice && status !== 'cancelled'
            ? words.notice[event.notice]
            : status === 'confirmed'
              ? ''
              : words.status[status],
        cancelled: status === 'cancelled',
      }
    }),
  }
}

function eventsOf(site: Site, query: Static<typeof EmbedQuery>, feed: NamedFeed | undefined, today: string): Event[] {
  const { limit = 10, kind, format, place, q, body } = query
  if (feed && !builtIn(feed.name))
    return comingOf(site, narrowed(feed.selection, { body, kind, place, q }), today)
      .filter((event) => !format || format.some((one) => one === event.place.format))
      .slice(0, limit)
  // A feed that is always there is a body or everything: the store finds the first of it without reading all.
  const bodies = feed?.selection.bodies?.filter((one) => body?.includes(one) ?? true) ?? body
  return listEvents(site.store, { bodies, kinds: kind, formats: format, place, q, from: today }, { limit })
}

/** The feed of a name, or of a name it had. */
function feedOf(site: Site, name: string): NamedFeed {
  const names = feedNames(site.store)
  const found = names(name.toLowerCase())
  const feed = found && 'movedTo' in found ? names(found.movedTo) : found
  if (!feed || 'movedTo' in feed) throw new Problem(404, `There is no feed ${name}.`)
  if ('closedAt' in feed) throw new Problem(410, `The feed ${name} was closed.`)
  return feed
}

/** The list as a fragment of HTML without script or style. */
export function embedFragment({ lang, dir, none, all, events }: ReturnType<typeof embedList>): string {
  return html`<div class="un-events" lang="${lang}" dir="${dir}">
${
  events.length
    ? html`<ul>
${events.map(
  ({
    url,
    title,
    date,
    start,
    place,
    status,
    cancelled,
  }) => html`<li${cancelled && html` class="un-off"`}><p class="un-date"><time datetime="${start}">${date}</time></p><p class="un-title"><a href="${url}" lang="en" dir="auto">${title}</a></p>${status && html`<p class="un-status">${status}</p>`}${place && html`<p class="un-place" dir="auto">${place}</p>`}</li>
`,
)}</ul>`
    : html`<p class="un-none">${none}</p>`
}
<p class="un-all"><a href="${all.url}">${all.text}</a></p>
</div>
`.text
}
