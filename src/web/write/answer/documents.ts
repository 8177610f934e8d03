import { changeKinds, type EditField, editFields } from '../../../reconcile/index.ts'
import { EventDocument } from '../../api/schemas.ts'
import { type Static, type TSchema, Type } from '../../http/schema/type.ts'

const optional = (type: TSchema) => Type.Optional(type)
const instant = (description: string) => Type.String({ format: 'date-time', description })

const Field = Type.Object({ field: Type.String(), from: optional(Type.Unknown()), to: optional(Type.Unknown()) })

/** What became of an event. */
export const ChangeDocument = Type.Object(
  {
    uid: Type.String({ description: 'of the event' }),
    url: Type.String({ description: 'address of its page' }),
    title: Type.String(),
    kind: Type.Enum([...changeKinds]),
    mergedInto: optional(Type.String({ description: 'uid of the event it was merged into' })),
    fields: Type.Array(Field, { description: 'before and after; all that was said of a new event is in the event' }),
  },
  { title: 'Change' },
)

/** What came of an act. */
export const DoneDocument = Type.Object(
  {
    actionId: Type.Integer({
      description:
        'the entry in the history, which POST /api/history/<it>/undo takes back; 0 when nothing changed or in a dry run',
    }),
    sentence: Type.String({ description: 'what was done' }),
    dryRun: Type.Boolean({ description: 'true: nothing was stored' }),
    etag: optional(Type.String({ description: 'of the event as it is now, for If-Match' })),
    event: optional(EventDocument),
    events: Type.Array(EventDocument, { description: 'every event acted on, in order' }),
    changes: Type.Array(ChangeDocument),
    possibleDuplicates: Type.Array(
      Type.Object({
        review: Type.String({ description: 'POST /api/reviews/<it>/answer says whether they are the same' }),
        score: Type.Number(),
        reasons: Type.Array(Type.String()),
        event: EventDocument,
      }),
      { description: 'events that may be the same meeting, for a person to decide' },
    ),
  },
  { title: 'Done' },
)

/** An entry of the history. */
export const ActionDocument = Type.Object(
  {
    id: Type.Integer(),
    at: instant('when'),
    actor: Type.String({ description: 'the name of a key, or the source of a run' }),
    sentence: Type.String({ description: 'what was done' }),
    undoneAt: Type.Union([instant('when it was taken back'), Type.Null()]),
    canUndo: Type.Boolean(),
    changes: Type.Array(ChangeDocument),
  },
  { title: 'Action' },
)

/** Something that waits for a person. */
export const ReviewDocument = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum(['possible-duplicate', 'conflict', 'edit-contradicted', 'proposed', 'run-refused', 'source-failing']),
    sentence: Type.String({ description: 'what is asked' }),
    answers: Type.Array(Type.String({ description: 'one of these' })),
    events: Type.Array(EventDocument, { description: 'the events it is about' }),
    about: Type.Unknown({
      description:
        'by kind: the suggestion with its score and reasons, the values that differ, the edit and what its source says now, the listing, the difference a run would make, the incident',
    }),
  },
  { title: 'Review' },
)

/** A key as it is shown. */
export const KeyDocument = Type.Object(
  {
    id: Type.String({ description: 'the first part of the key; it opens nothing' }),
    name: Type.String(),
    role: Type.Enum(['reader', 'editor', 'administrator']),
    state: Type.Enum(['valid', 'ended', 'revoked']),
    createdAt: instant('when it was made'),
    createdBy: Type.String(),
    until: Type.Union([instant('when it ends'), Type.Null()]),
    revokedAt: Type.Union([instant('when it was revoked'), Type.Null()]),
    lastUsedAt: Type.Union([instant('when it was used last, give or take an hour'), Type.Null()]),
  },
  { title: 'Key' },
)

/** Who asks. */
export const SessionDocument = Type.Object(
  {
    name: Type.String(),
    role: Type.Enum(['reader', 'editor', 'administrator']),
    until: Type.Union([Type.String(), Type.Null()]),
    csrf: Type.Optional(Type.String({ description: 'to be sent with every write of this session as X-CSRF-Token' })),
  },
  { title: 'Session' },
)

/** `?dryRun=true` and `?reason=`. */
export const HowQuery = Type.Object(
  {
    dryRun: Type.Optional(Type.Boolean({ description: 'true: answer what would be, and store nothing' })),
    reason: Type.Optional(Type.String({ maxLength: 300, description: 'why, in a few words; kept in the history' })),
  },
  { additionalProperties: false },
)

/** {@link HowQuery} as TypeScript sees it. */
export type HowQuery = Static<typeof HowQuery>

/** Address of a field that a person edited. */
export const FieldName = Type.Enum([...editFields] as EditField[], { description: 'a field that a person edited' })
