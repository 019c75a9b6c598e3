// In: a text, its blocks, and what a person does to one of them. Out: the blocks as they are then.
// Every block keeps at least one word, no character leaves the blocks, and white space stands between them.

import type { ArticleBlock, ArticleBlockKind } from '../../domain/article.ts'

/** `start` = offset of `text` in the file; blocks carry offsets into the file. */
export type BlockText = { readonly text: string; readonly start: number }

export type Step = 'line-up' | 'line-down' | 'word-back' | 'word-on'

export const blockKinds = [
  'title',
  'caption',
  'pull-quote',
  'summary',
  'body',
  'heading',
  'citation',
  'excerpt',
  'note',
  'image',
  'index-row',
  'related-reading',
  'chrome',
] as const satisfies readonly ArticleBlockKind[]

const single = new Set<ArticleBlockKind>(['title', 'pull-quote', 'summary', 'image'])

/** Numbers the blocks anew: a citation begins a source, and an excerpt belongs to the source before it. */
export function numberBlocks(blocks: readonly ArticleBlock[]): ArticleBlock[] {
  const counts = new Map<ArticleBlockKind, number>()
  let source = -1
  return blocks.map(({ kind, start, end }) => {
    if (single.has(kind)) return { kind, start, end }
    if (kind === 'citation' || (kind === 'excerpt' && source === -1)) source += 1
    if (kind === 'citation' || kind === 'excerpt') return { kind, start, end, ordinal: source }
    const ordinal = counts.get(kind) ?? 0
    counts.set(kind, ordinal + 1)
    return { kind, start, end, ordinal }
  })
}

/** Offsets at which a block may begin, in order: those of lines, or of words. */
function listBeginnings({ text, start }: BlockText, from: number, to: number, unit: 'line' | 'word'): number[] {
  const pattern = unit === 'line' ? /(?<=^|\n)[^\S\n]*(?=\S)/g : /(?<=^|\s)(?=\S)/g
  const inside = text.slice(from - start, to - start)
  return [...inside.matchAll(pattern)].map((found) => from + found.index + found[0].length)
}

/** Sets the boundary before block `index` to `at`. */
function putBoundary({ text, start }: BlockText, blocks: readonly ArticleBlock[], index: number, at: number) {
  const [before, after] = [blocks[index - 1], blocks[index]]
  if (!before || !after) return blocks
  const end = before.start + text.slice(before.start - start, at - start).trimEnd().length
  return blocks.with(index - 1, { ...before, end }).with(index, { ...after, start: at })
}

/** The places where the boundary before block `index` can stand, with lines and words as steps. */
export function boundaryPlaces(page: BlockText, blocks: readonly ArticleBlock[], index: number, unit: 'line' | 'word') {
  const [before, after] = [blocks[index - 1], blocks[index]]
  if (!before || !after) return []
  return listBeginnings(page, before.start, after.end, unit).filter((at) => at > before.start)
}

/** Moves the boundary before block `index` by one line or word; the same blocks when there is no room. */
export function moveBoundary(page: BlockText, blocks: readonly ArticleBlock[], index: number, step: Step) {
  const now = blocks[index]?.start ?? 0
  const places = boundaryPlaces(page, blocks, index, step.startsWith('line') ? 'line' : 'word')
  const back = step === 'line-up' || step === 'word-back'
  const next = back ? places.findLast((at) => at < now) : places.find((at) => at > now)
  return next === undefined ? blocks : putBoundary(page, blocks, index, next)
}

/** Moves the boundary before block `index` to the place nearest to `at`. */
export function dropBoundary(page: BlockText, blocks: readonly ArticleBlock[], index: number, at: number) {
  const places = boundaryPlaces(page, blocks, index, 'line')
  const nearest = places.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0]
  return nearest === undefined || nearest === blocks[index]?.start ? blocks : putBoundary(page, blocks, index, nearest)
}

/** Cuts a block in two: at its second line, or at its middle word when it has one line. */
export function splitBlock(page: BlockText, blocks: readonly ArticleBlock[], index: number) {
  const block = blocks[index]
  if (!block) return blocks
  const inside = (unit: 'line' | 'word') =>
    listBeginnings(page, block.start, block.end, unit).filter((at) => at > block.start)
  const words = inside('word')
  const at = inside('line')[0] ?? words[Math.floor((words.length - 1) / 2)]
  if (at === undefined) return blocks
  const end = block.start + page.text.slice(block.start - page.start, at - page.start).trimEnd().length
  const halves = [
    { ...block, end },
    { ...block, start: at },
  ]
  return numberBlocks(blocks.toSpliced(index, 1, ...halves))
}

/** Takes the boundary before block `index` away: the block goes on what stands before it. */
export function joinBlock(blocks: readonly ArticleBlock[], index: number) {
  const [before, block] = [blocks[index - 1], blocks[index]]
  if (!before || !block) return blocks
  return numberBlocks(blocks.toSpliced(index - 1, 2, { ...before, end: block.end }))
}

export function setBlockKind(blocks: readonly ArticleBlock[], index: number, kind: ArticleBlockKind) {
  const block = blocks[index]
  return !block || block.kind === kind ? blocks : numberBlocks(blocks.with(index, { ...block, kind }))
}
