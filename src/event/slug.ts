/** A readable address part: lower case ASCII letters, digits and hyphens, at most 80 characters, never empty. */
export function slug(text: string): string {
  return hyphened(text, /[^a-z0-9]+/g)
}

/** The same for what is compared and never part of an address: letters of all scripts stay. */
export function wordKey(text: string): string {
  return hyphened(text, /[^\p{L}\d]+/gu)
}

function hyphened(text: string, others: RegExp): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(others, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '')
  return words || 'event'
}
