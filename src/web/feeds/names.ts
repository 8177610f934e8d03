import { type Body, bodies, bodyIds } from '../../event/index.ts'
import { type Color, everything, type Selection } from '../../publish/index.ts'

/** A feed that has a name: what it is called, what it holds. */
export type NamedFeed = { name: string; title: string; description: string; selection: Selection; color: Color }

/** Finds feeds by name; `movedTo` is the name that took the place of an old one. */
export type FeedNames = (name: string) => NamedFeed | { movedTo: string } | undefined

const colors: Record<Body, Color> = {
  CCPCJ: 'steelblue',
  CND: 'seagreen',
  COSP: 'darkorange',
  UNTOC: 'indianred',
  CONGRESS: 'slateblue',
  CYBERCRIME: 'teal',
  HLPF: 'goldenrod',
  HRC: 'royalblue',
  'SMALL-ARMS': 'slategray',
  ALLIANCE: 'mediumvioletred',
  OTHER: 'olivedrab',
}

/** The feed of everything, and one for each body under its id in lower case. */
export const builtIn: FeedNames = (name) => {
  if (name === 'all') {
    return {
      name,
      title: 'UN crime, drugs and corruption meetings',
      description: 'Meetings of the United Nations bodies on crime, drugs and corruption.',
      selection: everything,
      color: 'steelblue',
    }
  }
  const body = bodyIds.find((id) => id.toLowerCase() === name)
  if (!body) return undefined
  return {
    name,
    title: body === 'OTHER' ? bodies.OTHER.name : `${body}: ${bodies[body].name}`,
    description: `Meetings: ${bodies[body].name}.`,
    selection: { ...everything, bodies: [body] },
    color: colors[body],
  }
}

/** Every name that {@link builtIn} knows. */
export const builtInNames = ['all', ...bodyIds.map((id) => id.toLowerCase())]
