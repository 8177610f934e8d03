import type { Block, Role, TextLink } from '../text.ts'

/** Most blocks have no links: they share this list. */
export const noLinks: TextLink[] = []

/** A block of plain words. All blocks of a page have the same fields in the same order, which makes them quick to read. */
export function blockOf(role: Role, level: number, text: string, box: number): Block {
  return {
    role,
    level,
    text,
    box,
    links: noLinks,
    linked: 0,
    bold: undefined,
    lead: undefined,
    struck: undefined,
    column: undefined,
    header: undefined,
    times: undefined,
  }
}
