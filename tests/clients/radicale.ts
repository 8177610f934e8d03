import { type AddressInfo, createServer } from 'node:net'
import ICAL from 'ical.js'
import { type Client, start, stop, until } from './client.ts'

/** A CalDAV server that people keep calendars in: it takes the whole feed by PUT, and refuses what it cannot read. */
export const radicale: Client = {
  name: 'Radicale',
  needs: [['radicale', '--version']],
  subscribe: async (url, folder) => {
    const host = `127.0.0.1:${await freePort()}`
    const options = [
      '--storage-filesystem-folder',
      folder,
      '--server-hosts',
      host,
      '--auth-type',
      'none',
      '--rights-type',
      'authenticated',
    ]
    const server = start('radicale', options)
    const authorization = `Basic ${Buffer.from('member:any').toString('base64')}`
    await until(
      () =>
        fetch(`http://${host}/`).then(
          () => true,
          () => false,
        ),
      20_000,
    )
    return {
      read: async () => {
        const body = await (await fetch(url)).text()
        const headers = { authorization, 'content-type': 'text/calendar; charset=utf-8' }
        const put = await fetch(`http://${host}/member/meetings/`, { method: 'PUT', headers, body })
        if (put.status !== 201) throw new Error(`Radicale answers ${put.status}: ${await put.text()}`)
        const kept = await (await fetch(`http://${host}/member/meetings/`, { headers: { authorization } })).text()
        return new ICAL.Component(ICAL.parse(kept)).getAllSubcomponents('vevent').map((vevent) => ({
          day: new ICAL.Event(vevent).startDate.toString().slice(0, 10),
          summary: new ICAL.Event(vevent).summary,
          status: String(vevent.getFirstPropertyValue('status')),
        }))
      },
      close: () => stop(server),
    }
  },
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
