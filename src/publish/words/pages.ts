import type { Body, Notice } from '../../event/index.ts'

/** Forms of a counted noun, by the category that `Intl.PluralRules` gives a number; `#` stands for the number. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Programs whose steps the page of subscribing tells. */
export type Program = 'outlook' | 'google' | 'apple' | 'thunderbird' | 'android'

/** What one language says on pages and in the embed; bodies, kinds, formats and dates are said as in feeds. */
export type PageWords = {
  /** The language's own name for itself. */
  own: string
  rtl?: true
  site: string
  tagline: string
  skip: string
  pages: { coming: string; month: string; year: string; bodies: string; subscribe: string; sources: string; embed: string }
  navigation: string
  language: string
  filter: { q: string; body: string; kind: string; format: string; place: string; from: string; to: string }
  find: { title: string; more: string; any: string; show: string; reset: string }
  /** A filter that cannot be used: its label. */
  wrong: (label: string) => string
  none: string
  nonePast: string
  undated: string
  later: string
  first: string
  subscribeThis: string
  changesFeed: string
  previous: { month: string; year: string }
  next: { month: string; year: string }
  today: string
  asTable: string
  timeline: string
  event: {
    when: string
    where: string
    yourTime: string
    links: string
    deadlines: string
    access: string
    organizer: string
    changes: string
    sources: string
    copy: string
    copyNote: string
    columns: { said: string; lastSeen: string }
    eachSource: string
    unseenSince: string
    conflict: string
    /** Of what people of this calendar changed, before what sources say. */
    otherwise: string
    updated: string
    parts: string
    map: Record<'when' | 'title' | 'status' | 'place' | 'links' | 'deadlines', string>
  }
  status: { confirmed: string; tentative: string; cancelled: string; withdrawn: string }
  notice: Record<Notice, string>
  body: { coming: string; past: string; about: Record<Body, string> }
  checked: (when: string) => string
  failing: (source: string, since: string) => string
  source: {
    title: string
    intro: string
    columns: { name: string; state: string; success: string; next: string; issues: string }
    never: string
    states: Record<'healthy' | 'new' | 'failing' | 'refused' | 'paused', string>
    /** From a date in words. */
    failing: (since: string) => string
    refused: string
    unread: Counted
  }
  subscribe: {
    intro: string
    which: string
    options: string
    alarm: { label: string; none: string; day: string; week: string }
    deadlines: string
    hideCancelled: string
    make: string
    address: string
    copy: string
    copied: string
    add: string
    /** How to subscribe in a program, and after how long it shows changes. */
    steps: Record<Program, string>
    size: string
    saved: string
  }
  embed: {
    intro: string
    script: string
    frame: string
    include: string
    preview: string
    scriptNote: string
    frameNote: string
    includeNote: string
    all: string
  }
  /** Heads a page that says why a request was refused. */
  refused: string
  /** What cannot be understood of an address, by the name of its parameter. */
  parameter: (name: string) => string
  closed: string
  notFound: string
  notFoundText: string
  timesNote: string
  feedAddresses: string
}
