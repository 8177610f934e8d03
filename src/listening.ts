import { type Config, SettingError } from './config.ts'

/** Why the service cannot listen where the settings say, as a sentence; what is not their fault comes back as it is. */
export function cannotListen({ HOST, PORT }: Config, error: unknown): unknown {
  const { code } = error as { code?: unknown }
  const refuse = (setting: string, why: string) => new SettingError(`The setting ${setting} cannot be used: ${why}.`)
  if (code === 'EADDRINUSE') return refuse(`PORT=${PORT}`, `another program listens at ${HOST} on that port`)
  if (code === 'EACCES') return refuse(`PORT=${PORT}`, 'this program may not listen on that port')
  if (code === 'EADDRNOTAVAIL') return refuse(`HOST=${HOST}`, 'it is no address of this machine')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
    return refuse(`HOST=${HOST}`, 'it is the address of nothing')
  return error
}
