import type { Deadline } from '../../../event/index.ts'
import { once } from '../../once.ts'
import type { Sense } from './senses.ts'

/** A last day of the kind its words speak of. */
export function deadline(text: string, why: string): Sense {
  return { is: 'deadline', kind: askedFor(text), why }
}

const askedFor = once((text): Deadline['kind'] =>
  /regist|inscri|rsvp|sign[- ]?up|accredit|регистр|报名|注册|التسجيل/i.test(text)
    ? 'registration'
    : /nominat|candidat/i.test(text)
      ? 'nomination'
      : /submi|abstract|proposal|paper|resolution|contribution|appl|soumi/i.test(text)
        ? 'submission'
        : 'other',
)
