import { bodies, type Event, type Place, type When } from '../../../event/index.ts'
import { ActRefused, type Draft, type Patch } from '../acts.ts'
import type { FlatDraft, FlatPatch, fields } from './fields.ts'

const whenFields = ['precision', 'start', 'end', 'startTime', 'endTime', 'timezone', 'days', 'sittings'] as const
const placeFields = ['venue', 'room', 'city', 'country', 'format'] as const
const plainFields = [
  'title',
  'body',
  'kind',
  'session',
  'group',
  'part',
  'status',
  'notice',
  'note',
  'access',
  'description',
  'organizer',
  'contact',
] as const

/** What a body says, as a draft; days and hours put together. */
export function draftOf(flat: FlatDraft): Draft {
  const when = whenOf(flat, flat.body)
  const place = pick(flat, placeFields) as Place
  const deadlines = flat.deadlines?.map((one) => ({ ...one, text: one.text ?? '' }))
  return {
    ...(pick(flat, plainFields) as Pick<Draft, 'title'>),
    ...(when && { when }),
    ...(Object.keys(place).length && { place }),
    ...(flat.links && { links: flat.links }),
    ...(deadlines && { deadlines }),
  }
}

/** What a merge patch changes of an event: of its days, hours and place only what it names. */
export function patchOf(flat: FlatPatch, event: Event): Patch {
  const patch: Patch = pick(flat, plainFields)
  if (flat.links !== undefined) patch.links = flat.links ?? []
  if (flat.deadlines !== undefined) patch.deadlines = flat.deadlines?.map((one) => ({ ...one, text: one.text ?? '' })) ?? []
  if (placeFields.some((field) => flat[field] !== undefined)) patch.place = merged(event.place, pick(flat, placeFields))
  if (whenFields.some((field) => flat[field] !== undefined)) {
    // Without a first day nothing stays of the days and hours that stood beside it.
    const before = flat.start === null ? {} : { ...event.when }
    const said = merged(before, pick(flat, whenFields)) as FlatDraft
    const isOneDay = event.when && event.when.start === event.when.end
    if (flat.start && flat.end === undefined && isOneDay) said.end = flat.start
    patch.when = whenOf(said, flat.body ?? event.body) ?? null
  }
  return patch
}

/** Days and hours of a body; undefined when it says no day. Hours without a day are refused. */
export function whenOf(flat: Pick<FlatPatch, (typeof whenFields)[number]>, body: FlatDraft['body'] | null): When | undefined {
  const { start, sittings, ...said } = pick(
    flat,
    whenFields.filter((field) => flat[field] !== null),
  ) as Partial<FlatDraft>
  if (!start) {
    const alone = whenFields.find(
      (field) => field !== 'timezone' && field !== 'precision' && flat[field] !== undefined && flat[field] !== null,
    )
    if (alone)
      throw new ActRefused('wrong', `There is ${alone === 'end' ? 'a last day' : alone} and no first day: say "start".`, '/start')
    return undefined
  }
  const [first] = sittings ?? []
  const last = sittings?.at(-1)?.end
  return {
    ...(first && { startTime: first.start, ...(last && { endTime: last }) }),
    precision: 'day',
    end: start,
    timezone: bodies[body ?? 'OTHER'].seat,
    ...said,
    ...(sittings?.length && { sittings }),
    start,
  }
}

function merged(before: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const result = { ...before }
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name]
    else result[name] = value
  }
  return result
}

function pick<Name extends keyof typeof fields>(flat: FlatPatch, names: readonly Name[]): Pick<FlatPatch, Name> {
  return Object.fromEntries(names.flatMap((name) => (flat[name] === undefined ? [] : [[name, flat[name]]]))) as Pick<
    FlatPatch,
    Name
  >
}
