// Selecting by keyboard: v takes the sentence one stands on and then one more each time, V one less; E goes from one kept
// excerpt to the next.

import type { RefObject } from 'react'
import { reachOf } from '../excerpts/editor/strip.ts'
import { workOn } from '../excerpts/editor/work.ts'
import type { Page, Selected, Side } from '../excerpts/editor/draft.ts'
import { useKeys } from '../shell/keys.ts'
import { readSetting } from '../shell/settings.ts'
import type { Marked } from './excerpts-marked.ts'
import { showExcerpt } from './excerpts-open.ts'
import { readSelection, select } from './excerpts-selection.ts'
import { extend, shrink } from './excerpts-sentences.ts'

type Selecting = {
  box: RefObject<HTMLElement | null>
  page: Page
  /** The block that j and k stand on; 0 = none. */
  current: number
  marked: readonly Marked[]
  itemId: string
}

/** The first block whose end is in sight, from 1. */
function blockInSight(box: HTMLElement): number {
  const top = box.getBoundingClientRect().top
  for (const block of box.querySelectorAll<HTMLElement>('[data-block]'))
    if (block.getBoundingClientRect().bottom > top + 8) return Number(block.dataset['block'])
  return 1
}

/** Where a selection begins: the sentence that has the focus, the block one stands on, or the first in sight. */
function beginning({ box, page, current, itemId }: Selecting, side: Side): number {
  const { draft } = workOn(itemId) ?? {}
  if (draft && draft.elsewhere === null && side === 'original') return reachOf(draft.original)?.end ?? 0
  const focused = document.activeElement?.closest<HTMLElement>('[data-segment], [data-sentence]')?.dataset
  const number = Number(focused?.['segment'] ?? focused?.['sentence'] ?? NaN)
  const sentence = side === 'original' ? page.view?.segments[number] : page.told.places[number]
  if (sentence) return sentence.start
  const at = (current || (box.current ? blockInSight(box.current) : 1)) - 1
  const block = page.reading.blocks[at]?.start ?? 0
  if (side === 'original') return block
  const first = page.view?.segments.findIndex(({ end }) => end > block) ?? -1
  return page.told.places.slice(Math.max(0, first)).find((place) => place !== null)?.start ?? 0
}

export function useSelectionKeys(selecting: Selecting) {
  const { box, page, marked, itemId } = selecting
  const side: Side = page.view && readSetting('sides') === 'translation' ? 'translation' : 'original'
  // As it is now: what the screen knows of it comes a moment later, and keys may come faster.
  const selected = () => readSelection(document.getSelection(), page)
  const shrinkIt = () => {
    const now = selected()
    if (now) choose(shrink(page, now))
  }
  const choose = (next: Selected | null) => {
    if (next && box.current) select(box.current, page, next)
    else document.getSelection()?.removeAllRanges()
  }
  const nextExcerpt = () => {
    const shown = marked.filter(({ block }) => block > 0).toSorted((a, b) => a.block - b.block)
    const at = shown.findIndex(({ excerpt }) => excerpt.id === lastShown)
    const next = shown[(at + 1) % Math.max(1, shown.length)]
    if (!next || workOn(itemId)) return
    lastShown = next.excerpt.id
    showExcerpt(page, next, box.current)
  }
  useKeys([
    { key: 'v', name: 'excerpt.select', run: () => choose(extend(page, selected(), beginning(selecting, side), side)) },
    { key: 'V', name: 'excerpt.select', quiet: true, run: shrinkIt },
    { key: 'E', name: 'excerpt.next', quiet: true, run: nextExcerpt },
  ])
}

let lastShown: string | null = null
