/** Understanding: pages to listings and issues. */
export * from './check.ts'
export { explain } from './explain.ts'
export { generalSource, sourceFor } from './general.ts'

export { toPrinted } from './printed.ts'
export { read } from './read.ts'
export * from './reading.ts'
export { readText } from './text.ts'
export { readDateLine } from './times/index.ts'
