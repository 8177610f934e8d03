/** Understanding: pages to listings and issues. */
export * from './check.ts'
export { explain } from './explain.ts'
export { generalSource, sourceFor } from './general.ts'
export { type Printed, type PrintedEvent, toPrinted } from './printed.ts'
export { read } from './read.ts'
export * from './reading.ts'
export { readText, type TextSettings } from './text.ts'
export { readDateLine } from './times/index.ts'
