/** What a column of a table may say. */
export const columnRoles = [
  'title',
  'start',
  'end',
  'startTime',
  'endTime',
  'room',
  'venue',
  'city',
  'country',
  'format',
  'status',
  'body',
  'kind',
  'url',
  'description',
  'organizer',
  'timezone',
  'year',
  'id',
] as const

/** One of {@link columnRoles}. */
export type ColumnRole = (typeof columnRoles)[number]

/** Words by which headers call a role, in the languages of those who send tables; the most exact first. */
const words: [ColumnRole, RegExp][] = [
  [
    'startTime',
    /^(?:start(?:ing)? ?times?|times?|hours?|time start|from time|begins? at|uhrzeit|beginn ?zeit|zeit|heure(?: de début)?|hora(?: de inicio)?|horaire|время)$/,
  ],
  ['endTime', /^(?:end(?:ing)? ?times?|time end|to time|until time|ends? at|ende ?zeit|heure de fin|hora de fin(?:alización)?)$/],
  [
    'end',
    /^(?:end(?:s|ing)?(?: date| day)?|date end|to(?: date)?|until|till|thru|through|last day|finish(?: date)?|bis|ende|enddatum|fin|date de fin|hasta|fecha (?:de )?fin(?:al)?|dtend|конец)$/,
  ],
  [
    'start',
    /^(?:start(?:s|ing)?(?: date| day)?|date start|from(?: date)?|begin(?:s|ning)?(?: date)?|first day|dates?|days?|when|date ?\(s\)|event dates?|meeting dates?|datum|beginn|von|anfang|startdatum|début|date de début|dates? prévues?|fechas?|inicio|desde|fecha (?:de )?inicio|dtstart|дата|начало)$/,
  ],
  [
    'title',
    /^(?:titles?|(?:event|meeting|session)(?: ?(?:name|title))?|names?|subject|summary|what|topic|veranstaltung|sitzung|titel|bezeichnung|thema|titre|réunion|événement|intitulé|objet|título|titulo|evento|reunión|nombre|asunto|название|мероприятие|заседание)$/,
  ],
  ['room', /^(?:rooms?|conference room|meeting room|raum|saal|salle|sala|зал)$/],
  ['venue', /^(?:venues?|locations?|places?|where|address|building|ort|veranstaltungsort|lieu|lugar|место)$/],
  ['city', /^(?:cit(?:y|ies)|town|duty station|stadt|ville|ciudad|город)$/],
  ['country', /^(?:countr(?:y|ies)|land|pays|país|pais|страна)$/],
  ['format', /^(?:format|modality|mode|attendance|online|hybrid|modalité|modalidad)$/],
  ['status', /^(?:status|state|confirmed|stand|statut|état|estado|статус)$/],
  ['body', /^(?:bod(?:y|ies)|organi[sz]ation|committee|commission|organ|gremium|organe|órgano|орган)$/],
  ['kind', /^(?:kinds?|types?|category|categories|art|kategorie|catégorie|categoría|tipo)$/],
  ['url', /^(?:urls?|links?|web ?(?:site|page|link)?s?|home ?page|address \(url\)|lien|site|enlace|ссылка)$/],
  [
    'description',
    /^(?:descriptions?|notes?|remarks?|comments?|details?|information|agenda|beschreibung|bemerkung(?:en)?|anmerkung(?:en)?|remarques?|descripción|observaciones|описание|примечани[ея])$/,
  ],
  ['organizer', /^(?:organi[sz]er|organi[sz]ed by|host(?:ed by)?|secretariat|veranstalter|organisateur|organizador)$/],
  ['timezone', /^(?:time ?zone|tz|zeitzone|fuseau(?: horaire)?|zona horaria)$/],
  ['year', /^(?:year|jahr|année|año|год)$/],
  ['id', /^(?:u?id|uid|key|no\.?|nr\.?|#)$/],
]

/** The role that a header cell names; undefined for any other cell. */
export function roleOf(header: string): ColumnRole | undefined {
  const name = header
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[*:_]+/g, ' ')
    .replace(/\s*\((?!s\)|url\))[^)]*\)/g, '')
    .replace(/([a-z])\s*\/\s*([a-z])/g, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim()
  if (name === '' || name.length > 40) return undefined
  return (
    words.find(([, names]) => names.test(name))?.[0] ??
    words.find(([, names]) => name.split(' ').length === 2 && names.test(name.split(' ')[0] ?? ''))?.[0]
  )
}

/** Whether a row names columns: at least a title or a date, and another role, and no dates. */
export function isHeader(cells: string[]): boolean {
  const roles = new Set(cells.map(roleOf))
  roles.delete(undefined)
  return (
    roles.size >= 2 &&
    (roles.has('title') || roles.has('start')) &&
    !cells.some((cell) => /\b20\d\d\b.*\d|\d.*\b20\d\d\b/.test(cell))
  )
}
