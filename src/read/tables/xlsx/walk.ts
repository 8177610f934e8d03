import { type Handler, Parser } from 'htmlparser2'

/** As many elements inside each other as are followed: many more than a workbook has, and a bound on the cost of closing one. */
const deepest = 100

/** Walks the XML of a part of a workbook from start to end, or to where its elements are nested too deep. */
export function walk(xml: string, listener: Pick<Partial<Handler>, 'onopentag' | 'onclosetag' | 'ontext'>): void {
  let depth = 0
  const parser = new Parser(
    {
      ...listener,
      onopentag(name, attributes, implied) {
        listener.onopentag?.(name, attributes, implied)
        if (++depth > deepest) parser.pause()
      },
      onclosetag(name, implied) {
        depth--
        listener.onclosetag?.(name, implied)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}
