/**
 * One measured figure beside its limit (`atLeast` is a floor, `atMost` a ceiling) and, where it is no ratio itself, beside what a bare
 * program takes on the same machine in the same run.
 */
export type Figure = { what: string; value: number; unit: string; beside?: { what: string; value: number } } & (
  | { atLeast: number }
  | { atMost: number }
)

/** The median of what was measured in several turns. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
