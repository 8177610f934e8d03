import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

/** An event as a program shows it: its first day (of Vienna, or of UTC where the program keeps that) and its title. */
export type Shown = { day: string; summary: string; status?: string }

/** A program that members have. */
export type Client = {
  name: string
  /** Commands that must all succeed for the program to be there. */
  needs: [string, ...string[]][]
  /** True for a program that even a machine of ours may lack. */
  optional?: true
  /** Subscribes in an empty folder. `read` refreshes until a title that says `awaited` is shown (or gives up) and tells everything shown. */
  subscribe: (
    url: string,
    folder: string,
  ) => Promise<{ read: (awaited: string) => Promise<Shown[]>; close?: () => Promise<void> }>
}

/** A member in Vienna. */
export const environment = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Europe/Vienna' }

/** A sentence when the program is not there. */
export function absence(client: Client): string | undefined {
  const lacking = client.needs.find(
    ([command, ...rest]) => spawnSync(command, rest, { stdio: 'ignore', timeout: 60_000 }).status !== 0,
  )
  return lacking && `${client.name} is not installed: "${lacking.join(' ')}" does not succeed`
}

/** What a program prints; throws with what it complained of when it fails. It may ask the served calendar meanwhile. */
export async function run(command: string, args: string[], input = ''): Promise<string> {
  const child = spawn(command, args, { env: environment, timeout: 60_000 })
  const said = { out: '', err: '' }
  child.stdout.on('data', (part) => {
    said.out += part
  })
  child.stderr.on('data', (part) => {
    said.err += part
  })
  child.stdin.end(input)
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: ${said.out}${said.err}`)
  return said.out
}

/** A program that goes on until it is stopped; its output is thrown away. */
export function start(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(command, args, { env: { ...environment, ...env }, stdio: 'ignore' })
}

/** Asks a program to end, and waits until it has. */
export function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  return ended(child)
}

/** Waits until a program that was asked to has ended; after 20 s it is ended. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const last = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await new Promise((resolve) => child.once('exit', resolve))
  clearTimeout(last)
}

/** Tries until it is so, or the time is over. */
export async function until(isSo: () => boolean | Promise<boolean>, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await isSo()) && Date.now() < end) await sleep(250)
}
