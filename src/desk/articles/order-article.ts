// In: what is known of an article's time. Out: its place in lists by time, and what that rests on.
// No article prints its date. What it cites bounds it from below: it cannot be older than its latest source.

import type { OrderFrom } from '../../domain/article-record.ts'

export type OrderPlace = { readonly orderAt: number; readonly orderFrom: OrderFrom }

/** @param known derived issue (`YYYY-MM`) and publication (EDTF); a bare year is less than an issue says */
export function orderArticle(
  print: { readonly sources: readonly { readonly date: string | null }[] },
  known: { readonly issue: string | null; readonly published: string | null },
  importedAt: number,
): OrderPlace {
  const day = known.published !== null && known.published.length === 10 ? startOf(known.published) : null
  if (day !== null) return { orderAt: day, orderFrom: 'published' }
  const issue = known.issue === null ? null : startOf(known.issue)
  if (issue !== null) return { orderAt: issue, orderFrom: 'issue' }
  const dates = print.sources.flatMap(({ date }) => (date === null ? [] : (startOf(date) ?? [])))
  const latest = dates
    .filter((at) => at <= importedAt)
    .reduce((most, at) => Math.max(most, at), Number.NEGATIVE_INFINITY)
  if (Number.isFinite(latest)) return { orderAt: latest, orderFrom: 'latest-source' }
  return { orderAt: importedAt, orderFrom: 'imported' }
}

/** The first moment of an EDTF date (day, month or year); null for anything else. */
function startOf(date: string): number | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!parts) return null
  const at = Date.UTC(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1))
  return Number.isNaN(at) ? null : at
}
