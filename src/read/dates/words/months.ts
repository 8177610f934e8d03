/**
 * The names of the months, January to December, by language: full names with their cases, UN and Levantine Arabic names, abbreviations.
 * Several names of one month are divided by blanks, the months by bars; names of two words carry an underline.
 */
export const monthNames: Record<string, string> = {
  en: 'january jan|february febuary feburary feb febr|march mar|april apr|may|june jun|july jul|august agust aug|september septmber sept sep|october ocotber oct|november novemeber nov|december decemeber dec',
  fr: 'janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil juill|aout|septembre|octobre|novembre|decembre',
  es: 'enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|diciembre dic',
  pt: 'janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro set|outubro out|novembro|dezembro dez',
  it: 'gennaio gen genn|febbraio febbr|marzo|aprile|maggio mag magg|giugno giu|luglio lug|agosto|settembre sett|ottobre ott|novembre|dicembre',
  de: 'januar janner jaenner|februar feber|marz maerz mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember',
  nl: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
  ru: 'января январь январе январю янв|февраля февраль феврале февралю фев февр|марта март марте марту мар|апреля апрель апреле апрелю апр|мая май мае маю|июня июнь июне июню июн|июля июль июле июлю июл|августа август августе августу авг|сентября сентябрь сентябре сентябрю сен сент|октября октябрь октябре октябрю окт|ноября ноябрь ноябре ноябрю ноя нояб|декабря декабрь декабре декабрю дек',
  ar: 'يناير جانفي كانون_الثاني|فبراير فيفري شباط|مارس اذار|ابريل افريل نيسان|مايو ماي ايار|يونيو يونيه جوان حزيران|يوليو يوليه جويلية تموز|اغسطس اوت اب|سبتمبر ايلول|اكتوبر تشرين_الاول|نوفمبر تشرين_الثاني|ديسمبر كانون_الاول',
}

/** Words that are months only with a capital (English `may`), or only in their language or with a year (Portuguese `out`). */
export const shyMonths: Record<string, 'capital' | 'language'> = {
  may: 'capital',
  mar: 'capital',
  sep: 'capital',
  set: 'language',
  out: 'language',
  ago: 'language',
  gen: 'language',
  mag: 'language',
  dic: 'language',
  lug: 'language',
  ott: 'language',
  dez: 'language',
  sett: 'language',
  ماي: 'language',
  اب: 'language',
}
