// Goes to a kept excerpt, and takes it in hand.

import { draftOf, type Page, type KeptExcerpt } from '../excerpts/editor/draft.ts'
import { beginChange, setWork } from '../excerpts/editor/work.ts'
import { chooseExcerpt } from './excerpts-desk.ts'
import type { Marked } from './excerpts-marked.ts'
import { lookAtPage, rangesOf } from './excerpts-selection.ts'

/** Brings it into sight, and says that it is looked at. */
export function showExcerpt(page: Page, { excerpt, passages }: Marked, box: HTMLElement | null) {
  chooseExcerpt(excerpt.itemId, excerpt.id)
  const [first] = passages
  const [range] = box && first ? rangesOf(lookAtPage(box, page), first) : []
  range?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}

export function changeExcerpt(page: Page, excerpt: KeptExcerpt) {
  setWork(excerpt.itemId, beginChange(page, excerpt, draftOf(page, excerpt)))
}

/** Its passage is to be selected anew, in the text that is shown now. */
export function selectAnew(page: Page, excerpt: KeptExcerpt) {
  setWork(excerpt.itemId, beginChange(page, excerpt, null))
}
