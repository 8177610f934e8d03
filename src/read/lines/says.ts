import { once } from '../once.ts'
import { placeless } from '../place/place.ts'
import { former } from '../status.ts'
import { residue } from './masked.ts'

/** Words in brackets that tell whether a meeting stands, not which it is. */
const offWords =
  /[([]\s*(?:postponed|cancell?ed|deferred|rescheduled|reportée?s?|annulée?s?|aplazad[ao]s?|pospuest[ao]s?|cancelad[ao]s?|перенес[её]н[аоы]?|отложен[аоы]?|отмен[её]н[аоы]?|推迟|延期|取消|تأجلت?|مؤجلة?|ألغيت?)\s*[)\]]/giu

/** Whether a line says more than when and where. */
export const saysSomething = once(hasOtherWords)

function hasOtherWords(said: string): boolean {
  const left = residue(placeless(said.replace(offWords, ' ').replace(former, ' ')))
  return left.replace(/[^\p{L}]/gu, '').length >= 3 && !onlyStatus.test(left)
}

/** `Rescheduled`, `provisional dates`: how a meeting stands, not which it is. */
const onlyStatus =
  /^(?:(?:was|has been|is|will be|to be|now|new|both) )?(?:re-?scheduled|postponed|moved|cancell?ed|deferred|unchanged|confirmed|tentative(?:ly)?|provisional(?:ly)?|reportée?s?|annulée?s?|provisoires?|aplazad[ao]s?|cancelad[ao]s?|provisional(?:es)?|перенесен[аоы]?|отменен[аоы]?|предварительн(?:о|ые|ая|ый))(?: (?:to|until|from|for|dates?|даты|fechas?))*$/iu
