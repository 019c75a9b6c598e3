// In: a number. Out: an invented press report of about 200 words with names, figures, days and countries in it.

import type { CopyDocument } from '../../src/understand/copies/document.ts'
import { createCorpus, createRandom } from '../search-corpus.ts'

const corpus = createCorpus(7, 200)
const countries = 'Mali Niger Kenya France Iran Turkey Peru Ghana Brazil India Norway Oman Chad Laos Cuba Spain'.split(
  ' ',
)
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const FIRST = Date.parse('2014-01-01T00:00:00Z')
const MINUTES_APART = 5

/** The same for the same number; later numbers are published later. */
export function pressDocument(no: number): CopyDocument {
  const random = createRandom(no + 17)
  const words = corpus.document(no % 5_000_000).text.split(/\s+/)
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  const sentences: string[] = []
  for (let at = 0; at < words.length; at += 18) {
    const own = words.slice(at, at + 18)
    const name = (own[3] ?? 'x') + (own[5] ?? 'y')
    own.splice(
      6,
      0,
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      String(Math.floor(10 ** (1 + random() * 5))),
      any(countries) ?? '',
      any(days) ?? '',
    )
    const sentence = own.join(' ')
    sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
  }
  return {
    id: `press-${no}`,
    title: null,
    text: sentences.join('\n'),
    language: corpus.document(no % 5_000_000).language,
    published: { at: FIRST + (no % 1_000_000) * MINUTES_APART * 60_000, precision: 'minute' },
  }
}
