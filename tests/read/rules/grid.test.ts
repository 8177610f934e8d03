import { expect, test } from 'vitest'
import { listingsOf } from './page.ts'

const english = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const french = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche']

/** The grid of March 2024, with the last days of February, from Monday or from Sunday on; `line` is one of the lines of its cells. */
function grid(line: (said: string) => string, heads = english, isFromSunday = false): string {
  const meetings: Record<number, string[]> = {
    5: ['15:00 Meeting of the extended Bureau of the CND'],
    18: ['10:00 Informal consultations of the CCPCJ', '14:00 Working Group on Firearms'],
  }
  const columns = isFromSunday ? [...heads.slice(6), ...heads.slice(0, 6)] : heads
  const before = isFromSunday ? [25, 26, 27, 28, 29] : [26, 27, 28, 29]
  const days = Array.from({ length: 31 }, (_, i) => i + 1)
  const cells = [...before.map(String), ...days.map((day) => [String(day), ...(meetings[day] ?? [])].map(line).join(''))]
  const rows = cells.map((cell, i) => `${i % 7 === 0 ? '</tr><tr>' : ''}<td>${cell}</td>`).join('')
  return `<table><tr>${columns.map((head) => `<th>${head}</th>`).join('')}${rows}</tr></table>`
}

const told = (markup: string, url?: string) =>
  listingsOf(markup, url).map(({ body, when }) => `${body} ${when?.start} ${when?.startTime}`)
const three = ['CND 2024-03-05 15:00', 'CCPCJ 2024-03-18 10:00', 'UNTOC 2024-03-18 14:00']

test('a cell of a grid of days is of the day it begins with, in the month named above, in any layout', () => {
  const div = (said: string) => `<div>${said}</div>`
  expect(told(`<h2>March 2024</h2>${grid((said) => `${said}<br>`)}`)).toEqual(three)
  expect(told(`<h1>Calendar</h1><p>« February 2024 <b>March 2024</b> April 2024 »</p>${grid(div, english, true)}`)).toEqual(three)
  expect(told(`<h2>Mars 2024</h2>${grid(div, french)}`)).toEqual(three)
  expect(told(`<h1>Calendar</h1>${grid(div)}`, 'https://www.example.org/calendar/2024/03')).toEqual(three)
})

test('a grid whose month is not named, or is another, has no dates', () => {
  const days = grid((said) => `<div>${said}</div>`)
  expect(told(`<h2>March</h2>${days}`)).toEqual([])
  expect(told(`<h2>February 2023</h2>${days}`)).toEqual([])
})
