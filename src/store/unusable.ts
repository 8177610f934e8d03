/** A database that cannot be opened; its message is a sentence for the operator. */
export class StoreError extends Error {
  readonly sentence = true
}

const meanings: [code: RegExp, why: string][] = [
  [/^(EACCES|EPERM|EROFS|SQLITE_CANTOPEN|SQLITE_READONLY)/, 'this program may not write there'],
  [/^(EEXIST|ENOTDIR)/, 'it is no folder'],
  [/^ENOENT/, 'no folder can be made there'],
  [/^(ENOSPC|SQLITE_FULL)/, 'the disk is full'],
  [/^SQLITE_NOTADB/, 'the file calendar.db in it is no database'],
  [/^SQLITE_CORRUPT/, 'the file calendar.db in it is damaged; put a backup in its place'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'another program holds its file calendar.db locked'],
  [/^SQLITE_IOERR/, 'its disk cannot be read or written'],
]

/** What kept the database of a folder from being opened, as a {@link StoreError}; what is not the folder's fault comes back as it is. */
export function asStoreError(folder: string, error: unknown): unknown {
  const code = String((error as { code?: unknown }).code ?? '')
  const why = meanings.find(([pattern]) => pattern.test(code))?.[1]
  return why ? new StoreError(`The folder ${folder} (DATA_DIR) cannot be used: ${why}.`, { cause: error }) : error
}
