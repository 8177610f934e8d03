import type { Body, Deadline, Format, Kind, Link } from '../../event/index.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'

/** What happened to an event; `changed` is everything that is no move, cancellation, postponement, withdrawal or return. */
export type What = 'new' | 'moved' | 'cancelled' | 'postponed' | 'withdrawn' | 'restored' | 'changed'

/** What one language says in feeds; to add a language, write one file of this type and name it in {@link languages}. */
export type Words = {
  /** BCP 47 tag for Intl, with Gregorian calendar. */
  locale: string
  /** Prefixes of a title; Outlook ignores STATUS, so the title must say it. */
  prefix: { cancelled: string; postponed: string; tentative: string }
  /** Between two parts of a line. */
  comma: string
  /** Cities that clocks are named for, where the language has its own name. */
  cities: Record<string, string>
  /** What Intl's dates need to read well. */
  tidied?: (date: string) => string
  /** A label and what it labels: `Access: open`. */
  labelled: (label: string, value: string) => string
  bodies: Record<Body, string>
  kinds: Record<Kind, string>
  formats: Record<Format, string>
  links: Record<Link['rel'], string>
  deadlines: Record<Deadline['kind'], string>
  /** What happened to an event. */
  changes: Record<What, string>
  /** From a date in words. */
  weekOf: (date: string) => string
  /** Dates in words, from the first to the last; where absent, Intl's own range is right. */
  range?: (start: string, end: string) => string
  since: (date: string) => string
  movedFrom: (date: string) => string
  /** Wall time of a place: `Vienna time`. */
  timeOf: (city: string) => string
  from: (time: string) => string
  until: (time: string) => string
  notExact: string
  notConfirmed: string
  cancelled: string
  postponed: string
  movedOnline: string
  withdrawn: string
  merged: string
  undated: string
  days: string
  access: string
  disagree: string
  readAt: string
  missing: (date: string) => string
  details: string
}

/** The six official languages of the United Nations, by their codes. */
export const languages = { en, fr, es, ru, ar, zh } as const satisfies Record<string, Words>

/** A code of {@link languages}. */
export type Language = keyof typeof languages

/** The words of a language; English when none is named. */
export function wordsOf(language: Language = 'en'): Words {
  return languages[language]
}
