import type { PageText } from './text.ts'

/** A plain text (a mail, a message, a pasted list) as blocks: its lines, with empty lines between paragraphs. */
export function text(body: string, url = ''): PageText {
  return { blocks: body ? [] : [], url, title: '', language: '', cut: false }
}
