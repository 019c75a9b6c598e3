// In: a query's tree. Out: what it wishes for, with and without the other names of what was typed.

import type { NamedNode, Query, QueryNode, WordsNode } from './query.ts'

/** The tree with nothing but what was typed. */
export function typedOnly(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'named':
      return node.typed
    case 'and':
    case 'or':
      return { kind: node.kind, parts: node.parts.map(typedOnly) }
    case 'not':
      return { kind: 'not', part: typedOnly(node.part) }
    default:
      return node
  }
}

/**
 * The tree whose wishes are only what was typed, while what is excluded is excluded under all of its names: what it finds
 * is a part of what the whole tree finds. Null when that is the whole.
 */
export function directOf(node: QueryNode): QueryNode | null {
  return hasWishedNames(node) ? wishTyped(node) : null
}

function hasWishedNames(node: QueryNode): boolean {
  if (node.kind === 'named') return node.others.length > 0
  return (node.kind === 'and' || node.kind === 'or') && node.parts.some(hasWishedNames)
}

function wishTyped(node: QueryNode): QueryNode {
  if (node.kind === 'named') return node.typed
  return node.kind === 'and' || node.kind === 'or' ? { kind: node.kind, parts: node.parts.map(wishTyped) } : node
}

/** Names that are wished for, with what else they are looked for as; excluded ones are left out. */
export function listNamed(query: Query): NamedNode[] {
  const visit = (node: QueryNode): NamedNode[] => {
    if (node.kind === 'named') return [node]
    return node.kind === 'and' || node.kind === 'or' ? node.parts.flatMap(visit) : []
  }
  return query.node ? visit(query.node) : []
}

/** Words and phrases that are wished for, each of the other names among them; what is excluded is left out. */
export function listWishes(query: Query): WordsNode[] {
  return query.node ? wishesOf(query.node) : []
}

/** The same for one part of a query. */
export function wishesOf(node: QueryNode): WordsNode[] {
  switch (node.kind) {
    case 'words':
      return [node]
    case 'named':
      return [...wishesOf(node.typed), ...node.others.map(({ words }) => words)]
    case 'and':
    case 'or':
      return node.parts.flatMap(wishesOf)
    default:
      return []
  }
}
