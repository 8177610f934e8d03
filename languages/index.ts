import type { Words } from '#language'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'

/** The languages of feeds, pages and the embed, by their codes: the six official ones of the United Nations. */
export const languages = { en, fr, es, ru, ar, zh } as const satisfies Record<string, Words>
