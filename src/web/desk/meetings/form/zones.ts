import { zoneCity } from '../../../../publish/index.ts'

const known = [
  'Europe/Vienna',
  'Europe/Zurich',
  'America/New_York',
  'Europe/Paris',
  'Europe/London',
  'Africa/Nairobi',
  'Africa/Cairo',
  'Asia/Bangkok',
  'Asia/Tokyo',
  'Asia/Dubai',
  'Asia/Riyadh',
  'America/Mexico_City',
  'America/Sao_Paulo',
  'UTC',
]

/** Cities whose clocks a person may choose, and the one that is said already. */
export function zoneChoices(said: string | undefined): [string, string][] {
  const zones = said && !known.includes(said) ? [said, ...known] : known
  return zones.map((zone) => [zone, zone === 'Europe/Zurich' ? 'Geneva' : zoneCity(zone)])
}
