/** A command line that cannot be understood; its message is a sentence that says how to call it. */
export class UsageError extends Error {
  readonly sentence = true
}

/** A command: its words after the name, and the environment; answers the exit code. */
export type Command = (args: string[], environment: Record<string, string | undefined>) => Promise<number>
