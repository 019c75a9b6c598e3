import { useState } from 'react'
import type { ArticleBlock } from '../../domain/article.ts'

/** Blocks under a person's hand, with every state before; nothing is saved here. */
export function useBlockEdits(first: readonly ArticleBlock[]) {
  const [states, setStates] = useState<readonly (readonly ArticleBlock[])[]>([first])
  const blocks = states.at(-1) ?? first
  return {
    blocks,
    isChanged: states.length > 1,
    change: (next: readonly ArticleBlock[]) => {
      if (next !== blocks) setStates([...states, next])
    },
    undo: () => setStates(states.length > 1 ? states.slice(0, -1) : states),
  }
}
