// Lights the kept excerpts, and the one under one's hands, in the text that is shown. The page's own elements stay as they are:
// ranges are lit by the CSS Custom Highlight API, so that search hits, sentences and excerpts can lie over each other.

import { useEffect, useMemo, type RefObject } from 'react'
import type { Draft, Page, Selected, KeptExcerpt } from '../excerpts/editor/draft.ts'
import { chooseExcerpt } from './excerpts-desk.ts'
import type { Marked } from './excerpts-marked.ts'
import { lookAtPage, rangesOf } from './excerpts-selection.ts'

type Lit = { readonly excerpt: KeptExcerpt; readonly ranges: readonly Range[]; readonly isSure: boolean }

function passagesOf({ original, elsewhere, retold }: Draft): Selected[] {
  const ranges = (strip: Draft['original'], side: Selected['side']): Selected[] =>
    strip.flatMap((part) => (part.kind === 'range' ? [{ side, start: part.start, end: part.end }] : []))
  return [
    ...(elsewhere === null ? ranges(original, 'original') : []),
    ...(retold?.isOfView ? ranges(retold.strip, 'translation') : []),
  ]
}

function light(name: string, ranges: readonly Range[]) {
  if (!('highlights' in CSS)) return
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}

const NAMES = ['excerpt-kept', 'excerpt-astray', 'excerpt-chosen', 'excerpt-draft'] as const

/** The excerpt at a place of the page; of several the shortest. */
function excerptAt(lit: readonly Lit[], event: MouseEvent): KeptExcerpt | null {
  const place = document.caretPositionFromPoint(event.clientX, event.clientY)
  if (!place) return null
  const here = lit.filter(({ ranges }) => ranges.some((range) => range.isPointInRange(place.offsetNode, place.offset)))
  const length = ({ ranges }: Lit) => ranges.reduce((sum, range) => sum + range.toString().length, 0)
  return here.toSorted((a, b) => length(a) - length(b))[0]?.excerpt ?? null
}

type Standing = {
  page: Page
  marked: readonly Marked[]
  /** The excerpt that is looked at. */
  chosen: string | null
}
type Marking = Standing & {
  /** Where the text is shown. */
  desk: RefObject<HTMLElement | null>
  draft: Draft | null
  itemId: string
}

/** Lights everything anew. @returns where each kept excerpt stands now */
function draw(box: HTMLElement, { page, marked, chosen }: Standing, underHand: readonly Selected[]): Lit[] {
  const shown = lookAtPage(box, page)
  const rangesIn = (passages: readonly Selected[]) => passages.flatMap((passage) => rangesOf(shown, passage))
  const lit = marked.map(({ excerpt, passages, isSure }) => ({ excerpt, isSure, ranges: rangesIn(passages) }))
  const all = (wanted: (one: Lit) => boolean) => lit.filter(wanted).flatMap(({ ranges }) => ranges)
  light(
    'excerpt-kept',
    all(({ isSure, excerpt }) => isSure && excerpt.id !== chosen),
  )
  light(
    'excerpt-astray',
    all(({ isSure, excerpt }) => !isSure && excerpt.id !== chosen),
  )
  light(
    'excerpt-chosen',
    all(({ excerpt }) => excerpt.id === chosen),
  )
  light('excerpt-draft', rangesIn(underHand))
  return lit
}

/** Does something now and whenever what is in the box is drawn anew, at most once a frame. @returns how to end it */
function onDrawn(box: HTMLElement, run: () => void): () => void {
  let frame = requestAnimationFrame(run)
  const watch = new MutationObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(run)
  })
  watch.observe(box, { childList: true, subtree: true, characterData: true })
  return () => {
    cancelAnimationFrame(frame)
    watch.disconnect()
  }
}

export function useExcerptMarks(marking: Marking) {
  const { desk, page, marked, chosen, draft, itemId } = marking
  const underHand = useMemo(() => (draft ? passagesOf(draft) : []), [draft])
  useEffect(() => {
    const box = desk.current
    if (!box) return
    let lit: readonly Lit[] = []
    const end = onDrawn(box, () => {
      lit = draw(box, { page, marked, chosen }, underHand)
    })
    const onClick = (event: MouseEvent) => {
      const isPlain = document.getSelection()?.isCollapsed !== false
      const isText = event.target instanceof Element && event.target.closest('.x, .y') !== null
      const hit = isPlain && isText ? excerptAt(lit, event) : null
      if (hit) chooseExcerpt(itemId, hit.id)
    }
    box.addEventListener('click', onClick)
    return () => {
      end()
      box.removeEventListener('click', onClick)
      for (const name of NAMES) light(name, [])
    }
  }, [desk, page, marked, chosen, underHand, itemId])
}
