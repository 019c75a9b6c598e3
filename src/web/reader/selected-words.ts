// Words that were selected last on either side of the page: who goes on to write has lost the selection.

import { useEffect } from 'react'

/** `x`: the original, `y`: the translation. */
type Side = 'x' | 'y'

/** Letters; more is no term. */
export const LONGEST = 300

/** Words selected on one side of the page. */
function selectedIn(side: Side): string {
  const selection = document.getSelection()
  const node = selection?.anchorNode
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest(`.paired .${side}`) ? (selection?.toString().trim().slice(0, LONGEST) ?? '') : ''
}

const last: Record<Side, string> = { x: '', y: '' }

/** Remembers what was selected last, while the translation is on the screen. */
export function useSelectedWords() {
  useEffect(() => {
    const look = () => {
      for (const side of ['x', 'y'] as const) last[side] = selectedIn(side) || last[side]
    }
    document.addEventListener('selectionchange', look)
    return () => {
      document.removeEventListener('selectionchange', look)
      last.x = last.y = ''
    }
  }, [])
}

export const lastSelected = (side: Side): string => last[side]
