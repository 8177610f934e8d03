'use strict'
const { enableCompileCache, registerHooks } = require('node:module')
const { join } = require('node:path')

// Loaded before the first .ts file (node --require), or Node brings its compiler for that one; an older Node has none of this, and needs none
// to hand over to the one that has (launch.cjs).
// The second start reads neither types nor syntax anew; where the folder cannot be written, every start is a first one.
enableCompileCache?.(join(__dirname, '../node_modules/.cache/node'))
// Files end in .ts and are modules, but for the two that are started; saying so spares Node from parsing each twice to find out.
registerHooks?.({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const ours = found.url.endsWith('.ts') && !/\/node_modules\/|\/src\/(main|cli)\.ts$/.test(found.url)
    return ours ? { ...found, format: 'module-typescript' } : found
  },
})
