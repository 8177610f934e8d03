import type { Landmark, Role } from '../text.ts'
import { beginCell, beginRow, emptyTable, type Table } from './table.ts'
import type { Tag } from './tags.ts'

/** An open element, with what its words inherit from the elements around it. */
export type Frame = {
  tag: Tag
  hidden: boolean
  bold: boolean
  struck: boolean
  landmark: Landmark
  role: Role
  level: number
  /** Its box, made when a block is found inside; -1 before. */
  box: number
  /** id and class as written; of elements inside a line those of a `<span>` only. */
  hint: string
  table: Table | undefined
}

/** What the reader of a page may open: the ids that its controls name, and whether a control stands right before. */
export type Opens = { names: Set<string>; next: boolean }

type Attribute = (name: string) => string | undefined

/** The frame of an element that opens inside another. */
export function opened(tag: Tag, attribute: Attribute, outer: Frame | undefined, opens: Opens): Frame {
  const { name, inline } = tag
  const frame: Frame = {
    tag,
    hidden: (outer?.hidden ?? false) || tag.unseen || (isHidden(attribute) && !isOpenable(attribute, opens)),
    bold: (outer?.bold ?? false) || tag.strong,
    struck: (outer?.struck ?? false) || tag.struck,
    landmark: inline ? (outer?.landmark ?? '') : landmark(name, attribute, outer),
    role: outer?.role ?? 'paragraph',
    level: outer?.level ?? 0,
    box: -1,
    hint: inline && name !== 'span' ? '' : hintOf(attribute('id'), attribute('class')),
    table: outer?.table,
  }
  if (!inline) place(frame, attribute)
  if (!inline) control(attribute, opens)
  return frame
}

function hintOf(id = '', names = ''): string {
  return id === '' ? names : `${id} ${names}`
}

function place(frame: Frame, attribute: Attribute): void {
  const { name } = frame.tag
  const level = frame.tag.level || (attribute('role') === 'heading' ? Number(attribute('aria-level')) || 6 : 0)
  if (level > 0) set(frame, 'heading', level)
  else if (name === 'summary' || name === 'caption' || name === 'legend') set(frame, 'heading', 7)
  else if (name === 'li' || name === 'dt' || name === 'dd') set(frame, 'item', 0)
  else if (name === 'td' || name === 'th') set(frame, 'cell', 0)
  else if (name === 'table') {
    set(frame, 'paragraph', 0)
    frame.table = emptyTable()
  } else if (frame.role === 'heading' && frame.level === 7 && name === 'div') set(frame, 'paragraph', 0)
  const { table } = frame
  if (!table) return
  if (name === 'tr') beginRow(table)
  else if (name === 'td' || name === 'th') beginCell(table, name, Number(attribute('colspan')), Number(attribute('rowspan')))
}

function set(frame: Frame, role: Role, level: number): void {
  frame.role = role
  frame.level = level
}

function isHidden(attribute: Attribute): boolean {
  if (attribute('hidden') !== undefined) return true
  const style = attribute('style')
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** Notes what a control opens: what it names, or else what follows it. */
function control(attribute: Attribute, opens: Opens): void {
  const named = attribute('aria-controls') ?? (attribute('data-bs-target') ?? attribute('data-target'))?.replace(/^#/, '')
  if (named) for (const id of named.split(' ', 20)) opens.names.add(id)
  opens.next = attribute('aria-expanded') !== undefined
}

/** A panel that a person opens (an accordion's, a tab's) is said, though not shown at first. */
function isOpenable(attribute: Attribute, { names, next }: Opens): boolean {
  const id = attribute('id')
  return next || attribute('hidden') === 'until-found' || attribute('role') === 'tabpanel' || (id !== undefined && names.has(id))
}

const roles = new Map<string, Landmark>([
  ['navigation', 'nav'],
  ['menu', 'nav'],
  ['menubar', 'nav'],
  ['banner', 'header'],
  ['contentinfo', 'footer'],
  ['complementary', 'aside'],
  ['search', 'form'],
  ['dialog', 'form'],
  ['alertdialog', 'form'],
  ['main', 'main'],
])

function landmark(name: string, attribute: Attribute, outer: Frame | undefined): Landmark {
  const around = outer?.landmark ?? ''
  if (around === 'nav' || around === 'footer' || around === 'noscript') return around
  const role = attribute('role')
  const said = role === undefined ? undefined : roles.get(role)
  if (said) return said
  if (name === 'main' || name === 'article') return around === 'aside' ? around : 'main'
  if (name === 'header') return around === 'main' ? around : 'header'
  if (name === 'nav' || name === 'footer' || name === 'aside' || name === 'noscript') return name
  return name === 'dialog' || name === 'search' ? 'form' : around
}
