import type { FastifyInstance } from 'fastify'

/** Logs how many requests were answered, by family of address and status, once a minute: polls of feeds are too many for a line each. */
export function countAnswers(app: FastifyInstance): void {
  let counts = new Map<string, number>()
  app.addHook('onResponse', (request, reply, done) => {
    const key = `${request.routeOptions.url ?? 'unknown'} ${reply.statusCode}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    done()
  })
  let timer: NodeJS.Timeout | undefined
  const tell = () => {
    if (!counts.size) return
    app.log.info({ answers: Object.fromEntries(counts) }, 'Answers since the last count.')
    counts = new Map()
  }
  app.addHook('onListen', (done) => {
    timer = setInterval(tell, 60_000).unref()
    done()
  })
  app.addHook('onClose', (_, done) => {
    clearInterval(timer)
    tell()
    done()
  })
}
