// In: words that a person pasted into the original of an excerpt. Out: the passages of the page that they are.

import type { PassagesFound } from '../../../server/shapes/excerpt-wish.ts'
import { ask, wordsOf } from '../../api/ask.ts'
import { sayWords } from '../../shell/deeds.ts'
import type { Page } from './draft.ts'
import { readQuotes } from './read-parts.ts'
import type { Strip } from './strip.ts'

/** @returns null = they do not stand in the page, and the person has been told which of them */
export async function findPassages({ reading }: Page, typed: string): Promise<Strip | null> {
  try {
    const body = { readingId: reading.id, typed }
    const { pieces } = await ask<PassagesFound>('/api/excerpts/passages', { method: 'POST', body })
    return readQuotes(
      reading.text,
      pieces.map((piece) => (piece.kind === 'range' ? { kind: 'quote', anchor: piece } : piece)),
    )
  } catch (error) {
    sayWords(wordsOf(error))
    return null
  }
}
