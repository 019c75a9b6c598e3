// The test sentences: written for the tests, and no profile was made of them.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type FixtureSentence = { readonly language: string; readonly line: string }

/** Headings `[sr-Latn]`, and the lines below each. */
export function fixtureSentences(): FixtureSentence[] {
  const text = readFileSync(join(import.meta.dirname, 'fixtures/sentences.txt'), 'utf8')
  return text
    .split(/^(?=\[)/m)
    .flatMap((part) => {
      const [head = '', ...lines] = part.trim().split('\n')
      return lines.map((line) => ({ language: head.slice(1, -1), line }))
    })
    .filter(({ line }) => line !== '')
}
