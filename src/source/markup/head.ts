/** What the head of a document and its attributes say about the page. */
export type Head = {
  title: string
  language: string
  base: string
  login: boolean
  published?: string
}

type Attribute = (name: string) => string | undefined

const publishedNames =
  /^(?:article:published_time|date|pubdate|publish[-_]?date|publication[-_]date|dc\.date(?:\.issued)?|dcterms\.(?:date|issued)|citation_publication_date)$/i

/** Takes from a start tag what it says about the whole page. */
export function note(head: Head, name: string, attribute: Attribute): void {
  if (name === 'html') head.language ||= (attribute('lang') ?? attribute('xml:lang') ?? '').toLowerCase()
  else if (name === 'base') head.base ||= attribute('href') ?? ''
  else if (name === 'input') head.login ||= attribute('type')?.toLowerCase() === 'password'
  else if (name === 'meta' && head.published === undefined) {
    const content = attribute('content') ?? ''
    if (publishedNames.test(attribute('property') ?? attribute('name') ?? '') && /^\d{4}-\d\d-\d\d/.test(content))
      head.published = content
  }
}
