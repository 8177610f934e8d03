/** The command line: `npm run collect`, or `node src/cli.ts collect`. */
require('./launch.cjs').launch(async () => (await import('./commands/index.ts')).run(process.argv.slice(2), process.env))
