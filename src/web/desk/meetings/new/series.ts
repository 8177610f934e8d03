import type { FastifyInstance } from 'fastify'
import { need } from '../../../keys/guard.ts'
import { type Html, html } from '../../../pages/frame/html.ts'
import { choice, type Errors, errorList, field, form, hidden } from '../../frame/form.ts'
import { type DeskPage, sendPage } from '../../frame/layout.ts'
import { allOf, type Typed, textOf } from '../../frame/typed.ts'
import { byOf, type Desk, type Visit, visitOf, withDone } from '../../frame/visit.ts'
import { valueWords } from '../../frame/words.ts'
import { meetingFields } from '../form/fields.ts'
import { typedValues, type Values } from '../form/values.ts'
import { type Repeat, repeats, ruleOf } from './repeat.ts'
import { attempt } from './routes.ts'

type Series = {
  values: Values
  repeat: string
  until: string
  errors?: Errors
  days?: { day: string; words: string }[]
  left?: string[]
}

const blank: Values = { kind: 'informal-meeting', status: 'confirmed', timezone: 'Europe/Vienna' }

/** `/desk/series`: a meeting that is repeated; its days are shown first, and each can be left out. */
export function seriesRoutes(app: FastifyInstance, desk: Desk): void {
  const editor = need('editor', desk.site)

  app.get('/desk/series', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, seriesPage(visit, { values: blank, repeat: 'week', until: '' }))
  })

  app.post<{ Body: Typed }>('/desk/series', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    const typed = request.body
    const said = { values: typedValues(typed), repeat: textOf(typed, 'repeat'), until: textOf(typed, 'until') }
    const errors: Errors = {}
    if (!said.values.start) errors.start = 'Say the first day: the others follow from it.'
    if (!/^\d{4}-\d\d-\d\d$/.test(said.until)) errors.until = 'Say until when it is repeated.'
    if (!Object.hasOwn(repeats, said.repeat)) errors.repeat = 'Choose how often.'
    if (Object.keys(errors).length) return sendPage(reply, visit, { ...seriesPage(visit, { ...said, errors }), status: 422 })
    const shown = allOf(typed, 'shown')
    const ticked = new Set(allOf(typed, 'day'))
    const isSame = textOf(typed, 'for') === asked(said)
    const except = isSame ? shown.filter((day) => !ticked.has(day)) : []
    const rule = ruleOf(said.repeat as Repeat, said.values.start ?? '', said.until)
    const sure = isSame && shown.length > 0
    const made = attempt(said.values, (draft) => desk.acts.createSeries({ draft, rule, except }, byOf(visit), { dryRun: !sure }))
    if ('errors' in made) {
      const { '': whole, rule: wrong, ...others } = made.errors
      const until = wrong ?? whole
      return sendPage(reply, visit, {
        ...seriesPage(visit, { ...said, errors: { ...others, ...(until && { until }) } }),
        status: 422,
      })
    }
    if (sure) return reply.redirect(withDone('/desk/meetings', made.done), 303)
    const days = made.done.events.map(({ when }) => ({ day: when?.start ?? '', words: valueWords('when', when) }))
    return sendPage(reply, visit, seriesPage(visit, { ...said, days }))
  })
}

/** What the days depend on: when it is another than that the days were shown for, they are shown anew. */
function asked({ values, repeat, until }: Pick<Series, 'values' | 'repeat' | 'until'>): string {
  return [values.start, values.end, values.startTime, values.endTime, values.timezone, repeat, until].join(' ')
}

function seriesPage(visit: Visit, series: Series): DeskPage {
  const { values, repeat, until, errors = {}, days } = series
  const often = html`<fieldset><legend>How often</legend><div class="row">${choice('repeat', 'It is repeated', Object.entries(repeats), { value: repeat, error: errors.repeat })}${field('until', 'Until', 'date', { value: until, error: errors.until })}</div></fieldset>`
  const ticks =
    days &&
    html`${hidden('for', asked(series))}<fieldset id="days"><legend>These days (${days.length})</legend><p>Take away the tick where it does not take place.</p>${days.map(tick)}</fieldset>`
  const content = html`${often}${ticks}${meetingFields({ values, errors })}<div class="save"><button>${days ? `Enter these meetings` : 'Show the days'}</button></div>`
  const main = html`<h1>A series of meetings</h1>
<p>Say the first meeting and how often it is repeated. Each becomes a meeting of its own, which can be changed or cancelled alone; the hour stays the same on the clock when clocks change.</p>
${errorList(errors)}${days && html`<div class="done" role="status"><p>Nothing was entered yet: look at the days, then press “Enter these meetings”.</p></div>`}
${form(visit, '/desk/series', content, { keep: '/desk/series' })}`
  return { title: 'A series of meetings', main }
}

function tick({ day, words }: { day: string; words: string }): Html {
  return html`${hidden('shown', day)}<p class="tick"><input type="checkbox" name="day" value="${day}" id="day-${day}" checked><label for="day-${day}">${words}</label></p>
`
}
