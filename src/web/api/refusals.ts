import { Problem, toProblemDocument } from '../http/refuse/problem.ts'

type Refusal = { says: string; detail: string; field?: string; members?: Record<string, unknown> }

const refusals: Record<string, Refusal> = {
  400: {
    says: 'The request has the wrong shape; every field or parameter at fault is named.',
    detail: 'There is no parameter "colour" here.',
    field: 'colour',
  },
  401: {
    says: 'No key, or one that is not known or no longer valid.',
    detail: 'This needs a key: send it as "Authorization: Bearer KEY", or sign in.',
  },
  403: {
    says: 'The key has a lesser role, or the request comes from a page of another site.',
    detail: 'This needs the role editor; the key of newsletter has the role reader.',
  },
  404: { says: 'There is no such thing.', detail: 'There is no event "cnd-69".' },
  409: { says: 'It cannot be done as things are now.', detail: 'The event is cancelled already.' },
  410: {
    says: 'It was there, and is no more.',
    detail: 'The feed drugs was closed on 2026-11-24; /feeds/all.ics has everything.',
  },
  412: {
    says: 'It was changed since it was read: both versions are named.',
    detail: 'It was changed since you read it: you have "a1b2", and now it is "c3d4".',
    members: { yours: '"a1b2"', current: { etag: '"c3d4"' } },
  },
  413: { says: 'The body is too large.', detail: 'Request body is too large.' },
  415: { says: 'The body is of a type that is not read here.', detail: 'Unsupported Media Type.' },
  422: {
    says: 'The request is well formed and says what cannot be; the field at fault is named.',
    detail: 'There is startTime and no first day: say "start".',
    field: 'start',
  },
  428: {
    says: 'If-Match is missing: read it first.',
    detail: 'Say which version you change: read the event and send its ETag as If-Match.',
  },
  429: {
    says: 'Too many requests; Retry-After says when to go on.',
    detail: 'A key may write 600 times a minute: go on in 20 seconds.',
  },
  503: { says: 'It cannot be answered now; Retry-After says when.', detail: 'The store cannot be read.' },
}

/** What a status of refusal means, and a document that says so (RFC 9457) of an address; undefined for a status that nothing here answers with. */
export function refusalOf(status: string, address: string): { says: string; example: unknown } | undefined {
  const refusal = refusals[status]
  if (!refusal) return undefined
  const { says, detail, field, members } = refusal
  const named = field && { parameter: field, errors: [{ parameter: field, pointer: `/${field}`, detail }] }
  return { says, example: toProblemDocument(new Problem(Number(status), detail, { members: { ...named, ...members } }), address) }
}
