const dayMs = 86_400_000

/**
 * A serial number of a spreadsheet as text: `2026-05-18`, `2026-05-18 10:00`, `10:00`. Excel counts from 1900 and thinks that year had a
 * 29 February; workbooks of old Macintoshes count from 1904. Undefined for a number that is no date.
 */
export function serialText(serial: number, is1904: boolean, kind: 'date' | 'time'): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 110_000) return undefined
  const minutes = Math.round((serial % 1) * 1440)
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (serial < 1) return kind === 'time' || minutes > 0 ? time : undefined
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const day = new Date(epoch + (Math.floor(serial) + (minutes === 1440 ? 1 : 0)) * dayMs).toISOString().slice(0, 10)
  return minutes === 0 || minutes === 1440 ? day : `${day} ${time}`
}

/** Whether a number format shows dates or times (ECMA-376 part 1, 18.8.30): by its number, or by the letters of its code outside quotes and brackets. */
export function dateKind(id: number, code: string | undefined): 'date' | 'time' | undefined {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date'
    return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : undefined
  }
  const letters = code
    .slice(0, 500)
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0]
    ?.toLowerCase()
  if (!letters || /general|[#0?]/.test(letters.replace(/s+\.0+/g, ''))) return undefined
  if (/[yd]/.test(letters) || /m{3}/.test(letters)) return 'date'
  return /[hs]/.test(letters) ? 'time' : undefined
}
