// In: a text and a query. Out: where the text holds what was asked for, in offsets of the text as printed.

import { analyse } from '../../lib/analyse/analyse.ts'
import type { Token } from '../../lib/analyse/analyse.ts'
import { listWishes } from './query-names.ts'
import type { Query, WordsNode } from './query.ts'

/** `text.slice(start, end)` is what was found; `wish` is the place in `listWishes` of the words or name that it answers. */
export type Match = { readonly start: number; readonly end: number; readonly wish: number }

/** Texts longer than this (UTF-16 units) are looked through up to here. */
const FARTHEST = 500_000

type Sought = { readonly chain: readonly string[]; readonly isPrefix: boolean; readonly wish: number }

/** All matches in order of place; matches of different wishes may overlap. Exclusions and filters match nothing. */
export function findMatches(text: string, query: Query): Match[] {
  const sought = listWishes(query).flatMap(chainsOf)
  if (sought.length === 0) return []
  const exact = Map.groupBy(sought.filter(startsExactly), ({ chain }) => chain[0] ?? '')
  const open = sought.filter((one) => !startsExactly(one))
  const tokens = analyse(text.slice(0, FARTHEST))
  const matches: Match[] = []
  for (let at = 0; at < tokens.length; at++) {
    for (const one of exact.get(tokens[at]?.token ?? '') ?? []) addMatch(matches, tokens, at, one)
    for (const one of open) addMatch(matches, tokens, at, one)
  }
  return matches
}

function chainsOf({ chains, isPrefix }: WordsNode, wish: number): Sought[] {
  return chains.map((chain) => ({ chain, isPrefix, wish }))
}

function startsExactly({ chain, isPrefix }: Sought): boolean {
  return !isPrefix || chain.length > 1
}

function addMatch(matches: Match[], tokens: readonly Token[], at: number, { chain, isPrefix, wish }: Sought): void {
  for (let step = 0; step < chain.length; step++) {
    const token = tokens[at + step]?.token
    const wanted = chain[step] ?? ''
    const mayGoOn = isPrefix && step === chain.length - 1
    if (token === undefined || !(mayGoOn ? token.startsWith(wanted) : token === wanted)) return
  }
  const [first, last] = [tokens[at], tokens[at + chain.length - 1]]
  if (first && last) matches.push({ start: first.start, end: last.end, wish })
}
