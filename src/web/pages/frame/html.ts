/** Markup that is safe to put into markup. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template: text is escaped, markup stands, lists are joined, nothing and falsehood leave nothing. */
export type Part = Html | string | number | false | null | undefined | Part[]

/** Markup from a template; every value that is not {@link Html} itself is text. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, string, i) => text + write(parts[i - 1]) + string))
}

/** Text as it may stand in an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function write(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(write).join('')
  return part === false || part === null || part === undefined ? '' : escapeHtml(String(part))
}
