const digits = '〇一二三四五六七八九'
const numerals = `${digits}零十廿卅`

/** The number written in Chinese numerals at this place when a sign of year, month or day, or a joint before one, follows it. */
export function hanNumber(text: string, at: number): { value: number; end: number } | undefined {
  if (!numerals.includes(text[at] as string) || text[at - 1] === '期' || text[at - 1] === '周' || text[at - 1] === '第')
    return undefined
  let end = at
  while (end < text.length && end - at < 5 && numerals.includes(text[end] as string)) end += 1
  if (!'年月日号號至到、和及'.includes(text[end] ?? ' ')) return undefined
  const value = hanValue(text.slice(at, end))
  return value === undefined ? undefined : { value, end }
}

function hanValue(numeral: string): number | undefined {
  const plain = numeral.replace(/零/g, '〇').replace(/廿/g, '二十').replace(/卅/g, '三十')
  if (!plain.includes('十')) {
    return Number([...plain].map((sign) => digits.indexOf(sign)).join(''))
  }
  const [tens = '', ones = '', more] = plain.split('十')
  if (tens.length > 1 || ones.length > 1 || more !== undefined) return undefined
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)
}
