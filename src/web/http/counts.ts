import type { FastifyInstance } from 'fastify'

/** Counts an answer by the family of its address and its status. */
export type Count = (family: string, status: number) => void

/** Counters of answers, and what tells and forgets them. */
export function makeCounts(): { count: Count; take: () => Record<string, number> } {
  let counts = new Map<string, number>()
  return {
    count(family, status) {
      const key = `${family} ${status}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    },
    take() {
      const taken = Object.fromEntries(counts)
      counts = new Map()
      return taken
    },
  }
}

/** Logs once a minute how many requests were answered: polls of feeds are too many for a line each. */
export function logCounts(app: FastifyInstance, { count, take }: ReturnType<typeof makeCounts>): void {
  app.addHook('onResponse', (request, reply, done) => {
    count(request.routeOptions.url ?? 'unknown', reply.raw.statusCode)
    done()
  })
  let timer: NodeJS.Timeout | undefined
  const tell = () => {
    const answers = take()
    if (Object.keys(answers).length) app.log.info({ answers }, 'Answers since the last count.')
  }
  app.addHook('onReady', (done) => {
    timer = setInterval(tell, 60_000).unref()
    done()
  })
  app.addHook('onClose', (_, done) => {
    clearInterval(timer)
    tell()
    done()
  })
}
