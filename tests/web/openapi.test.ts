import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { EventPage } from '../../src/web/api/schemas.ts'
import { anEvent } from '../build.ts'
import { serve } from './site.ts'

test('the description names every route of the API with its parameters and answers', async () => {
  const { app, close } = await serve()
  const { openapi, paths } = (await app.inject('/openapi.json')).json()
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths).sort()).toEqual([
    '/api/events',
    '/api/events/{id}',
    '/api/feeds',
    '/api/feeds/{name}',
    '/api/sources',
    '/embed/frame',
    '/embed/list',
    '/embed/list.json',
    '/events/{slug}',
    '/feeds/{file}',
    '/health/live',
    '/health/ready',
  ])
  expect(paths['/api/events'].get.parameters.map(({ name }: { name: string }) => name)).toContain('cursor')
  expect(Object.keys(paths['/api/events'].get.responses)).toEqual(['200', '400'])
  await close()
})

test('an answer is what its description says', async () => {
  const full = anEvent({
    notice: 'rescheduled',
    was: { precision: 'day', start: '2026-05-11', end: '2026-05-15', timezone: 'Europe/Vienna' },
    deadlines: [{ kind: 'registration', date: '2026-05-01', text: 'until 1 May' }],
    conflicts: [{ field: 'when', values: [{ value: 'x', said: { by: 'cnd', at: '2026-01-01T00:00:00Z' } }] }],
  })
  const { app, close } = await serve({ events: [full] })
  expect([...Value.Errors(EventPage, (await app.inject('/api/events')).json())]).toEqual([])
  await close()
})
