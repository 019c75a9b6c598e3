// In: witnesses. Out: for each the few others that share its rare words, its address or its title: nobody compares all with all.

import { heavyWords } from './fold-title.ts'
import type { Prepared } from './match-witnesses.ts'

/** A key that more witnesses share than this says nothing about any of them. */
const MOST_SHARED = 150
/** The rarest keys of a witness that are looked under. */
const KEYS_LOOKED_UNDER = 8
/** Words that start alike stand under one key, for their forms and most slips. */
const KEY_LETTERS = 4

export type FindCandidates = (one: Prepared) => Prepared[]

/** Looks through all once; asking for the candidates of one then costs what shares its rarer keys. */
export function createCandidates(all: readonly Prepared[]): FindCandidates {
  const byKey = new Map<string, Prepared[]>()
  for (const one of all) {
    for (const key of keysOf(one)) {
      const known = byKey.get(key)
      if (known) known.push(one)
      else byKey.set(key, [one])
    }
  }
  return (one) => {
    const lists = keysOf(one)
      .map((key) => byKey.get(key) ?? [])
      .filter((list) => list.length <= MOST_SHARED)
      .sort((a, b) => a.length - b.length)
      .slice(0, KEYS_LOOKED_UNDER)
    const found = new Set(lists.flat())
    found.delete(one)
    return [...found]
  }
}

function keysOf({ key, words, slug, address }: Prepared): string[] {
  const stems = [...heavyWords(words), ...heavyWords(slug)].map((word) => `w:${word.slice(0, KEY_LETTERS)}`)
  return [...new Set([`t:${key}`, ...(address === null ? [] : [`a:${address}`]), ...stems])]
}
