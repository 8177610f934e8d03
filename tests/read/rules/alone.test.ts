import { expect, test } from 'vitest'
import { readingOf } from './page.ts'

const sentences = [
  'The session was held in Vienna from 13 to 17 May 2019 and the committee discussed its programme.',
  'The meeting was held to prepare for the 14th UN Congress on Crime Prevention and Criminal Justice in Kyoto, Japan, 20 – 27 April 2020.',
  'The Working Group on Firearms takes place on 5 May 2025.',
  'It spoke of the Special Session of the General Assembly against corruption, scheduled in New York, from 26 to 28 April 2021.',
  'The Implementation Review Group will meet in Vienna and the expert meeting will take place from 2 to 6 June 2025 after the session has been opened.',
]

test('a sentence says the same whatever was read before it', () => {
  const read = (sentence: string) => readingOf(`<h2>Meeting of the Alliance</h2><p>${sentence}</p>`).listings
  const alone = new Map(sentences.map((sentence) => [sentence, read(sentence)]))
  for (const before of sentences)
    for (const sentence of sentences) {
      read(before)
      expect(read(sentence), `${sentence} after: ${before}`).toEqual(alone.get(sentence))
    }
})
