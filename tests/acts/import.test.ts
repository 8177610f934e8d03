import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openImports } from '../../src/acts/index.ts'
import { fetcher } from '../../src/fetch/index.ts'
import { readImport } from '../../src/read/handed/index.ts'
import { fileOf, lastProposals } from '../../src/store/acts/proposals.ts'
import { aDesk, secretary } from './desk.ts'

const table = Buffer.from('what,when,whereabouts\nBoard of the Alliance,9 February 2027,Vienna\n')

/** A process that takes over what is handed in, over the database of a folder. */
function aProcess(folder?: string) {
  const desk = aDesk(folder === undefined ? {} : { folder })
  const imports = openImports({
    ...desk,
    sources: [],
    mint: randomUUID,
    now: () => desk.clock.now,
    wake: () => undefined,
    reader: { readHanded: async ({ handed, settings }) => readImport(handed, settings) },
    fetcher: fetcher({ contact: 'https://calendar.example', version: '0', pauseMs: 0, timeoutMs: 1000 }),
  })
  return { ...desk, imports }
}

test('a table is read again with other columns by any process, until it is taken over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'calendar-'))
  const first = aProcess(folder)
  const { id } = await first.imports.propose({ name: 'list.csv', bytes: table }, {}, secretary)
  first.store.close()
  const second = aProcess(folder)
  const again = await second.imports.again(id, { columns: ['title', 'start', 'city'] }, secretary)
  expect(again.reading.items).toMatchObject([{ listing: { place: { city: 'Vienna' } } }])
  expect(second.imports.find(id).reading.table?.columns).not.toEqual(['title', 'start', 'city'])
  second.imports.apply(again.id, undefined, secretary)
  expect(fileOf(second.store, again.id)).toBeUndefined()
  await expect(async () => second.imports.again(again.id, {}, secretary)).rejects.toThrow('taken over already')
  expect(fileOf(second.store, id)).toEqual(table)
  second.store.close()
  rmSync(folder, { recursive: true })
})

test('taking over what stands in the calendar already changes nothing, and says so', async () => {
  const { imports } = aProcess()
  const take = async () => {
    const { id } = await imports.propose({ name: 'list.csv', bytes: table }, {}, secretary)
    return imports.apply(id, [{ id: 1 }], secretary)
  }
  expect((await take()).sentence).toBe('took over 1 of list.csv')
  expect(await take()).toMatchObject({ actionId: 0, sentence: 'took over nothing: all of it stands in the calendar already' })
})

test('of what nobody takes over the newest two hundred are kept, with their files', async () => {
  const { imports, store, clock } = aProcess()
  for (let number = 0; number < 205; number += 1) {
    clock.now = new Date(clock.now.getTime() + 1000)
    await imports.propose({ name: `${number}.csv`, bytes: table }, {}, secretary)
  }
  const kept = lastProposals(store, 500)
  expect([kept.length, kept[0]?.title, kept.at(-1)?.title]).toEqual([200, '204.csv', '5.csv'])
  expect(store.sqlite.prepare('select count(*) from handed_file').pluck().get()).toBe(200)
})
