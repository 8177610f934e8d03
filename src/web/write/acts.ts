import type { detailFields, Event, Identity, Listing } from '../../event/index.ts'
import type { EditField, LogEntry, Review, Suggestion } from '../../reconcile/index.ts'
import type { StoredFeed } from '../../store/named-feeds.ts'
import type { FeedActs } from './feeds.ts'

/** Who acts: the name of a person's key, as the history shows it. */
export type By = { name: string; keyId?: string | undefined }

/** How an act is done. */
export type How = {
  /** Everything is computed and nothing stored; numbers and uids in the answer are then not lasting. */
  dryRun?: boolean | undefined
  /** Why, in the person's words; kept with edits, decisions and in the history. */
  reason?: string | undefined
  /** Called inside the transaction with the event as it is before; what it throws stops the act. */
  before?: ((event: Event) => void) | undefined
  /** Called inside the transaction once all is written, not in a dry run; what it throws undoes everything. */
  after?: ((done: Done) => void) | undefined
}

/** A meeting as a person enters it: what a listing says, of which only the title must be there. The body is `OTHER`, the kind `other` where not said. */
export type Draft = Partial<Identity> &
  Pick<Listing, 'title'> &
  Partial<Pick<Listing, (typeof detailFields)[number] | 'provenance' | 'parts'>>

/** What a person changes of an event, by field; `null` empties a field, one that is absent stays. */
export type Patch = { [Field in Exclude<EditField, 'state'>]?: Draft[Field] | null }

/** A meeting that is repeated: the first, a rule of RFC 5545 section 3.3.10 with an end, and days (`YYYY-MM-DD`) that are left out. */
export type Series = { draft: Draft; rule: string; except?: string[] | undefined }

/** One step of a batch. */
export type BatchItem =
  | { do: 'create'; draft: Draft }
  | { do: 'change'; uid: string; patch: Patch }
  | { do: 'cancel' | 'postpone' | 'withdraw' | 'restore'; uid: string; note?: string | undefined }

/** What came of an act. */
export type Done = {
  /** The entry of the history, which also takes it back; 0 when nothing was to be done or in a dry run. */
  actionId: number
  /** What was done, as a sentence. */
  sentence: string
  /** The event acted on, as it is now. */
  event?: Event
  /** For each step of a batch or each event of a series, in its order. */
  events: Event[]
  /** What became of every event touched. */
  changes: LogEntry[]
  /** Events that may be the same as those acted on, for a person to decide. */
  possibleDuplicates: PossibleDuplicate[]
  /** The saved feed acted on, as it is now. */
  feed?: StoredFeed
}

/** Two events that may be one. */
export type PossibleDuplicate = Suggestion & { review: string; event: Event }

/** The three answers to a refused run. */
export type RunAnswer = 'accept' | 'discard' | 'pause'

/** Everything people do. Each act is one transaction with one entry in the history; each can be tried first (`dryRun`). All throw {@link ActRefused}. */
export type Acts = FeedActs & {
  /** A person's own entry; it joins with what sources list by the same rules, so `event` may have been known before. */
  createEvent(draft: Draft, by: By, how?: How): Done
  /** Own entries for every day of a series, as one act; each can then be changed alone. */
  createSeries(series: Series, by: By, how?: How): Done
  /** Makes an event say just what the draft says; what sources say otherwise is kept beneath. */
  replaceEvent(uid: string, draft: Draft, by: By, how?: How): Done
  changeEvent(uid: string, patch: Patch, by: By, how?: How): Done
  cancel(uid: string, note: string | undefined, by: By, how?: How): Done
  /** With `when` it is rescheduled to these days, else postponed with dates to come. */
  postpone(uid: string, said: { note?: string | undefined; when?: Draft['when'] }, by: By, how?: How): Done
  withdraw(uid: string, by: By, how?: How): Done
  /** Takes back a withdrawal, a cancellation or a postponement that a person made. */
  restore(uid: string, by: By, how?: How): Done
  /** Back to what the sources say of a field: a person's edits of it are taken back. */
  release(uid: string, field: EditField, by: By, how?: How): Done
  /** Whether two listings (their ids, or uids or slugs of events) are one meeting. */
  decide(verdict: 'same' | 'different', a: string, b: string, by: By, how?: How): Done
  /** What waits for a person, most pressing first. */
  reviews(): Review[]
  answerReview(id: string, answer: string, by: By, how?: How): Done
  answerRun(runId: number, answer: RunAnswer, by: By, how?: How): Done
  /** Several steps as one act, which one undo takes back. `sentence` says what it was: `import of list.csv`. */
  applyBatch(items: BatchItem[], sentence: string, by: By, how?: How): Done
  /** Takes back any act or accepted run; itself an act, so it can be taken back too. */
  undo(actionId: number, by: By, how?: How): Done
  pauseSource(id: string, by: By, how?: How): Done
  resumeSource(id: string, by: By, how?: How): Done
  /** Makes a source due at once; it is visited within a minute, at once where this process collects. */
  runNow(id: string, by: By, how?: How): Done
}

/** Why an act cannot be done; its message is a sentence. `unknown`: there is no such thing; `conflict`: not as things are now; `wrong`: never. */
export class ActRefused extends Error {
  readonly why: 'unknown' | 'conflict' | 'wrong'
  /** JSON pointer (RFC 6901) of the field that is wrong. */
  readonly pointer: string | undefined

  constructor(why: ActRefused['why'], sentence: string, pointer?: string) {
    super(sentence)
    this.why = why
    this.pointer = pointer
  }
}
