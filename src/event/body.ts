/** The bodies followed here: short id, name, the city they usually meet in. */
export const bodies = {
  CCPCJ: { name: 'Commission on Crime Prevention and Criminal Justice', seat: 'Europe/Vienna' },
  CND: { name: 'Commission on Narcotic Drugs', seat: 'Europe/Vienna' },
  COSP: { name: 'Conference of the States Parties to the United Nations Convention against Corruption', seat: 'Europe/Vienna' },
  UNTOC: {
    name: 'Conference of the Parties to the United Nations Convention against Transnational Organized Crime',
    seat: 'Europe/Vienna',
  },
  CONGRESS: { name: 'United Nations Congress on Crime Prevention and Criminal Justice', seat: 'Europe/Vienna' },
  CYBERCRIME: { name: 'Ad Hoc Committee and Convention against Cybercrime', seat: 'Europe/Vienna' },
  HLPF: { name: 'High-level Political Forum on Sustainable Development', seat: 'America/New_York' },
  HRC: { name: 'Human Rights Council', seat: 'Europe/Zurich' },
  'SMALL-ARMS': { name: 'Programme of Action on Small Arms and Light Weapons', seat: 'America/New_York' },
  ALLIANCE: { name: 'Alliance of NGOs on Crime Prevention and Criminal Justice', seat: 'Europe/Vienna' },
  OTHER: { name: 'Other United Nations meetings', seat: 'Europe/Vienna' },
} as const satisfies Record<string, { name: string; seat: string }>

/** The id of a body, as it stands in filters, feeds' addresses (in lower case) and listings. */
export type Body = keyof typeof bodies

/** Every body id, in the order in which lists show them. */
export const bodyIds = Object.keys(bodies) as Body[]
