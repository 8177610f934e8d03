import { languageCodes, pageWordsOf, wordsOf } from '../../../publish/index.ts'
import { sourceState } from '../../../store/visits/sources.ts'
import { assetAddress } from './assets.ts'
import { type Html, html, type Part } from './html.ts'
import { inLanguage, instantWords, link, type Reader } from './reader.ts'

/** What a page says beside its frame. */
export type Page = {
  title: string
  main: Part
  /** Further elements of the head. */
  head?: Part
  description?: string | undefined
  /** Found by search engines unless false. */
  indexed?: boolean
}

const places = ['coming', 'month', 'year', 'bodies', 'sources', 'embed', 'subscribe'] as const

/** A whole page: head, navigation, content, and how fresh everything is. */
export function layout(reader: Reader, { title, main, head, description, indexed = true }: Page): string {
  const { words, language, site } = reader
  return html`<!doctype html>
<html lang="${language}" dir="${words.rtl ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === words.site ? title : `${title} · ${words.site}`}</title>
<meta name="description" content="${description ?? words.tagline}">
${indexed ? alternates(reader) : html`<meta name="robots" content="noindex">`}
<link rel="icon" href="${assetAddress('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetAddress('style.css')}">
<script src="${assetAddress('page.js')}" defer></script>
${head}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<a class="name" href="${link(reader, '/')}">${words.site}</a>
<nav aria-label="${words.navigation}"><ul>
${places.map((place) => navigation(reader, place))}
</ul></nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>
${freshness(reader)}
<p>${words.timesNote}</p>
<nav aria-label="${words.language}"><ul class="languages">
${(site.files ?? languageCodes).map((code) => html`<li><a href="${inLanguage(reader, code)}" lang="${code}" hreflang="${code}"${code === language && html` aria-current="true"`}>${pageWordsOf(code).own}</a></li>\n`)}
</ul></nav>
<p><a href="${site.publicUrl}/openapi.json">API</a></p>
</footer>
</body>
</html>
`.text
}

/** When sources were read last, and those that cannot be: shown where readers are. */
function freshness(reader: Reader): Html {
  const { site, words, language } = reader
  // A file is written when its meeting changes, not when its sources are read.
  if (reader.files && reader.path.startsWith('/events/'))
    return html`<p><a href="${link(reader, '/sources')}">${words.source.title}</a></p>`
  const states = site.sources.map((source) => ({ source, state: sourceState(site.store, source.id) }))
  const last = states
    .map(({ state }) => state.lastSuccessAt ?? '')
    .sort()
    .at(-1)
  const failing = states.filter(({ source, state }) => state.failingSince && source.vital !== false)
  const since = (instant: string) =>
    new Intl.DateTimeFormat(wordsOf(language).locale, { dateStyle: 'long', timeZone: 'Europe/Vienna' }).format(new Date(instant))
  return html`<p>${last && words.checked(instantWords(reader, last))} <a href="${link(reader, '/sources')}">${words.source.title}</a></p>
${failing.slice(0, 3).map(({ source, state }) => html`<p class="warn">${words.failing(source.title, since(state.failingSince ?? ''))}</p>\n`)}`
}

function navigation(reader: Reader, place: (typeof places)[number]): Html {
  const path = place === 'coming' ? '/' : `/${place}`
  const here = reader.path === path || (path !== '/' && reader.path.startsWith(`${path}/`))
  return html`<li><a href="${link(reader, path)}"${here && html` aria-current="page"`}${place === 'subscribe' && html` class="call"`}>${reader.words.pages[place]}</a></li>
`
}

function alternates(reader: Reader): Part {
  return (reader.site.files ?? languageCodes).map(
    (code) => html`<link rel="alternate" hreflang="${code}" href="${reader.site.publicUrl}${inLanguage(reader, code)}">\n`,
  )
}
