// In: names and whose they are. Out: pairs of authorities that may be one, with how sure and why. People decide.
// Names meet by folded letters, by skeleton (consonants in coarse classes, across scripts), and acronyms by initials.

import type { AuthorityKind } from '../../domain/authority.ts'
import { foldWords } from '../../lib/analyse/fold-words.ts'
import { skeletonOf } from '../../lib/name-skeleton.ts'
import { isOneSlipApart } from '../references/compare-names.ts'
import { isOneWord } from '../references/compare-titles.ts'
import { joints, organisationWords } from './cue-words.ts'
import { isAcronym } from './read-run.ts'

export type NamedAuthority = { readonly id: string; readonly kind: AuthorityKind; readonly name: string }

export type JoinSuggestion = {
  readonly left: string
  readonly right: string
  /** 0 to 1. */
  readonly score: number
  readonly why: string
}

type Prepared = NamedAuthority & {
  readonly folded: string
  readonly words: readonly string[]
  readonly skeleton: string
  readonly isAcronym: boolean
  readonly initials: string
}

/** A key that more names share than this tells nothing. */
const MOST_SHARED = 60
const SHORTEST_SKELETON = 3

/** Pairs, the surest first; each pair once, whatever the order of the names. */
export function suggestJoins(names: readonly NamedAuthority[]): JoinSuggestion[] {
  const prepared = names
    .map(prepare)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
  const found = new Map<string, JoinSuggestion>()
  for (const list of groupByKeys(prepared)) {
    for (const [at, one] of list.entries()) {
      for (const other of list.slice(at + 1)) {
        const suggestion = one.id === other.id ? null : compare(one, other)
        if (!suggestion) continue
        const key = [suggestion.left, suggestion.right].sort().join(' ')
        if ((found.get(key)?.score ?? 0) < suggestion.score) found.set(key, suggestion)
      }
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.left + a.right < b.left + b.right ? -1 : 1))
}

function prepare({ id, kind, name }: NamedAuthority): Prepared {
  const folded = foldWords(name).join(' ')
  const words = folded.split(' ')
  const heavy = words.filter((word) => !joints.has(word))
  return {
    id,
    kind,
    name,
    folded,
    words,
    skeleton: skeletonOf(folded.replaceAll(' ', '')),
    isAcronym: isAcronym(name),
    initials: heavy.map((word) => word[0] ?? '').join(''),
  }
}

function* groupByKeys(prepared: readonly Prepared[]): Iterable<readonly Prepared[]> {
  const groups = new Map<string, Prepared[]>()
  for (const one of prepared) {
    for (const key of keysOf(one)) {
      const known = groups.get(key)
      if (known) known.push(one)
      else groups.set(key, [one])
    }
  }
  for (const list of groups.values()) if (list.length > 1 && list.length <= MOST_SHARED) yield list
}

function keysOf({ folded, words, skeleton, isAcronym, initials }: Prepared): Set<string> {
  const keys = new Set([`f:${folded}`])
  if (skeleton.length >= SHORTEST_SKELETON) keys.add(`s:${skeleton}`)
  if (isAcronym) keys.add(`i:${folded.replaceAll(' ', '')}`)
  else if (initials.length > 1) keys.add(`i:${initials}`)
  for (const word of words) if (word.length > 3) keys.add(`w:${word.slice(0, 4)}`)
  return keys
}

function compare(one: Prepared, other: Prepared): JoinSuggestion | null {
  const isAboutAcronym = one.isAcronym !== other.isAcronym
  if (one.kind !== other.kind && !isAboutAcronym) return null
  if (one.kind === 'country' || other.kind === 'country') return null
  const make = (score: number, why: string): JoinSuggestion => ({ left: one.id, right: other.id, score, why })
  const pair = `“${one.name}” and “${other.name}”`
  if (one.name === other.name) return make(0.95, `Both are printed “${one.name}”.`)
  if (one.folded === other.folded) return make(0.95, `${pair} differ by accents and marks alone.`)
  if (isAboutAcronym) {
    const [acronym, long] = one.isAcronym ? [one, other] : [other, one]
    const isInitials = acronym.folded.replaceAll(' ', '') === long.initials
    return isInitials ? make(0.7, `“${acronym.name}” is made of the first letters of “${long.name}”.`) : null
  }
  if (one.isAcronym) return null
  return compareWords(one, other, make, pair)
}

function compareWords(
  one: Prepared,
  other: Prepared,
  make: (score: number, why: string) => JoinSuggestion,
  pair: string,
): JoinSuggestion | null {
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one]
  const isLatin = /^[\p{Script=Latin}\p{N} ]*$/u.test(one.folded + other.folded)
  if (short.skeleton === long.skeleton && short.skeleton.length >= SHORTEST_SKELETON) {
    if (!isLatin) return make(0.7, `${pair} have the same sounds in two scripts.`)
    if (isSpeltAlike(short, long)) return make(0.85, `${pair} have the same consonants.`)
  }
  if (short.words.length === long.words.length) {
    const slips = short.words.every((word, at) => isOneSlipApart(word, long.words[at] ?? ''))
    if (slips) return make(0.85, `${pair} are one letter apart.`)
    const forms = short.words.length > 1 && short.words.every((word, at) => isOneWord(word, long.words[at] ?? ''))
    return forms && one.kind !== 'weapon-system' ? make(0.75, `${pair} are forms of the same words.`) : null
  }
  if (one.kind === 'person' && long.words.at(-1) === short.folded)
    return make(0.5, `“${short.name}” is the surname of “${long.name}”.`)
  const rest = long.words.slice(short.words.length)
  const isHead = short.words.every((word, at) => word === long.words[at])
  if (one.kind === 'organisation' && isHead && rest.every((word) => organisationWords.has(word) || joints.has(word))) {
    return make(0.7, `“${short.name}” may be short for “${long.name}”.`)
  }
  return null
}

/** Same consonants are not enough: Mali and Mole have them. Every word must keep its first letter and nearly its length. */
function isSpeltAlike(short: Prepared, long: Prepared): boolean {
  if (short.words.length !== long.words.length)
    return short.folded.replaceAll(' ', '') === long.folded.replaceAll(' ', '')
  return short.words.every((word, at) => {
    const other = long.words[at] ?? ''
    return word[0] === other[0] && Math.abs(word.length - other.length) <= 2 && word.length > 3
  })
}
