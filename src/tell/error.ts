/** Why something could not be sent; its message is a sentence. `isFinal`: trying again is of no use. `isUnknown`: it may have arrived all the same. */
export class SendError extends Error {
  readonly isFinal: boolean
  readonly isUnknown: boolean

  constructor(sentence: string, { isFinal = false, isUnknown = false }: { isFinal?: boolean; isUnknown?: boolean } = {}) {
    super(sentence)
    this.isFinal = isFinal
    this.isUnknown = isUnknown
  }
}
