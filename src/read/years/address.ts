import type { PrintedDate, ResolvedDate } from '../dates/index.ts'

/** What a page says of years besides its dates. */
export type YearSources = { address: number[]; addressDay?: string; dateline?: string; resolved?: Map<PrintedDate, ResolvedDate> }

/** Years and the day of publication that stand in an address: `30_Session_2021`, `som_2024`, `/2020/12/`. */
export function yearsInAddress(url: string): YearSources {
  const path = URL.canParse(url) ? decodeURI(new URL(url).pathname.replace(/%(?![\da-f]{2})/gi, '')) : ''
  const day = /\/((?:19|20)\d\d)[/-](\d\d|[a-z]+)(?:[/-](\d\d))?(?=[/_-]|$)/i.exec(path)
  const month = day?.[2] === undefined ? 0 : Number(day[2]) || months.indexOf(day[2].slice(0, 3).toLowerCase()) + 1
  const rest = day && month >= 1 && month <= 12 ? path.replace(day[0], '/') : path
  const address = [...new Set([...rest.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map(([year]) => Number(year)))].filter(
    (year) => year > 1990 && year < 2100,
  )
  return day && month >= 1 && month <= 12
    ? { address, addressDay: `${day[1]}-${String(month).padStart(2, '0')}-${day[3] ?? '01'}` }
    : { address }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
