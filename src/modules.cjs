'use strict'
// Files end in .ts and are modules; saying so spares Node from parsing each twice to find out.
require('node:module').registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const ours = found.url.endsWith('.ts') && !found.url.includes('/node_modules/')
    return ours ? { ...found, format: 'module-typescript' } : found
  },
})
