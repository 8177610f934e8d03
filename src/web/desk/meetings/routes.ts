import type { FastifyInstance } from 'fastify'
import { type Event, slug as toSlug } from '../../../event/index.ts'
import type { EditField } from '../../../reconcile/index.ts'
import { findEvent } from '../../../store/events/events.ts'
import { Problem } from '../../http/refuse/problem.ts'
import { need } from '../../keys/guard.ts'
import { ActRefused, type Done, type How } from '../../write/acts.ts'
import { tagOf } from '../../write/answer/version.ts'
import { whenOf } from '../../write/body/draft.ts'
import { sendPage } from '../frame/layout.ts'
import { type Typed, textOf } from '../frame/typed.ts'
import { byOf, cameFrom, type Desk, type Visit, visitOf, withDone } from '../frame/visit.ts'
import { fieldWords } from '../frame/words.ts'
import { valuesOf } from './form/values.ts'
import { meetingList } from './list.ts'
import { meetingPage } from './page.ts'
import { saveForm } from './save.ts'

type Named = { Params: { name: string }; Body: Typed }

/** `/desk/meetings` and each meeting: looking, changing, and what became of it. */
export function meetingRoutes(app: FastifyInstance, desk: Desk): void {
  const { site, acts } = desk
  const reader = need('reader', site)
  const editor = need('editor', site)

  app.get('/desk/meetings', reader, (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, meetingList(visit))
  })

  app.get<Named>('/desk/meetings/:name', reader, (request, reply) => {
    const visit = visitOf(request, desk)
    return sendPage(reply, visit, meetingPage(visit, eventOf(request.params.name)))
  })

  app.post<Named>('/desk/meetings/:name', editor, (request, reply) => {
    const visit = visitOf(request, desk)
    const event = eventOf(request.params.name)
    const saved = saveForm(visit, event, request.body, valuesOf(event))
    if ('done' in saved) {
      const back = textOf(request.body, 'quick') ? cameFrom(request, '/desk/meetings') : `/desk/meetings/${event.slug}`
      return reply.redirect(withDone(back, saved.done), 303)
    }
    if ('meanwhile' in saved) return sendPage(reply, visit, meetingPage(visit, saved.meanwhile, { ...saved, status: 412 }))
    return sendPage(reply, visit, meetingPage(visit, event, { ...saved, status: 422 }))
  })

  const ways: Record<string, (visit: Visit, event: Event, typed: Typed, how: How) => Done> = {
    cancel: (visit, { uid }, typed, how) => acts.cancel(uid, textOf(typed, 'cancel-note') || undefined, byOf(visit), how),
    postpone(visit, event, typed, how) {
      const [start, end] = [textOf(typed, 'postpone-start'), textOf(typed, 'postpone-end')]
      const when = whenOf(
        { ...(start && { start }), ...(end && { end }), ...(event.when && { timezone: event.when.timezone }) },
        event.body,
      )
      return acts.postpone(event.uid, { note: textOf(typed, 'postpone-note') || undefined, when }, byOf(visit), how)
    },
    withdraw: (visit, { uid }, _, how) => acts.withdraw(uid, byOf(visit), how),
    restore: (visit, { uid }, _, how) => acts.restore(uid, byOf(visit), how),
    release(visit, { uid }, typed, how) {
      const field = textOf(typed, 'field')
      if (!Object.hasOwn(fieldWords, field)) throw new Problem(400, 'There is no such field.')
      return acts.release(uid, field as EditField, byOf(visit), how)
    },
  }
  for (const [way, act] of Object.entries(ways)) {
    app.post<Named>(`/desk/meetings/:name/${way}`, editor, (request, reply) => {
      const visit = visitOf(request, desk)
      const event = eventOf(request.params.name)
      const version = textOf(request.body, 'version')
      const how: How = {
        reason: textOf(request.body, `${way}-reason`).slice(0, 300) || undefined,
        before(current) {
          if (version && version !== tagOf(current, site))
            throw new ActRefused('conflict', 'Somebody changed this meeting meanwhile: look at it once more, then say it again.')
        },
      }
      return reply.redirect(withDone(`/desk/meetings/${event.slug}`, act(visit, event, request.body, how)), 303)
    })
  }

  function eventOf(name: string): Event {
    const event = findEvent(site.store, name)
    if (!event) throw new Problem(404, `There is no meeting “${toSlug(name)}”.`)
    return event
  }
}
