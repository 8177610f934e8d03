const units =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const tens = 'twent thirt fort fift sixt sevent eight ninet'

const ordinals = new Map<string, number>(units.split(' ').map((word, index) => [word, index + 1]))
const wholeTens = new Map<string, number>()
for (const [index, stem] of tens.split(' ').entries()) {
  ordinals.set(`${stem}ieth`, (index + 2) * 10)
  wholeTens.set(`${stem}y`, (index + 2) * 10)
}

/** The number an ordinal stands for, in words (`twelfth`) or digits (`12th`, wrong endings too); undefined for any other word. */
export function ordinal(word: string): number | undefined {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(word)
  return digits ? Number(digits[1]) : ordinals.get(word)
}

/** The tens that open a compound ordinal: 60 for `sixty`. */
export function openingTens(word: string): number | undefined {
  return wholeTens.get(word)
}
