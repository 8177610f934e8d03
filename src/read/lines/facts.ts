import { once } from '../once.ts'
import { placeOf } from '../place/place.ts'

/** A line that says where, or `Chair: …`, names nothing. */
export const isFact = once(
  (text) =>
    /^(?:chair(?:person)?|contact|organi[sz]ers?|organi[sz]ed by|host(?:ed by)?|languages?|www|web ?(?:site)?|tel|phone|e-?mail|venue|location|place|where|address|speakers?|moderator|room|fee|cost)\s*:/i.test(
      text,
    ) ||
    /^(?:(?:co-)?organi[sz]ed|(?:co-)?sponsored|(?:co-)?hosted|moderated|chaired|presented) by\b/i.test(text) ||
    isPlaceOnly(text) ||
    /,\s+(?:[A-Z]{1,2}-)?\d{4,5}\s\p{Lu}/u.test(text),
)

/** `Leoben, Austria` */
function isPlaceOnly(text: string): boolean {
  const { city, country } = placeOf(text)
  return city !== undefined && country !== undefined && text === `${city}, ${country}`
}
