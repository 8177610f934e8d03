/** What sort of meeting an event is; a closed list. */
export const kinds = [
  'session',
  'reconvened',
  'intersessional',
  'thematic',
  'working-group',
  'review-group',
  'expert-meeting',
  'constructive-dialogue',
  'congress',
  'side-event',
  'briefing',
  'informal-meeting',
  'conference',
  'other',
] as const

/** One of {@link kinds}. */
export type Kind = (typeof kinds)[number]
