/** What the readers answered for one text, each at its own place. */
type Answers = unknown[]

const memory = new Map<string, Answers>()
const unread = Symbol('unread')
/** As many texts as are remembered: those of a page, and a bound on memory. */
const most = 20_000
let readers = 0
/** Readers ask of the same few texts one after the other: those asked of last stand by their lengths, where they are found at once. */
const lately: ({ text: string; answers: Answers } | undefined)[] = new Array(64).fill(undefined)

/** A reader of texts that reads each text of a page once, however many lines near it ask; what it answers is shared, and not to be changed. */
export function once<T>(read: (text: string) => T): (text: string) => T {
  const reader = readers++
  return (text) => {
    const last = lately[text.length % lately.length]
    const answers = last !== undefined && text === last.text ? last.answers : answersOf(text)
    // Readers made since have no place yet in answers made before.
    while (answers.length <= reader) answers.push(unread)
    const known = answers[reader]
    if (known !== unread) return known as T
    const answer = read(text)
    answers[reader] = answer
    return answer
  }
}

function answersOf(text: string): Answers {
  let answers = memory.get(text)
  if (!answers) {
    if (memory.size >= most) memory.clear()
    answers = new Array(readers).fill(unread)
    memory.set(text, answers)
  }
  lately[text.length % lately.length] = { text, answers }
  return answers
}

/** Forgets the texts of a page that has been read. */
export function forget(): void {
  memory.clear()
  lately.fill(undefined)
}

/** A reader of objects that reads each of them once, for as long as it is there: lines under one heading share the words around them, as the very same list. */
export function onceOfEach<O extends object, T>(read: (of: O) => T): (of: O) => T {
  const answers = new WeakMap<O, { answer: T }>()
  return (of) => {
    const known = answers.get(of)
    if (known) return known.answer
    const answer = read(of)
    answers.set(of, { answer })
    return answer
  }
}
