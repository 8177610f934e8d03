import type { Identity, Kind } from '../../event/index.ts'

/** Kinds of which a body has one a session (and group and part); a number says all. */
const once: readonly Kind[] = [
  'session',
  'reconvened',
  'congress',
  'conference',
  'working-group',
  'review-group',
  'expert-meeting',
]
/** Kinds of which a session may have several; their number says all only together with a part, or with days that agree. */
const several: readonly Kind[] = ['thematic', 'intersessional']

/** Whether the identity names one meeting and no other. Dialogues do not count their sessions alike, so theirs never does. */
export function isExact(identity: Identity): boolean {
  const { kind, session, part } = tidyIdentity(identity)
  if (identity.body === 'OTHER' || session === undefined) return false
  if (kind === 'working-group' && !identity.group) return false
  return once.includes(kind) || (several.includes(kind) && part !== undefined)
}

/**
 * The key on which listings of all sources are joined, if their identity has one; never made from dates. A part names a meeting as a number does
 * (the concluding session), but not which year's: unless it {@link isExact}, listings with one key are joined only where their days agree.
 */
export function identityKey(identity: Identity): string | undefined {
  const { body, kind, session, group, part } = tidyIdentity(identity)
  if (body === 'OTHER' || kind === 'constructive-dialogue' || (kind === 'working-group' && !group)) return undefined
  const isNumbered = session !== undefined && (once.includes(kind) || several.includes(kind))
  return isNumbered || part !== undefined ? `${body}/${kind}/${session ?? ''}/${group ?? ''}/${part ?? ''}` : undefined
}

/** The same identity however a source puts it: `reconvened` is a kind, `regular` no part, a conference's meeting its session. */
export function tidyIdentity({ body, kind, session, group, part }: Identity): Identity {
  const isConference = body === 'COSP' || body === 'UNTOC' || body === 'SMALL-ARMS'
  const plain = kind === 'conference' && isConference ? 'session' : kind
  const known = plain === 'session' && part === 'reconvened' ? 'reconvened' : plain
  const named = part === 'regular' || (known === 'reconvened' && part === 'reconvened') ? undefined : part
  const inside = known === 'review-group' && body === 'COSP' ? undefined : group
  return {
    body,
    kind: known,
    ...(session === undefined ? {} : { session }),
    ...(inside === undefined ? {} : { group: inside }),
    ...(named === undefined ? {} : { part: named }),
  }
}

/** Whether two identities say different things, so that nothing but a person can make them one. */
export function contradict(a: Identity, b: Identity): boolean {
  const [one, other] = [tidyIdentity(a), tidyIdentity(b)]
  return (
    (one.body !== other.body && one.body !== 'OTHER' && other.body !== 'OTHER') ||
    (one.kind !== other.kind && one.kind !== 'other' && other.kind !== 'other') ||
    (one.kind !== 'constructive-dialogue' && differ(one.session, other.session)) ||
    differ(one.group, other.group) ||
    differ(one.part, other.part)
  )
}

function differ<T>(a: T | undefined, b: T | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}
