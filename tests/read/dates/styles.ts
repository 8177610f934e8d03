import type { Temporal } from 'temporal-polyfill'

/** Two days of a range, the first before the second. */
export type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }

/** A way to print a range; undefined where it cannot print this one (one month only, or one year only). */
export type Style = (span: Span) => string | undefined

const english = 'January February March April May June July August September October November December'.split(' ')
const short = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ')
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const french = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const spanish = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
const portuguese = 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' ')
const italian = 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ')
const german = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')
const russian = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const arabic = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ')
const levant =
  'كانون الثاني/يناير|شباط/فبراير|آذار/مارس|نيسان/أبريل|أيار/مايو|حزيران/يونيه|تموز/يوليه|آب/أغسطس|أيلول/سبتمبر|تشرين الأول/أكتوبر|تشرين الثاني/نوفمبر|كانون الأول/ديسمبر'.split(
    '|',
  )

type Day = Temporal.PlainDate

const two = (value: number) => String(value).padStart(2, '0')
const ordinal = (day: number) =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`
const script = (zero: number) => (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)))
const month = (names: string[]) => (day: Day) => names[day.month - 1] as string
const sameMonth = ({ from, to }: Span) => from.month === to.month && from.year === to.year

const M = month(english)
const m = month(short)
const weekday = (day: Day) => weekdays[day.dayOfWeek - 1] as string
const mon = (day: Day) => weekday(day).slice(0, 3)

/** One style for ranges inside a month, another for those across months of a year, a third across years. */
function threefold(inside: (span: Span) => string, across: (span: Span) => string, years: (span: Span) => string): Style {
  return (span) => (sameMonth(span) ? inside(span) : span.from.year === span.to.year ? across(span) : years(span))
}

function dayFirst(join: string, name = M, day: (value: number) => string = String, yearMark = ' '): Style {
  return threefold(
    ({ from, to }) => `${day(from.day)}${join}${day(to.day)} ${name(to)}${yearMark}${to.year}`,
    ({ from, to }) => `${day(from.day)} ${name(from)}${join}${day(to.day)} ${name(to)}${yearMark}${to.year}`,
    ({ from, to }) =>
      `${day(from.day)} ${name(from)}${yearMark}${from.year}${join}${day(to.day)} ${name(to)}${yearMark}${to.year}`,
  )
}

function monthFirst(join: string, name = M, day: (value: number) => string = String, yearMark = ', '): Style {
  return threefold(
    ({ from, to }) => `${name(from)} ${day(from.day)}${join}${day(to.day)}${yearMark}${to.year}`,
    ({ from, to }) => `${name(from)} ${day(from.day)}${join}${name(to)} ${day(to.day)}${yearMark}${to.year}`,
    ({ from, to }) =>
      `${name(from)} ${day(from.day)}${yearMark}${from.year}${join}${name(to)} ${day(to.day)}${yearMark}${to.year}`,
  )
}

/** `du 5 au 9 mai`: a word before each end, and one before the month and the year. */
function framed(open: string, to: string, of: string, name: (day: Day) => string, close = ''): Style {
  const whole = (day: Day, year: boolean) => `${day.day}${of}${name(day)}${year ? `${of}${day.year}${close}` : ''}`
  return threefold(
    (span) => `${open}${span.from.day}${to}${whole(span.to, true)}`,
    (span) => `${open}${whole(span.from, false)}${to}${whole(span.to, true)}`,
    (span) => `${open}${whole(span.from, true)}${to}${whole(span.to, true)}`,
  )
}

/** Styles by language; each prints a range that reads back as exactly that range. */
export const styles: Record<string, Style[]> = {
  en: [
    ...[
      '-',
      ' - ',
      '–',
      ' – ',
      '—',
      ' –',
      '– ',
      ' to ',
      ' until ',
      ' through ',
      '\u2011',
      '\u2212',
      '\u00a0–\u00a0',
      '--',
      '\u2013\u200b',
      ' till ',
    ].map((join) => dayFirst(join)),
    ...['-', ' – ', ' to '].map((join) => dayFirst(join, m)),
    ...['-', ' – ', ' to the '].map((join) => dayFirst(join, M, ordinal)),
    ...['-', ' - ', '–', ' to ', ' through '].map((join) => monthFirst(join)),
    ...['-', ' – '].map((join) => monthFirst(join, m)),
    ...['-', ' to '].map((join) => monthFirst(join, M, ordinal)),
    monthFirst('–', M, String, ' '),
    monthFirst('-', (day) => `${m(day)}.`),
    dayFirst('-', M, two),
    dayFirst('-', (day) => M(day).toUpperCase()),
    dayFirst(' - ', M, String, ', '),
    dayFirst(' to ', (day) => `of ${M(day)}`, ordinal),
    (span) => `from ${dayFirst(' to ')(span)}`,
    (span) => `between ${dayFirst(' and ')(span)}`,
    (span) => `(${dayFirst('-')(span)})`,
    (span) => `Fifth session, Vienna, ${dayFirst('–')(span)}`,
    (span) => `${dayFirst('–')(span)}: Fifth session`,
    (span) => `Report of the 12th session (${dayFirst('–')(span)}), E/CN.7/2024/2`,
    (span) => `Doha, Qatar, ${dayFirst('-')(span)} | Room M3`,
    ({ from, to }) => `${from.day} ${M(from)} ${from.year} - ${to.day} ${M(to)} ${to.year}`,
    ({ from, to }) => `${weekday(from)}, ${from.day} ${M(from)} ${from.year} to ${weekday(to)}, ${to.day} ${M(to)} ${to.year}`,
    ({ from, to }) => `${mon(from)} ${from.day} ${m(from)} ${from.year} – ${mon(to)} ${to.day} ${m(to)} ${to.year}`,
    (span) =>
      sameMonth(span)
        ? `${mon(span.from)} ${span.from.day} - ${mon(span.to)} ${span.to.day} ${M(span.to)} ${span.to.year}`
        : undefined,
    (span) =>
      sameMonth(span)
        ? `${weekday(span.from)} to ${weekday(span.to)}, ${span.from.day}-${span.to.day} ${M(span.to)} ${span.to.year}`
        : undefined,
    (span) =>
      sameMonth(span)
        ? `from ${weekday(span.from)} ${ordinal(span.from.day)} to ${weekday(span.to)} ${ordinal(span.to.day)} ${M(span.to)} ${span.to.year}`
        : undefined,
    ({ from, to }) => `${from.day}-${m(from)}-${from.year} to ${to.day}-${m(to)}-${to.year}`,
    ({ from, to }) => `${from.day}.${from.month}.${from.year} – ${to.day}.${to.month}.${to.year}`,
    ({ from, to }) => `${from.toString()} to ${to.toString()}`,
    ({ from, to }) => `${from.toString()}/${to.toString()}`,
    ({ from, to }) => `${from.toString()} - ${to.toString()}`,
    (span) => (sameMonth(span) ? `${span.from.toString()}/${two(span.to.day)}` : undefined),
    ({ from, to }) => `${from.toString()}T10:00 to ${to.toString()}T18:00`,
    ({ from, to }) => `${from.day} ${M(from)} ${from.year}, 10:00 - ${to.day} ${M(to)} ${to.year}, 18:00`,
    (span) =>
      sameMonth(span)
        ? `${ordinal(span.from.day).replace(/(\D+)/, ' $1')}-${ordinal(span.to.day)} ${M(span.to)}${span.to.year}`
        : undefined,
    (span) => (sameMonth(span) ? `${span.from.day}-${span.to.day}${M(span.to)} ${span.to.year}` : undefined),
    (span) => (sameMonth(span) ? `Dates${span.from.day}-${span.to.day} ${M(span.to)},${span.to.year}` : undefined),
    ({ from, to }) => `${from.day} ${M(from)} '${two(from.year % 100)} - ${to.day} ${M(to)} '${two(to.year % 100)}`,
  ],
  fr: [
    framed('du ', ' au ', ' ', month(french)),
    framed('entre le ', ' et le ', ' ', month(french)),
    framed('', ' au ', ' ', month(french)),
    dayFirst('-', month(french)),
    dayFirst(' – ', month(french)),
    dayFirst(' - ', (day) => month(french)(day).toUpperCase()),
    framed('à Vienne, du ', ' au ', '', month(french)),
    dayFirst('-', month(french), (day) => (day === 1 ? '1er' : String(day))),
    ({ from, to }) => `${two(from.day)}/${two(from.month)}/${from.year} - ${two(to.day)}/${two(to.month)}/${to.year}`,
  ],
  es: [
    framed('del ', ' al ', ' de ', month(spanish)),
    framed('', ' a ', ' de ', month(spanish)),
    framed('entre el ', ' y el ', ' de ', month(spanish)),
    framed('desde el ', ' hasta el ', ' de ', month(spanish)),
    framed('', '-', ' de ', month(spanish)),
    framed('del ', ' al ', ' ', month(spanish)),
    ({ from, to }) => `${from.day}/${from.month}/${from.year} al ${to.day}/${to.month}/${to.year}`,
  ],
  pt: [
    framed('de ', ' a ', ' de ', month(portuguese)),
    framed('', ' a ', ' de ', month(portuguese)),
    framed('', '-', ' de ', month(portuguese)),
    framed('entre ', ' e ', ' de ', month(portuguese)),
    framed('entre os dias ', ' e ', ' de ', month(portuguese)),
    framed('do dia ', ' até ', ' de ', month(portuguese)),
  ],
  it: [framed('dal ', ' al ', ' ', month(italian)), dayFirst('-', month(italian)), dayFirst(' – ', month(italian))],
  de: [
    dayFirst('-', month(german), (day) => `${day}.`),
    dayFirst(' – ', month(german), (day) => `${day}.`),
    dayFirst(' bis ', month(german), (day) => `${day}.`),
    (span) => `vom ${dayFirst(' bis ', month(german), (day) => `${day}.`)(span)}`,
    ({ from, to }) =>
      from.year === to.year ? `${two(from.day)}.${two(from.month)}.-${two(to.day)}.${two(to.month)}.${to.year}` : undefined,
    ({ from, to }) => `${two(from.day)}.${two(from.month)}.${from.year} – ${two(to.day)}.${two(to.month)}.${to.year}`,
    (span) => (sameMonth(span) ? `${span.from.day}.-${span.to.day}.${span.to.month}.${span.to.year}` : undefined),
  ],
  ru: [
    framed('с ', ' по ', ' ', month(russian), ' года'),
    framed('с ', ' по ', ' ', month(russian), ' г.'),
    framed('с ', ' до ', ' ', month(russian)),
    framed('', '—', ' ', month(russian), ' года'),
    framed('', ' – ', ' ', month(russian), ' года'),
    framed('', '-', ' ', month(russian), ' г.'),
    framed('между ', ' и ', ' ', month(russian), ' года'),
    ({ from, to }) => `с ${two(from.day)}.${two(from.month)}.${from.year} по ${two(to.day)}.${two(to.month)}.${to.year}`,
  ],
  ar: [
    framed('في الفترة من ', ' إلى ', ' ', month(arabic)),
    framed('من ', ' إلى ', ' ', month(levant)),
    framed('من ', ' حتى ', ' ', month(arabic)),
    framed('بين ', ' و ', ' ', month(arabic)),
    framed('', '-', ' ', month(levant)),
    (span) => script(0x660)(framed('من ', ' إلى ', ' ', month(arabic))(span) ?? ''),
    (span) => script(0x6f0)(framed('', '-', ' ', month(levant))(span) ?? ''),
    framed('من ', ' إلى ', ' ', month(arabic), 'م'),
  ],
  zh: [
    ({ from, to }) => `${from.year}年${from.month}月${from.day}日至${to.year}年${to.month}月${to.day}日`,
    ({ from, to }) => `${from.year}年${from.month}月${from.day}日 - ${to.year}年${to.month}月${to.day}日`,
    ({ from, to }) =>
      from.year === to.year ? `${from.year}年${from.month}月${from.day}日至${to.month}月${to.day}日` : undefined,
    (span) =>
      sameMonth(span) ? `${span.from.year}年${span.from.month}月${span.from.day}日至${span.to.day}日在维也纳` : undefined,
    (span) => (sameMonth(span) ? `${span.from.year}年${span.from.month}月${span.from.day}-${span.to.day}日` : undefined),
    (span) =>
      sameMonth(span) ? script(0xff10)(`${span.from.year}年${span.from.month}月${span.from.day}日到${span.to.day}日`) : undefined,
  ],
}
