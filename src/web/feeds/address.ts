import type { Language } from '../../publish/index.ts'

/** The path of the feed that holds what these parameters ask for; a body alone has its own name. */
export function feedPath(
  extension: 'ics' | 'atom' | 'json',
  parameters: Record<string, string | undefined>,
  language: Language = 'en',
): string {
  const { body, ...rest } = parameters
  const alone = body && !body.includes(',')
  const all = { ...rest, ...(body && !alone && { body }), ...(language !== 'en' && { lang: language }) }
  const query = Object.entries(all)
    .flatMap(([name, value]) => (value ? `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}` : []))
    .sort()
    .join('&')
  return `/feeds/${alone ? body : 'all'}.${extension}${query && `?${query}`}`
}
