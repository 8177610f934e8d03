import { matches } from '../matches.ts'

/** Rooms, halls and the buildings of the Vienna International Centre, as they are printed. */
export const room = new RegExp(
  [
    String.raw`\bconference room [A-Z]{0,3}\d{1,4}\b|\b(?:VIC[ -]+)?(?:Conference )?Room[s]? (?:No\. ?)?[A-Z]{0,3}-? ?\d{0,4}(?:-\d)?(?: and [A-Z]{0,2}\d{1,3})?\b`,
    String.raw`\bBoard ?room[ -]?[A-F]\b(?:-[A-F]\b)?|\bBoard Room[ -][A-F]\b|\bBR-?[A-F]\b|\bC-?BR-? ?[A-F]\b`,
    String.raw`\bPlenary(?: Hall)?(?: [A-Z][\w-]*){0,2}(?: M-?Building)?|\bPress Room\b|\bTrusteeship Council Chamber\b|\bEconomic and Social Council Chamber\b|\bGeneral Assembly Hall\b|\bSalle [A-Z]{0,3}[\dIVX]{1,4}\b|\bTempus\b|\b[A-M]-?[Bb]uilding\b|\bMBR-? ?[A-F]\b|\bVIC-M\b|\b(?:C-)?CR-?\d\b`,
    String.raw`\b(?:C0|E0|CO|M[0O]E|[CDEFGM])\d{1,4}\b(?!\.)|\bRoom [A-Z]\d{3,4}\b`,
  ].join('|'),
  'g',
)
const building =
  /\b(?:(?:the )?Vienna International (?:Centre|Center)(?: \(VIC\))?|\bVIC\b|(?:the )?(?:UN|United Nations) (?:Headquarters|HQ)|Palais des Nations|UNHQ|Palais Wilson|(?:University|Institute|Academy|Ministry|Embassy|Permanent Mission|Museum|House|Centre|Center) (?:of|for) (?:the )?[A-Z][\p{L}'’-]+(?: [A-Z][\p{L}'’-]+){0,3}|(?:Hotel|Palais|Café|Schloss|Château) [A-Z][\p{L}'’-]+|(?:the )?(?:[A-Z][\p{L}'’-]+ ){1,6}(?:Hotel|Centre|Center|Palace|Complex|Hall|Building|Campus|Palais|Auditorium|Academy|University|Institute|Resort|Ministry|Parliament)(?: (?:of|at|in) (?:[A-Z][\p{L}'’-]+ ?){1,4})?(?: (?:Complex|Hotel|Building|Centre|Hall))?)/gu
/** A word that every one of these names has, so that most texts need not be searched for them. */
const mayBuild =
  /VIC|Headquarters|HQ|Palais|University|Institute|Academy|Ministry|Embassy|Permanent Mission|Museum|House|Cent(?:re|er)|Hotel|Café|Schloss|Château|Palace|Complex|Hall|Building|Campus|Auditorium|Resort|Parliament/

/** Every building that a text names, in order. */
export function buildings(text: string): RegExpExecArray[] {
  return mayBuild.test(text) ? matches(text, building) : []
}

/** A text with a blank for each building that it names. */
export function withoutBuildings(text: string): string {
  return mayBuild.test(text) ? text.replace(building, ' ') : text
}

const floor = /\b(?:\d{1,2}(?:st|nd|rd|th)|ground|first|second|third|fourth) floor\b/gi

/** The rooms and buildings that are printed one after the other from this one on: `Plenary Hall, M-Building, Vienna International Centre`. */
export function spotsFrom(text: string, first: string | undefined): string[] {
  if (first === undefined) return []
  const spots = [...matches(text, room), ...buildings(text), ...matches(text, floor)]
    .map(({ index, 0: words }) => ({ index, words: words.replace(/^the /i, '').trim(), end: index + words.length }))
    .sort((a, b) => a.index - b.index || b.end - a.end)
  const found = spots.filter(({ words }) => words === first).slice(0, 1)
  for (const spot of spots) {
    const last = found.at(-1)
    if (last && spot.index >= last.end && /^[\s,;/(–-]*(?:(?:of|at|in) )?(?:the )?$/i.test(text.slice(last.end, spot.index)))
      found.push(spot)
  }
  return found.map(({ words }) => words)
}
