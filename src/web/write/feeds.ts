import type { Color, Selection } from '../../publish/index.ts'
import type { By, Done, How } from './acts.ts'

/** A feed as an editor saves it. `selection` says what it holds otherwise than a feed of everything; its uids may be slugs. */
export type FeedDraft = {
  name: string
  title: string
  description?: string | undefined
  color?: Color | undefined
  selection?: Partial<Selection> | undefined
}

/** What is changed of a saved feed; what is absent stays. */
export type FeedPatch = Partial<FeedDraft>

/** Saved selections, each at once a page, a calendar, news and an embed under one lasting name. All throw ActRefused. */
export type FeedActs = {
  createFeed(draft: FeedDraft, by: By, how?: How): Done
  /** With another name it is renamed: the old one leads to the new for ever. */
  changeFeed(name: string, patch: FeedPatch, by: By, how?: How): Done
  /** Its addresses say that it is gone; its names are never another feed's. Taking this back opens it again. */
  closeFeed(name: string, by: By, how?: How): Done
}
