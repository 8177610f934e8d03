/** The three statuses of an event, RFC 5545 section 3.8.1.11, in lower case. */
export const statuses = ['confirmed', 'tentative', 'cancelled'] as const

/** One of {@link statuses}. */
export type Status = (typeof statuses)[number]

/** What else a source says of a meeting; told in notes and as schema.org eventStatus, never as a status. */
export type Notice = 'postponed' | 'rescheduled' | 'moved-online'
