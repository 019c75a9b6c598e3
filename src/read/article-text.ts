// The running text of a reading, as one string: what an article says, without the captions of its pictures.

import type { Reading } from '../domain/reading.ts'

/** Paragraphs, headings, items, quotations and tables, one a line; captions left out. */
export function articleText(reading: Pick<Reading, 'text' | 'blocks'>): string {
  return reading.blocks
    .filter((block) => block.kind !== 'caption')
    .map((block) => reading.text.slice(block.start, block.end))
    .join('\n')
}
