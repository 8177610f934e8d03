/** Serves the calendar: `npm start`. */
require('./launch.cjs').launch(async () => (await import('./serve.ts')).serve(process.env))
