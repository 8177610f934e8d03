import { expect, test } from 'vitest'
import { collect } from '../../src/collect.ts'
import { startProjector } from '../../src/project.ts'
import { event } from '../../src/store/schema.ts'
import { aKit, aSource, startWeb } from './world.ts'

test('when events are rendered otherwise than before, each is rendered again, and its stamps move once', async () => {
  const web = await startWeb()
  const cnd = aSource('cnd', ['https://www.example.org/'])
  const kit = aKit(web.mirror, [cnd])
  web.pages.set('/www.example.org/', { body: 'Meetings\n2027-03-15 CND session 70' })
  await collect(cnd, kit, new AbortController().signal)
  const stored = () =>
    kit.store.select({ vevent: event.vevent, revision: event.revision, modifiedAt: event.modifiedAt }).from(event).get()
  expect(stored()?.revision).toBe(0)

  const rendering = { publicUrl: 'https://moved.example.org', organizer: { name: 'Calendar', email: 'calendar@example.org' } }
  const moved = startProjector(kit.store, { trust: {}, mint: () => 'never', rendering })
  for (const now of ['2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z']) moved.rerender('another', now)
  expect(stored()).toMatchObject({
    revision: 1,
    modifiedAt: '2026-11-24T00:00:00.000Z',
    vevent: expect.stringContaining('moved.example.org'),
  })
  await kit.close()
  await web.close()
})
