// In: a plan, and what the page's linked data gives as the article's body. Out: which segments that body confirms,
// and whether the body is whole. A body that the page does not show, or that breaks off, is not believed.

import type { ArticlePlan } from './article-plan.ts'

export type BodyEvidence = {
  /** Share of the body's letters found on the page, 0–1. */
  readonly coverage: number
  /** Whether the end of the body is the end of one of the page's segments. */
  readonly endsWell: boolean
  readonly length: number
}

const minKey = 18
/** A longer body, and more segments, are no article's: they would only cost time. */
const longestBody = 400_000
const mostSegments = 4000

/** Marks confirmed segments in the plan. */
export function confirmBody(plan: ArticlePlan, articleBody: string | null): BodyEvidence | null {
  if (!articleBody || articleBody.length < 200) return null
  if (articleBody.length > longestBody) return null
  const body = keyOf(articleBody.includes('<') ? articleBody.replace(/<[^>]{1,300}>/g, ' ') : articleBody)
  if (body.length < 150) return null
  const tail = body.slice(-24)
  let found = 0
  let endsWell = false
  const seen = new Set<string>()
  for (const [at, segment] of plan.segments.entries()) {
    if (at >= mostSegments) break
    if (segment.text.length < minKey) continue
    const key = keyOf(segment.text)
    if (key.length < minKey || !holds(body, key)) continue
    plan.confirmed[at] = 1
    if (seen.has(key)) continue
    seen.add(key)
    found += key.length
    if (key.endsWith(tail) || (key.length < 24 && tail.endsWith(key))) endsWell = true
  }
  return { coverage: Math.min(1, found / body.length), endsWell, length: body.length }
}

/** Whether a body holds a text: whole, or by both its ends when small things in the middle differ. */
function holds(body: string, key: string): boolean {
  if (body.includes(key)) return true
  if (key.length < 80) return false
  const head = body.indexOf(key.slice(0, 32))
  if (head < 0) return false
  const end = body.indexOf(key.slice(-32), head)
  return end >= 0 && Math.abs(end + 32 - head - key.length) < key.length * 0.3
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
