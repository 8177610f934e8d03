import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { absence, type Client } from './client.ts'
import { evolution } from './evolution.ts'
import { parsers } from './parsers.ts'
import { radicale } from './radicale.ts'
import { serve } from './served.ts'
import { seen } from './states.ts'
import { terminals } from './terminals.ts'
import { thunderbird } from './thunderbird.ts'

const clients = [...parsers, ...terminals, radicale, evolution, thunderbird]

for (const client of clients) {
  const told = 'shows all ten events, then what was edited, moved, cancelled and withdrawn'
  test(`${client.name} ${told}`, { timeout: 300_000 }, async ({ skip }) => {
    const absent = absence(client)
    if (absent && (client.optional || !process.env.CI)) skip(absent)
    expect(absent).toBeUndefined()
    await proof(client)
  })
}

async function proof(client: Client): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-client-'))
  const served = await serve()
  const subscription = await client.subscribe(served.url, folder)
  try {
    const first = await subscription.read(seen.first.edited.summary)
    expect(first).toHaveLength(10)
    for (const event of Object.values(seen.first)) expect(first).toContainEqual(expect.objectContaining(event))

    served.become('second')
    const second = await subscription.read(seen.second.edited.summary)
    expect(second).toHaveLength(10)
    for (const event of Object.values(seen.second)) expect(second).toContainEqual(expect.objectContaining(event))
    for (const { summary, status = 'CANCELLED' } of second.filter((event) => event.summary.startsWith('CANCELLED: '))) {
      expect(`${status} ${summary}`).toMatch(/^CANCELLED /)
    }
  } finally {
    await subscription.close?.()
    await served.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
  }
}
