// In: what a person has selected on the page. Out: the passage of the original or of its translation, in UTF-16 units; and back:
// where a passage stands on the page. The page shows a text as it is but for controls drawn as marks (one unit each) and cells
// of tables (a unit between).

import type { Page, Selected, Side } from '../excerpts/editor/draft.ts'

const BOXES: Readonly<Record<Side, string>> = {
  original: '.block .x',
  translation: '.block .y :is([data-segment], [data-sentence])',
}

/** An element that shows a piece of a text, and where in the text it begins and ends. */
type Box = { readonly element: HTMLElement; readonly start: number; readonly end: number }

function boxesOf(root: ParentNode, side: Side, page: Page): Box[] {
  return [...root.querySelectorAll<HTMLElement>(BOXES[side])].flatMap((element): Box[] => {
    const place = side === 'original' ? blockOf(element, page) : sentenceOf(element, page)
    return place ? [{ element, start: place.start, end: place.end }] : []
  })
}

const blockOf = (element: HTMLElement, page: Page) =>
  page.reading.blocks[Number(element.closest<HTMLElement>('[data-block]')?.dataset['block']) - 1]

const sentenceOf = ({ dataset }: HTMLElement, page: Page) =>
  page.told.places[Number(dataset['segment'] ?? dataset['sentence'])]

/** How many units of the text stand before a place in a box. */
function unitsBefore(box: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(box, 0)
  before.setEnd(node, offset)
  const piece = before.cloneContents()
  for (const mark of piece.querySelectorAll('.bidi-mark')) mark.textContent = '\u200B'
  const cells = Math.max(0, piece.querySelectorAll('td').length - 1)
  return (piece.textContent?.length ?? 0) + cells
}

/** The place in the text of an end of a selection; outside of all boxes the nearest end of one that is selected. */
function placeIn({ element, start, end }: Box, node: Node, offset: number, outside: number): number {
  if (!element.contains(node)) return outside
  return Math.min(end, start + unitsBefore(element, node, offset))
}

/** @returns null = nothing is selected, or nothing of the text */
export function readSelection(selection: Selection | null, page: Page): Selected | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const began = selection.anchorNode instanceof Element ? selection.anchorNode : selection.anchorNode?.parentElement
  const article = began?.closest('article') ?? document.querySelector('.desk article')
  if (!article?.contains(began ?? null)) return null
  const side: Side = began?.closest('.y') ? 'translation' : 'original'
  const touched = boxesOf(article, side, page).filter(({ element }) => range.intersectsNode(element))
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return null
  const start = placeIn(first, range.startContainer, range.startOffset, first.start)
  const end = placeIn(last, range.endContainer, range.endOffset, last.end)
  const words = (side === 'original' ? page.reading : page.told).text.slice(start, end)
  return end > start && words.trim() !== '' ? { side, start, end } : null
}

type Point = { readonly node: Node; readonly offset: number }

/** The place on the page of so many units into a box. */
function pointIn(box: HTMLElement, units: number): Point | null {
  let left = units
  let last: Point | null = null
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  let cell: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement?.closest('td') ?? null
    if (cell !== null && own !== null && own !== cell) left--
    cell = own ?? cell
    const length = node.parentElement?.closest('.bidi-mark') ? 1 : (node.textContent?.length ?? 0)
    if (left <= length) return { node, offset: Math.min(Math.max(left, 0), node.textContent?.length ?? 0) }
    left -= length
    last = { node, offset: node.textContent?.length ?? 0 }
  }
  return last
}

/** What shows the text at this moment, on both sides: looked for once, however many passages are to be found in it. */
export type Shown = Readonly<Record<Side, readonly Box[]>>

export const lookAtPage = (root: ParentNode, page: Page): Shown => ({
  original: boxesOf(root, 'original', page),
  translation: boxesOf(root, 'translation', page),
})

/** Where a passage stands on the page, piece by piece; empty when it is not shown. */
export function rangesOf(shown: Shown, { side, start, end }: Selected): Range[] {
  return shown[side].flatMap((box): Range[] => {
    if (box.start >= end || box.end <= start) return []
    const from = pointIn(box.element, Math.max(start, box.start) - box.start)
    const to = pointIn(box.element, Math.min(end, box.end) - box.start)
    if (!from || !to) return []
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return [range]
  })
}

/** Until the next selection begins, only this side of the text can be selected: rows of both stand between its blocks. */
export function keepToSide(root: HTMLElement, side: Side): void {
  root.dataset['selecting'] = side
}

/** Selects a passage as a pointer would, and brings its end into sight. */
export function select(root: HTMLElement, page: Page, selected: Selected): void {
  const ranges = rangesOf(lookAtPage(root, page), selected)
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last) return
  keepToSide(root, selected.side)
  document.getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset)
  const end = last.endContainer.parentElement
  end?.scrollIntoView({ block: 'nearest' })
}
