/** What a reader could not do, as a sentence with its subject; a problem to see, not a failure of the run. */
export type Issue = {
  /** `cnd: cannot read the date "Spring 2026" on https://…` */
  sentence: string
  url?: string
  /** The words as printed. */
  printed?: string
}
