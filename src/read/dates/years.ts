import { matches } from '../matches.ts'
import { once } from '../once.ts'

/** The years that words print, in order, but those in days written in figures and in symbols of documents. */
export const yearsIn = once((words) => matches(words, /(?<![\d/.])(?:19|20)\d\d(?![\d/])/g).map(([year]) => Number(year)))
