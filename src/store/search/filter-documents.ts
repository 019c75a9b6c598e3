// In: filters. Out: the same as a condition on the `documents` table.
// Why twice (they are tokens as well): ranking looks at every word of the expression in every document, and a
// filter word such as lang:en stands in half of them.

import type { DatabaseSync } from 'node:sqlite'
import { normaliseHost } from './facet-tokens.ts'
import type { FilterNode, QueryNode } from './query.ts'

/** The query in two halves that must both hold; `words` null = filters only, `filters` empty = words only. */
export type SplitQuery = { readonly words: QueryNode | null; readonly filters: readonly QueryNode[] }

/** Takes the filters out of a query as far as they bind the whole of it. */
export function splitFilters(node: QueryNode): SplitQuery {
  const parts = node.kind === 'and' ? node.parts : [node]
  const words = parts.filter((part) => !isFilter(part))
  const filters = parts.filter(isFilter)
  if (!words.some((part) => part.kind !== 'not')) return { words: null, filters: parts }
  return { words: words.length === 1 ? (words[0] ?? null) : { kind: 'and', parts: words }, filters }
}

/** A condition on `documents AS d`. It holds integers from our own tables only. */
export function filterCondition(db: DatabaseSync, node: QueryNode): string {
  switch (node.kind) {
    case 'filter':
      return `d.${columnOf[node.field]} IN (${codesOf(db, node).join(', ')})`
    case 'not':
      return `NOT ${filterCondition(db, node.part)}`
    case 'and':
      return `(${node.parts.map((part) => filterCondition(db, part)).join(' AND ')})`
    case 'or':
      return `(${node.parts.map((part) => filterCondition(db, part)).join(' OR ')})`
    case 'words':
    case 'named':
      throw new Error('words cannot be a condition on documents')
  }
}

/** What is of the kind `article` is what no outlet published. */
const columnOf = { lang: 'lang', outlet: 'outlet', site: 'host', kind: 'outlet' } as const

function isFilter(node: QueryNode): boolean {
  if (node.kind === 'words' || node.kind === 'named') return false
  if (node.kind === 'filter') return true
  if (node.kind === 'not') return isFilter(node.part)
  return node.parts.every(isFilter)
}

function codesOf(db: DatabaseSync, node: FilterNode): number[] {
  const rows = db.prepare('SELECT code, value FROM facets WHERE kind = ?').all(columnOf[node.field])
  return rows
    .filter((row) => node.values.some((wanted) => fits(node, String(row['value']), wanted)))
    .map((row) => Number(row['code']))
}

function fits(node: FilterNode, value: string, wanted: string): boolean {
  if (node.field === 'kind') return value === ''
  if (node.field === 'outlet') return value.toLowerCase() === wanted.toLowerCase()
  if (node.field === 'lang') return `${value.toLowerCase()}-`.startsWith(`${wanted.toLowerCase()}-`)
  return `.${value}`.endsWith(`.${normaliseHost(wanted)}`)
}
