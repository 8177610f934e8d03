'use strict'
const { spawn } = require('node:child_process')
const { join } = require('node:path')

/** Whether this Node runs TypeScript as it is and has what the dependencies need (package.json "engines"). */
function isCurrent() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major >= 24 || (major === 22 && minor >= 19)
}

/** Runs the same command line with the Node of node_modules, passing signals on and ending as it ends. */
function startBundled() {
  const bundled = join(__dirname, '../node_modules/node/bin/node')
  const child = spawn(bundled, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', () => {
    console.error(`This program needs Node 24 and this is ${process.version}: run "npm ci" first, which brings Node 24 along.`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, 'SIGKILL') : process.exit(code ?? 1)))
}

/**
 * Starts a program under a Node that can run it: this one, or else the one that npm ci brings.
 * CommonJS, and free of imports, because Node 20 must be able to read it.
 * @param {() => Promise<unknown>} program
 */
exports.launch = function launch(program) {
  if (!isCurrent()) return startBundled()
  require('./modules.cjs')
  // Who stops listening (`| head`) has heard enough; that is no error.
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  if (process.channel) {
    process.channel.unref()
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  }
  program().catch((error) => {
    console.error(error instanceof Error && 'sentence' in error ? error.message : error)
    process.exit(1)
  })
}
