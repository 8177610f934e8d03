import type { Reader } from '../points/reader.ts'
import { at, is } from '../points/reader.ts'
import type { Mark } from '../printed.ts'

const tentative = new Set(
  'tentative tentatively provisional provisionally tbc tbd provisoire provisoires provisorio provisionales vorlaufig предварительно предварительные подлежит 暂定'.split(
    ' ',
  ),
)
const around = new Set('around approximately approx circa ca about vers alrededor около'.split(' '))

/** What the words on either side of a date say of it. */
export function marksAround(reader: Reader, start: number, end: number): Mark[] {
  const marks = new Set<Mark>()
  for (let i = start - 1; i >= start - 6; i -= 1) {
    const token = at(reader, i)
    if (token.kind === 'number' || /^[.;)]$/.test(token.text) || token.text === '') break
    if (tentative.has(token.text)) marks.add('tentative')
    if (i >= start - 2 && around.has(token.text)) marks.add('around')
  }
  for (let i = end; i < end + 5; i += 1) {
    const token = at(reader, i)
    if (token.kind === 'number' || /^[.;]$/.test(token.text) || token.text === '') break
    const confirm = /^confirm(?:ed)?$/.test(token.text) && ['to', 'be'].includes(at(reader, i - 1).text)
    if (tentative.has(token.text) || confirm) marks.add('tentative')
    if (is(token, ')')) break
  }
  return [...marks]
}

const weekOf = /^(?:of|commencing|beginning|starting|from|du|del|de|da|vom|ab|с)$/

/** The token at which `Week of` before a date begins; the date's own when it does not stand there. */
export function weekBefore(reader: Reader, i: number): number {
  if (i === 0) return i
  let j = i - 1
  for (let words = 0; words < 2 && /^(?:the|monday|on|lundi|lunes)$/.test(at(reader, j).text); words += 1) j -= 1
  if (weekOf.test(at(reader, j).text)) j -= 1
  if (is(at(reader, j), ',') || is(at(reader, j), ':')) j -= 1
  if (at(reader, j).text === 'c' && is(at(reader, j - 1), '/') && at(reader, j - 2).text === 'w') return j - 2
  return /^(?:week|semaine|semana|settimana|woche|неделя|неделю|неделе)$/.test(at(reader, j).text) ? j : i
}

const parts = new Set(
  'early mid middle late end beginning start half quarter later sometime spring summer autumn fall winter debut mi fin finales principios mediados inicio meados anfang mitte ende начале середине конце'.split(
    ' ',
  ),
)

/** True when the words before a month make it vague, `early May`, or one of a rule, `the second Friday in January`. */
export function isVague(reader: Reader, i: number): boolean {
  let j = i - 1
  for (let words = 0; words < 16; words += 1) {
    const token = at(reader, j)
    if (parts.has(token.text) || token.sense.weekday || /^(?:weeks?|semaines?|semanas?|days?|every|each)$/.test(token.text))
      return true
    if (!(token.sense.lead || token.sense.of || token.kind === 'dash' || token.sense.month || is(token, ',') || token.sense.and))
      return false
    j -= 1
  }
  return false
}
