import type { AddressInfo } from 'node:net'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openStore } from '../../src/store/database.ts'
import { putEvents } from '../web/site.ts'
import { now, type State, states } from './states.ts'

/** The service itself, over a calendar whose state can be changed. */
export type Served = { url: string; become: (state: State) => void; close: () => Promise<void> }

/** Serves the first state on a free port of the loopback, as the service does: packed, with validators, HEAD, 304 and all else. */
export async function serve(): Promise<Served> {
  const store = openStore(':memory:')
  const config = readConfig({ PUBLIC_URL: 'https://calendar.example' })
  const become = (state: State) => putEvents(store, config, states[state])
  become('first')
  const app = buildApp({ store, config, sources: [], now: () => new Date(now) })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/feeds/all.ics`,
    become,
    async close() {
      app.server.closeAllConnections()
      await app.close()
      store.close()
    },
  }
}
