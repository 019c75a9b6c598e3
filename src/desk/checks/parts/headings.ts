// The three labels that divide a page.

import type { Span } from '../../../domain/article.ts'
import type { CheckDocument } from '../check.ts'

const labels = {
  sources: /^\s*sources?\s*:?\s*$/iu,
  notes: /^\s*(?:end)?notes?\s*:?\s*$/iu,
  image: /^\s*image information\s*:?\s*$/iu,
}

/** The document's heading of that kind; undefined when there is none. */
export function headingLine({ text, document }: CheckDocument, kind: keyof typeof labels): Span | undefined {
  return document.blocks.find(
    (block) => block.kind === 'heading' && labels[kind].test(text.slice(block.start, block.end)),
  )
}
