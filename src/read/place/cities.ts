import { matches } from '../matches.ts'
import { once } from '../once.ts'

const byCountry = `
Austria: Vienna; Viena; Wien; Linz; Graz; Salzburg | Autriche: Vienne | Австрия: Вена; Вене; Вены
Schweiz: Genf | Швейцария: Женева; Женеве; Женевы
Estados Unidos: Nueva York | Egipto: Sharm el-Sheij; Sharm El-Sheij; El Cairo | Égypte: Charm el-Cheikh; Charm el-Cheik; Le Caire | США: Атланта; Атланте | United States: أتلانتا; 亚特兰大 | Panamá: Ciudad de Panamá | США: Нью-Йорк; Нью-Йорке | Qatar: الدوحة; 多哈; Доха; Дохе
Austria: فيينا; 维也纳 | Switzerland: جنيف; 日内瓦 | United States: نيويورك; 纽约
Egypt: شرم الشيخ; 沙姆沙伊赫; Шарм-эш-Шейх; Шарм-эш-Шейхе | Japan: 京都; Киото | United Arab Emirates: 阿布扎比; أبوظبي; أبو ظبي; Абу-Даби
法国: 巴黎 | France: Париж; Париже; باريس
United States: New York; New York City; Atlanta; Washington, D.C.; Washington D.C.; Washington, DC; Washington DC
Switzerland: Geneva; Bern; Zurich | Suisse: Genève | Suiza: Ginebra | Qatar: Doha
Egypt: Sharm El-Sheikh; Sharm el-Sheikh; Sharm El Sheikh; Sharm el Sheikh; Cairo | Japan: Kyoto; Tokyo
United Arab Emirates: Abu Dhabi; Dubai | Kenya: Nairobi | Morocco: Marrakech; Marrakesh; Rabat
Russian Federation: St. Petersburg; Saint Petersburg; Moscow | Panama: Panama City | Thailand: Bangkok | Jordan: Amman
Indonesia: Bali; Jakarta | Belgium: Brussels | Czechia: Brno; Prague | France: Paris; Strasbourg; Lyon | United Kingdom: London
Italy: Rome; Palermo; Courmayeur; Milan | Spain: Madrid | Portugal: Lisbon | Germany: Berlin; Bonn; Munich
Netherlands: The Hague; Amsterdam | Denmark: Copenhagen; Aarhus | Sweden: Stockholm | Norway: Oslo | Finland: Helsinki
Iceland: Reykjavik | Estonia: Tallinn | Latvia: Riga | Lithuania: Vilnius | Poland: Warsaw | Hungary: Budapest
Slovakia: Bratislava | Slovenia: Ljubljana | Croatia: Zagreb | Serbia: Belgrade | Bulgaria: Sofia | Romania: Bucharest
Greece: Athens | Türkiye: Istanbul; Ankara | Luxembourg: Luxembourg | Ireland: Dublin | Malta: Valletta | Tunisia: Tunis
Algeria: Algiers | Senegal: Dakar | Nigeria: Abuja; Lagos | Ghana: Accra | Ethiopia: Addis Ababa | Uganda: Kampala
Rwanda: Kigali | South Africa: Pretoria; Johannesburg; Cape Town; Durban | Saudi Arabia: Riyadh; Jeddah | Bahrain: Manama
Oman: Muscat | Kuwait: Kuwait City | Lebanon: Beirut | Azerbaijan: Baku | Uzbekistan: Tashkent; Samarkand
Kazakhstan: Astana; Almaty | Kyrgyzstan: Bishkek | Tajikistan: Dushanbe | Georgia: Tbilisi | Armenia: Yerevan | Belarus: Minsk
Ukraine: Kyiv | India: New Delhi | Pakistan: Islamabad | Nepal: Kathmandu | Sri Lanka: Colombo | Bangladesh: Dhaka
Viet Nam: Hanoi | Philippines: Manila | Malaysia: Kuala Lumpur | Singapore: Singapore | Republic of Korea: Seoul; Incheon
China: Beijing; Shanghai | Australia: Sydney; Canberra; Melbourne | Canada: Ottawa; Montreal; Vancouver; Toronto
Mexico: Mexico City; Cancún; Merida | Colombia: Bogotá; Bogota; Cartagena; Medellín | Peru: Lima | Ecuador: Quito
Bolivia: La Paz | Chile: Santiago | Argentina: Buenos Aires | Uruguay: Montevideo | Paraguay: Asunción
Brazil: Brasilia; Brasília; Rio de Janeiro; São Paulo; Salvador | Cuba: Havana | Venezuela: Caracas | Costa Rica: San José | Jamaica: Kingston
`

/** Cities where the bodies meet, with their countries; a city named here is a place even when no country follows. */
const cities = new Map(
  byCountry
    .trim()
    .split(/\n| \| /)
    .flatMap((line) => {
      const [country = '', names = ''] = line.split(': ')
      return names.split('; ').map((city) => [city, country] as const)
    }),
)

const longerName =
  /^(?:[\p{L}\d]|[ -](?:International|Declaration|Protocol|Convention|Congress|Forum|Principles|Time\b|time\b|local|based|Process|Consensus|Political|Outcome|Rules|Airport|NGO|Global))/u

/** The names of cities by their first word, the longer ones first. */
const byFirstWord = new Map<string, string[]>()
for (const city of [...cities.keys()].sort((a, b) => b.length - a.length)) {
  const [first = ''] = city.split(/[ ,]/)
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), city])
}

/** Names in a script without blanks between words. */
const unspaced = [...cities.keys()].filter((name) => /\p{Script=Han}/u.test(name))
const spaced = [...byFirstWord.keys()].filter((word) => !unspaced.includes(word)).sort((a, b) => b.length - a.length)
const firstWords = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${spaced.map((word) => word.replaceAll('.', '\\.')).join('|')})|${unspaced.join('|')}`,
  'gu',
)

/** Every city a text names, in order; not inside a longer name (`Vienna International Centre`, `Doha Declaration`, `Kyoto Protocol`). */
export const citiesIn = once(search)

function search(text: string): { index: number; name: string }[] {
  const found: { index: number; name: string }[] = []
  for (const match of matches(text, firstWords)) {
    const { index } = match
    const word = match[0]
    if (unspaced.includes(word)) {
      found.push({ index, name: word })
      continue
    }
    const name = byFirstWord
      .get(word)
      ?.find((one) => text.startsWith(one, index) && !longerName.test(text.slice(index + one.length, index + one.length + 20)))
    if (name) found.push({ index, name })
  }
  return found
}

/** Countries that follow a city, beside those of {@link cities}. */
export const countries = new Set([
  ...cities.values(),
  ...'USA|U.S.A.|US|UAE|UK|Czech Republic|Turkey|Russia|Korea|United States of America|Georgia|NY|N.Y.'.split('|'),
])
