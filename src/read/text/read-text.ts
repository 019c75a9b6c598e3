// In: a page tree and what its head says. Out: the text of the article with its blocks, and where it was found.

import { createPathFinder } from '../html/node-path.ts'
import type { PageTree } from '../html/page-tree.ts'
import { tag } from '../html/tag-names.ts'
import type { PageFacts } from '../metadata/page-facts.ts'
import { segmentsOfBody, segmentsOfData, weightOf } from './body-elsewhere.ts'
import { findArticle, type FoundArticle } from './find-article.ts'
import { makeBlocks, type BlockText, type Chosen, type Places } from './make-blocks.ts'
import type { Segment } from './segment.ts'

export type TextReading = BlockText & {
  readonly source: 'elements' | 'linked-data' | 'script-data'
  readonly article: FoundArticle
}

/** How much more another source must hold to take the place of what the page shows. */
const factorToReplace = 2.5
const tooLittle = 250
/** A page that shows less than this shows nothing. */
const nothing = 60
/** An article shorter than this may be the beginning of one whose rest only scripts would show. */
const maybeCut = 900

export function readText(
  tree: PageTree,
  facts: PageFacts,
  about: { title: string | null; titleNode: number; description: string | null },
  isLate: () => boolean,
): TextReading {
  const articleBody = facts.jsonLd.article?.articleBody ?? null
  const article = findArticle(
    tree,
    { ...about, articleBody, headings: facts.h1s, authors: facts.jsonLd.article?.authors ?? [] },
    isLate,
  )
  const shown: Chosen[] = []
  for (const [at, segment] of article.plan.segments.entries()) {
    if (article.picked[at]) shown.push({ segment, isCaption: article.plan.captions[at] === 1 })
  }
  const weight = weightOf(shown.filter((one) => !one.isCaption).map((one) => one.segment))
  const fromBody = segmentsOfBody(articleBody)
  if (weightOf(fromBody) > weight * factorToReplace) return { ...plain(fromBody), source: 'linked-data', article }
  if (weight < maybeCut && facts.dataScripts.length > 0) {
    const fromData = segmentsOfData(facts.dataScripts, isLate)
    const isMore = weightOf(fromData) > weight * (weight < tooLittle ? factorToReplace : 1.5)
    if (isMore && (weight < tooLittle || beginsAlike(shown, fromData)))
      return { ...plain(fromData), source: 'script-data', article }
  }
  if (weight < nothing) {
    const fromShortBody = segmentsOfBody(articleBody, true)
    if (weightOf(fromShortBody) > 0) return { ...plain(fromShortBody), source: 'linked-data', article }
    const fromLittleData = segmentsOfData(facts.dataScripts, isLate, true)
    if (fromLittleData.length > 0) return { ...plain(fromLittleData), source: 'script-data', article }
  }
  return { ...makeBlocks(shown, placesIn(tree)), source: 'elements', article }
}

/** Whether the data goes on where the page breaks off: the page's longest paragraph is among the data's. */
function beginsAlike(shown: readonly Chosen[], data: readonly Segment[]): boolean {
  const longest = shown.reduce((best, { segment }) => (segment.text.length > best.length ? segment.text : best), '')
  const key = longest.slice(0, 60)
  return key.length > 30 && data.some((segment) => segment.text.includes(key))
}

function placesIn(tree: PageTree): Places {
  const around = (node: number, wanted: number): number => {
    for (let at = node; at > 0; at = tree.parents[at] ?? 0) if (tree.tags[at] === wanted) return at
    return -1
  }
  return {
    pathOf: createPathFinder(tree),
    rowOf: (node) => around(node, tag.tr),
    tableOf: (node) => around(node, tag.table),
  }
}

function plain(segments: readonly Segment[]): BlockText {
  return makeBlocks(
    segments.map((segment) => ({ segment, isCaption: false })),
    null,
  )
}
