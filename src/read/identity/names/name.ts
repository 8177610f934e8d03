import type { Body, Kind } from '../../../event/index.ts'

/** Words by which a body, or a group inside it, is named, and its short name for titles. */
export type Name = { words: RegExp; body: Body; group?: string; kind?: Kind; short: string }
