import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '../../http/refuse/problem.ts'
import { need, whoAsks } from '../../keys/guard.ts'
import { signIn, signOut } from '../../keys/sign-in.ts'
import { html } from '../../pages/frame/html.ts'
import { field, hidden } from '../frame/form.ts'
import { sendOutside } from '../frame/layout.ts'
import { type Typed, textOf } from '../frame/typed.ts'
import { type Desk, deskPath } from '../frame/visit.ts'

/** `/desk/sign-in` and signing out. */
export function signInRoutes(app: FastifyInstance, { site }: Desk): void {
  app.get<{ Querystring: { to?: string } }>('/desk/sign-in', (request, reply) => {
    const to = deskPath([request.query.to].flat()[0])
    return whoAsks(request, site) ? reply.redirect(to, 303) : sendForm(reply, to)
  })

  app.post<{ Body: Typed }>('/desk/sign-in', (request, reply) => {
    const typed = request.body ?? {}
    const to = deskPath(textOf(typed, 'to'))
    try {
      signIn(request, reply, textOf(typed, 'key'), site)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      reply.headers(error.headers)
      return sendForm(reply, to, error)
    }
    return reply.redirect(to, 303)
  })

  app.post('/desk/sign-out', need('reader', site), (request, reply) => {
    signOut(request, reply, site)
    return reply.redirect('/desk/sign-in', 303)
  })
}

function sendForm(reply: FastifyReply, to: string, problem?: Problem): FastifyReply {
  const words =
    problem?.status === 401 ? `${problem.message} Copy it again, from its first to its last letter.` : problem?.message
  const note =
    'It begins with ucc_. Who runs the calendar gives you one; the very first one was printed when the calendar was started for the first time.'
  const main = html`<h1>Sign in</h1>
<form method="post" action="/desk/sign-in" class="narrow">
${hidden('to', to)}${field('key', 'Your key', 'password', { error: words, note, required: true, maxLength: 200 })}<button>Sign in</button></form>`
  return sendOutside(reply, { title: 'Sign in', main, status: problem?.status ?? 200 })
}
