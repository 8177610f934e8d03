import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Config, SettingError } from './config.ts'

/** Listens where the settings say and answers at which address that is; throws {@link SettingError} when it cannot be done there. */
export async function listen(server: Server, config: Config): Promise<string> {
  try {
    server.listen({ host: config.HOST, port: config.PORT })
    await once(server, 'listening')
  } catch (error) {
    throw cannotListen(config, error)
  }
  const { address, family, port } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** Why the service cannot listen where the settings say, as a sentence; what is not their fault comes back as it is. */
function cannotListen({ HOST, PORT }: Config, error: unknown): unknown {
  const { code } = error as { code?: unknown }
  const refuse = (setting: string, why: string) => new SettingError(`The setting ${setting} cannot be used: ${why}.`)
  if (code === 'EADDRINUSE') return refuse(`PORT=${PORT}`, `another program listens at ${HOST} on that port`)
  if (code === 'EACCES') return refuse(`PORT=${PORT}`, 'this program may not listen on that port')
  if (code === 'EADDRNOTAVAIL') return refuse(`HOST=${HOST}`, 'it is no address of this machine')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
    return refuse(`HOST=${HOST}`, 'it is the address of nothing')
  return error
}
