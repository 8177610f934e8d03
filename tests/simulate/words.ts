import { bodies } from '../../src/event/index.ts'
import type { Meeting } from './meetings.ts'

const ones =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const tens = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet']

/** `sixty-third`. */
function ordinalWords(number: number): string {
  const unit = number % 10
  const stem = tens[Math.floor(number / 10) - 2]
  if (!stem) return ones[number - 1] ?? `${number}th`
  return unit ? `${stem}y-${ones[unit - 1]}` : `${stem}ieth`
}

/** `63rd`. */
function ordinalDigits(number: number): string {
  const ending = number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

const short: Record<string, string> = { CONGRESS: 'UN Crime Congress', CYBERCRIME: 'Ad Hoc Committee', 'SMALL-ARMS': 'BMS' }
const kinds: Record<string, string> = {
  intersessional: 'intersessional meeting',
  thematic: 'thematic discussions',
  'expert-meeting': 'expert meeting',
}

/** The title that a source prints: in full words, in short, or the second wording. */
export function titleOf(meeting: Meeting, style: 'full' | 'short', words: number): string {
  const { body, kind, session, group, part, name } = meeting
  if (name) return words ? `${name} (civil society)` : name
  const number = session === undefined ? '' : style === 'full' ? ordinalWords(session) : ordinalDigits(session)
  const whose = style === 'full' ? bodies[body].name : (short[body] ?? body)
  const about = group?.replaceAll('-', ' ')
  const said = part?.replaceAll('-', ' ')
  const line = {
    reconvened: `reconvened ${number} session of the ${whose}`,
    intersessional: `${said} ${kinds.intersessional} of the ${number} session of the ${whose}`,
    thematic: `thematic discussions${said ? `, ${said} part` : ''}, ${number} session of the ${whose}`,
    'working-group': `${number} ${style === 'full' ? 'session of the Working Group on' : 'meeting, WG'} ${about}`,
    'review-group': `${said ? `${said} ` : ''}${number} session of the ${style === 'full' ? 'Implementation Review Group' : 'IRG'}`,
    'constructive-dialogue': `Constructive Dialogue on ${about}`,
    'expert-meeting': `${number} expert meeting on ${about}`,
  }[kind as string]
  const title = line ?? `${number} session of the ${whose}`
  return `${words ? 'The ' : ''}${title.charAt(0).toUpperCase()}${title.slice(1)}`
}
