import { bodyIds, formats, kinds } from '../../../event/index.ts'
import { wordsOf } from '../../../publish/index.ts'
import type { EventFilter } from '../../../store/events/events.ts'
import { readQuery } from '../../http/refuse/validate.ts'
import { Type } from '../../http/schema/type.ts'
import { type Html, html } from '../frame/html.ts'
import { link, type Reader } from '../frame/reader.ts'

const FilterQuery = Type.Object({
  body: Type.Optional(Type.Array(Type.Enum([...bodyIds]))),
  kind: Type.Optional(Type.Array(Type.Enum([...kinds]))),
  format: Type.Optional(Type.Array(Type.Enum([...formats]))),
  place: Type.Optional(Type.String({ maxLength: 100 })),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  from: Type.Optional(Type.String({ format: 'date' })),
  to: Type.Optional(Type.String({ format: 'date' })),
})

/** What a reader asks to see, as it stands in an address, and the names of parameters that could not be understood. */
export type Filter = {
  /** As parameters, for links. */
  parameters: Record<string, string | undefined>
  events: EventFilter
  wrong: (keyof typeof FilterQuery.properties)[]
}

/** Reads a page's filter; parameters of others are none of its business, and a wrong value is told and left out. */
export function readFilter({ query }: Reader): Filter {
  const asked: Record<string, string[]> = {}
  for (const name of Object.keys(FilterQuery.properties)) if (query.has(name)) asked[name] = query.getAll(name)
  for (const single of ['place', 'q', 'from', 'to']) if (asked[single]) asked[single] = asked[single].slice(0, 1)
  const { value, faults } = readQuery(
    FilterQuery,
    Object.fromEntries(Object.entries(asked).map(([name, all]) => [name, all.length > 1 ? all : all[0]])),
  )
  const { body, kind, format, ...rest } = value as {
    body?: EventFilter['bodies']
    kind?: EventFilter['kinds']
    format?: EventFilter['formats']
  }
  const parameters = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, [one].flat().join(',').toLowerCase()]))
  const wrong = [...new Set(faults.map(({ parameter }) => parameter as Filter['wrong'][number]))]
  return { parameters, events: { ...rest, bodies: body, kinds: kind, formats: format }, wrong }
}

/** The form of a filter; works without a script, and shows what is asked now. */
export function filterForm(reader: Reader, { parameters, wrong }: Filter, action: string): Html {
  const { words, language, said } = reader
  const { bodies, kinds: kindWords, formats: formatWords } = wordsOf(language)
  const asked = Object.values(parameters).some(Boolean)
  const { q: _, body: __, ...further } = parameters
  const field = (name: 'q' | 'place' | 'from' | 'to', type: string) =>
    html`<label>${words.filter[name]} <input type="${type}" name="${name}" value="${parameters[name]}"${type === 'search' && html` maxlength="100"`}></label>\n`
  return html`${wrong.map((name) => html`<p class="warn" role="alert">${words.wrong(words.filter[name])}</p>\n`)}
<form class="filter" action="${action}" role="search" aria-label="${words.find.title}">
${field('q', 'search')}${choice(words.filter.body, 'body', bodyIds, bodies, parameters.body, words.find.any)}
<details${Object.values(further).some(Boolean) && html` open`}><summary>${words.find.more}</summary><div>
${choice(words.filter.kind, 'kind', kinds, kindWords, parameters.kind, words.find.any)}
${choice(words.filter.format, 'format', formats, formatWords, parameters.format, words.find.any)}
${field('place', 'search')}${field('from', 'date')}${field('to', 'date')}</div></details>
${said && html`<input type="hidden" name="lang" value="${language}">`}
<button>${words.find.show}</button>${asked && html` <a href="${link(reader, action)}">${words.find.reset}</a>`}
</form>`
}

function choice<T extends string>(
  label: string,
  name: string,
  ids: readonly T[],
  words: Record<T, string>,
  chosen: string | undefined,
  any: string,
): Html {
  // More than one can be chosen by an address; the form then keeps them as one choice.
  const several = chosen?.includes(',')
  return html`<label>${label} <select name="${name}"><option value="">${any}</option>
${several && html`<option value="${chosen}" selected>${chosen?.toUpperCase().replaceAll(',', ', ')}</option>`}${ids.map((id) => html`<option value="${id.toLowerCase()}"${id.toLowerCase() === chosen && html` selected`}>${words[id]}</option>`)}</select></label>
`
}
