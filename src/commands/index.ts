import { SettingError } from '../config.ts'
import { type Command, UsageError } from './usage.ts'

// Loaded when called: reading a file should not wait for a database to load.
const commands: Record<string, { usage: string; load: () => Promise<Command> }> = {
  collect: { usage: 'collect [ID…]', load: async () => (await import('./collect.ts')).collectCommand },
  read: {
    usage:
      'read FILE --url URL --captured YYYY-MM-DD [--source ID] [--explain] | read --text FILE --captured YYYY-MM-DD | read --dates',
    load: async () => (await import('./read.ts')).readCommand,
  },
  sources: { usage: 'sources', load: async () => (await import('./sources.ts')).sourcesCommand },
  replay: { usage: 'replay ID', load: async () => (await import('./replay.ts')).replayCommand },
  capture: { usage: 'capture ID URL', load: async () => (await import('./capture.ts')).captureCommand },
  export: {
    usage: 'export --to DIR [--languages en,fr,…] [--prune]',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  keys: {
    usage: 'keys [list] | keys make --role reader|editor|administrator --name NAME [--until YYYY-MM-DD] | keys revoke ID',
    load: async () => (await import('./keys.ts')).keysCommand,
  },
  backup: { usage: 'backup --to FILE', load: async () => (await import('./backup.ts')).backupCommand },
}

/** Runs the command line `args` and sets the exit code: what the command says, 2 for a command line that cannot be understood. */
export async function run(args: string[], environment: Record<string, string | undefined>): Promise<void> {
  const [name = '', ...rest] = args
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const list = Object.values(commands).map(({ usage }) => `  ${usage}`)
    console.error([name ? `There is no command "${name}".` : 'Which command?', 'Commands:', ...list].join('\n'))
    process.exitCode = 2
    return
  }
  try {
    process.exitCode = await (await command.load())(rest, environment)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof SettingError || isParseArgsError(error))) throw error
    console.error(`${error.message}\nUsage: ${command.usage}`)
    process.exitCode = 2
  }
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
}
