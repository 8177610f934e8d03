import { matches } from '../matches.ts'
import { once } from '../once.ts'

/** Not those in days written in figures and in symbols of documents, of decades (`1990s`), of the `2030 Agenda` and of `resolution 692 (1991)`. */
const year =
  /(?<![\d/.]|\bAgenda |\b(?:resolutions?|decisions?) \d{1,5} \()(?:19|20)\d\d(?![\d/]|s\b| (?:Agenda|Declaration|Protocol|Convention)\b)/g

/** What most words do not have. */
const fourDigits = /(?:19|20)\d\d/

/** The years that words print, in order, where they may be years of meetings. */
export const yearsIn = once((words) => (fourDigits.test(words) ? matches(words, year).map(([said]) => Number(said)) : []))
