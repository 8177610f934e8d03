import { html } from './html.ts'
import type { Extract } from './raw.ts'

/** Reads the meetings that a page tells in words; with `about`, only those whose words or heading match. */
export function meetings(options: { about?: RegExp } = {}): Extract {
  return (page) => ({ listings: [], text: html(page), ...(options.about ? { about: options.about } : {}) })
}
