const memories: Map<string, unknown>[] = []
/** As many texts as one reader remembers: those of a page, and a bound on memory. */
const most = 6000

/** A reader of texts that reads each text of a page once, however many lines near it ask; what it answers is shared, and not to be changed. */
export function once<T>(read: (text: string) => T): (text: string) => T {
  const memory = new Map<string, { answer: T }>()
  memories.push(memory)
  return (text) => {
    const known = memory.get(text)
    if (known) return known.answer
    const answer = read(text)
    if (memory.size >= most) memory.clear()
    memory.set(text, { answer })
    return answer
  }
}

/** Forgets the texts of a page that has been read. */
export function forget(): void {
  for (const memory of memories) memory.clear()
}
