/** IANA zones with their other names (the links of the tz database), and zones that a list of current names leaves out. */
const links = `
Africa/Cairo=Egypt
Africa/Tripoli=Libya
America/Anchorage=US/Alaska
America/Argentina/Buenos_Aires=America/Buenos_Aires
America/Chicago=US/Central|CST6CDT|Central
America/Denver=US/Mountain|Navajo|MST7MDT|Mountain
America/Detroit=US/Michigan
America/Edmonton=Canada/Mountain|America/Yellowknife
America/Halifax=Canada/Atlantic|Atlantic
America/Havana=Cuba
America/Indiana/Indianapolis=US/East-Indiana|America/Fort_Wayne|America/Indianapolis
America/Jamaica=Jamaica
America/Los_Angeles=US/Pacific|PST8PDT|Pacific
America/Manaus=Brazil/West
America/Mexico_City=Mexico/General
America/New_York=US/Eastern|EST5EDT|Eastern
America/Noronha=Brazil/DeNoronha
America/Nuuk=America/Godthab
America/Phoenix=US/Arizona|MST
America/Regina=Canada/Saskatchewan
America/Santiago=Chile/Continental
America/Sao_Paulo=Brazil/East
America/St_Johns=Canada/Newfoundland
America/Tijuana=Mexico/BajaNorte|America/Ensenada
America/Toronto=Canada/Eastern|America/Montreal
America/Vancouver=Canada/Pacific
America/Whitehorse=Canada/Yukon
America/Winnipeg=Canada/Central
Asia/Dhaka=Asia/Dacca
Asia/Ho_Chi_Minh=Asia/Saigon
Asia/Hong_Kong=Hongkong
Asia/Jerusalem=Israel|Asia/Tel_Aviv
Asia/Kathmandu=Asia/Katmandu
Asia/Kolkata=Asia/Calcutta
Asia/Nicosia=Europe/Nicosia
Asia/Seoul=ROK
Asia/Shanghai=PRC|Asia/Chongqing|Asia/Harbin
Asia/Singapore=Singapore
Asia/Taipei=ROC
Asia/Tehran=Iran
Asia/Tokyo=Japan
Asia/Yangon=Asia/Rangoon
Atlantic/Faroe=Atlantic/Faeroe
Atlantic/Reykjavik=Iceland
Australia/Adelaide=Australia/South
Australia/Brisbane=Australia/Queensland
Australia/Darwin=Australia/North
Australia/Hobart=Australia/Tasmania
Australia/Melbourne=Australia/Victoria
Australia/Perth=Australia/West
Australia/Sydney=Australia/ACT|Australia/NSW|Australia/Canberra
Europe/Athens=EET
Europe/Brussels=CET|MET
Europe/Dublin=Eire
Europe/Istanbul=Turkey|Asia/Istanbul
Europe/Kyiv=Europe/Kiev|Europe/Uzhgorod|Europe/Zaporozhye
Europe/Lisbon=Portugal|WET
Europe/London=GB|GB-Eire|Europe/Belfast
Europe/Moscow=W-SU
Europe/Warsaw=Poland
Pacific/Auckland=NZ|Antarctica/South_Pole
Pacific/Honolulu=US/Hawaii|HST
Pacific/Pago_Pago=US/Samoa|Pacific/Samoa
UTC=GMT|Etc/UTC|Etc/GMT|Etc/UCT|Etc/Universal|Etc/Zulu|Etc/Greenwich|UCT|Universal|Zulu|Z|Greenwich|GMT0|Etc/GMT0|Coordinated Universal Time
`

const known = new Map<string, string>()
for (const zone of Intl.supportedValuesOf('timeZone')) known.set(zone.toLowerCase(), zone)
for (const line of links.trim().split('\n')) {
  const [zone = '', others = ''] = line.split('=')
  for (const name of [zone, ...others.split('|')]) known.set(name.toLowerCase(), zone)
}
for (let hours = -14; hours <= 12; hours += 1) {
  const name = `Etc/GMT${hours < 0 ? hours : `+${hours}`}`
  if (hours !== 0) known.set(name.toLowerCase(), name)
}

/** The IANA zone of an exact name of the tz database, today's or an older one, in any case; undefined for any other text. */
export function ianaZone(name: string): string | undefined {
  return known.get(name.trim().toLowerCase())
}

/** IANA zones by their city in lower case: `new york`. */
export const zoneByCity: ReadonlyMap<string, string> = new Map(
  [...known.values()]
    .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
    .map((zone) => [
      zone
        .slice(zone.lastIndexOf('/') + 1)
        .replaceAll('_', ' ')
        .toLowerCase(),
      zone,
    ]),
)
