import { bodyIds } from '../../event/index.ts'
import { columnRoles } from '../../read/tables/index.ts'
import { type Static, Type } from '../http/schema/type.ts'
import { fields } from '../write/body/fields.ts'

const closed = { additionalProperties: false } as const
const optional = Type.Optional

const settings = {
  written: optional(
    Type.String({
      format: 'date',
      description: 'the day it was written on, YYYY-MM-DD, by which years are assumed; today when not said',
    }),
  ),
  timezone: optional(
    Type.String({ minLength: 1, maxLength: 60, description: 'IANA zone of hours that name none; Europe/Vienna when not said' }),
  ),
  body: optional(Type.Enum([...bodyIds], { description: 'whose meetings they are where the words do not say' })),
  sheet: optional(Type.String({ minLength: 1, maxLength: 200, description: 'the sheet of a workbook that is read' })),
}
const pasted = optional(
  Type.String({ minLength: 1, maxLength: 500_000, description: 'words as they were pasted: a mail, a chat, minutes' }),
)
const url = optional(
  Type.String({ minLength: 1, maxLength: 2000, description: 'the address of a calendar, a table or a page, which is fetched' }),
)
const Role = Type.Enum([...columnRoles])

/** What is handed in as JSON: words or an address. */
export const HandInJson = Type.Object(
  {
    text: pasted,
    url,
    ...settings,
    columns: optional(
      Type.Array(Type.Union([Role, Type.Null()]), {
        maxItems: 200,
        description: 'what each column of a table says, in order, in place of what was guessed; null for nothing',
      }),
    ),
  },
  {
    ...closed,
    title: 'HandIn',
    examples: [{ text: '14 and 15 October: Working Group on the Smuggling of Migrants', written: '2026-07-13' }],
  },
)

/** What is handed in as a form: words, an address or a file. */
export const HandInForm = Type.Object(
  {
    text: pasted,
    url,
    file: optional(
      Type.Any({ format: 'binary', description: 'a calendar (.ics), table (.csv, .tsv, .xlsx) or text, of at most 5 MB' }),
    ),
    ...settings,
    columns: optional(
      Type.String({
        maxLength: 4000,
        description: 'what each column of a table says, comma between and nothing for nothing: title,start,,end',
      }),
    ),
  },
  {
    ...closed,
    title: 'HandInForm',
    examples: [{ text: '14 and 15 October: Working Group on the Smuggling of Migrants', written: '2026-07-13' }],
  },
)

/** {@link HandInJson} and {@link HandInForm} as TypeScript sees them. */
export type HandInBody = Omit<Static<typeof HandInForm>, 'columns'> & { columns?: string | (string | null)[] }

/** What is taken over of a proposal. */
export const TakeOver = Type.Object(
  {
    items: optional(
      Type.Array(
        Type.Object(
          {
            id: Type.Integer({ minimum: 1, maximum: 100_000, description: 'number of the item' }),
            as: optional(
              Type.String({ minLength: 1, maxLength: 300, description: 'uid or slug of the event that it is, or new' }),
            ),
            title: optional(fields.title),
            start: optional(fields.start),
            end: optional(fields.end),
          },
          closed,
        ),
        { minItems: 1, maxItems: 5000, description: 'the items taken over, with corrections; those ticked when not said' },
      ),
    ),
    reason: optional(Type.String({ maxLength: 300, description: 'why; kept in the history' })),
  },
  { ...closed, title: 'TakeOver', examples: [{ items: [{ id: 1 }, { id: 2, as: 'new', start: '2027-10-14' }] }] },
)
