/** Words between two dates that make them ends of a range. */
export const toWords =
  'to till until through thru untill upto au a al ao ate as hasta bis zum по до الي حتي لغاية 至 到 tot t fino'

/** Words between two dates that make them a list. */
export const andWords = 'and y et e und и و 和 及 与 與 或 or ou oder или sowie'

/** Words before two dates that make `and` a range. */
export const betweenWords = 'between entre zwischen между بين tra fra'

/** Words that may stand after a joint, before the date itself. */
export const leadWords =
  'on from the of le les la el los las o os de del du den der dem am vom von zum dia dias jour jours il i dal da do dos das no nos em с со на в к من في يوم ايام yom also again then both day days at'

/** Words between day and month, or before the year. */
export const ofWords = 'of de del du do di d den في من لعام عام سنة شهر year in'

/** Words after the year that say it is one. */
export const yearWords = 'года год г году م ad'

/** Words that make the number after them no day: `resolution 5`, `Room 3`, `article 31`. */
export const referenceWords =
  'resolution resolutions article articles art arts rule rules decision decisions paragraph paragraphs para paras annex annexes chapter item items section sections room rooms boardroom boardrooms floor page pages pp no nos nr number phase level volume vol appendix protocol target goal goals sdg cluster category version figure table box building gate hall step stage principle guideline recommendation recommendations module lot salle sala saal raum zimmer etage piso punto point resolucion articulo artigo artikel resolucao decision regla regle regra статья статьи резолюция правило пункт зал комната مادة المادة قرار القرار قاعة الغرفة'

/** Nouns that make the ordinal before them no day: `9 April - 12th session`. */
export const countedWords =
  'session sessions meeting meetings conference congress edition anniversary floor plenary intersessional summit forum round committee assembly sessao sesion reunion seance'

/** Days of the month in words, from the first: `the third of May`. */
export const ordinalWords =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
