// Under which a document is found again: its kind and words, wherever its lines break and in whatever file it stands.

import { createHash } from 'node:crypto'
import type { ArticlePrint } from '../../domain/article.ts'

/** SHA-256 of the document's words, hex. */
export function naturalKey(text: string, { kind, blocks }: ArticlePrint): string {
  const words = blocks.map(({ start, end }) => text.slice(start, end)).join(' ')
  const hash = createHash('sha256').update(`${kind}\n`)
  return hash.update(words.normalize('NFC').replace(/\s+/gu, ' ').trim()).digest('hex')
}
