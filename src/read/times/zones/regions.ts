/** Countries of one zone: a name counts only as the end of an address (`Nusa Dua, Indonesia` has its city), for reports name countries freely. */
export const countriesByZone: Record<string, string> = {
  'Europe/Vienna': 'austria|autriche|osterreich|австрия|النمسا|奥地利',
  'Europe/Zurich': 'switzerland|suisse|suiza|schweiz',
  'Asia/Qatar': 'qatar|катар|قطر|卡塔尔',
  'Africa/Cairo': 'egypt|egypte|egipto|египет|مصر|埃及',
  'Asia/Tokyo': 'japan|japon|япония|اليابان|日本',
  'Asia/Dubai': 'united arab emirates|uae|emirats arabes unis|оаэ|الإمارات',
  'Asia/Ho_Chi_Minh': 'viet nam|vietnam|вьетнам|越南',
  'Africa/Nairobi': 'kenya|кения',
  'Asia/Bangkok': 'thailand|таиланд|泰国',
  'Europe/Paris': 'france|франция|فرنسا',
  'Europe/Rome': 'italy|italie|italia|италия',
  'America/Bogota': 'colombia|colombie',
  'Africa/Addis_Ababa': 'ethiopia|ethiopie',
  'Africa/Casablanca': 'morocco|maroc|marruecos|марокко|المغرب',
  'America/Lima': 'peru|perou',
  'Europe/Berlin': 'germany|allemagne|deutschland',
  'Asia/Riyadh': 'saudi arabia|arabie saoudite',
}

/** Abbreviations that belong to one region only; they name its zone, never an offset, for pages print them out of season. */
export const abbreviations = new Map([
  ['est', 'America/New_York'],
  ['edt', 'America/New_York'],
  ['et', 'America/New_York'],
  ['jst', 'Asia/Tokyo'],
  ['utc', 'UTC'],
  ['gmt', 'UTC'],
])
