/** The words that name a zone beside a time, and its IANA name where they name a place or one region; CET or GMT+1 alone name none. */
export type PrintedZone = { label: string; zone?: string }

/** One sitting as printed: wall times `HH:MM` (`24:00` is midnight at the end of the day), its place in the text, and its zone's words. */
export type PrintedTime = { index: number; length: number; start: string; end?: string; zone?: PrintedZone }
