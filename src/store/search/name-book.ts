// In: groups of names that mean one thing. Out: for words that are one of them, all the others.
// Names meet as search's words do: by the tokens of the analyser, so letter case, spelling and light endings do not matter.

import { analyse } from '../../lib/analyse/analyse.ts'

/** `by`: who says that it is a name; the first of a thing's names are taken first. */
export type KnownName = { readonly by: 'glossary' | 'authority'; readonly text: string }
/** Names of one thing, the best first. */
export type NameGroup = readonly KnownName[]

export type NameBook = {
  /** All names of what `words` says; none when it is no name. @param chains the ways in which a text may hold `words`, its own first */
  readonly find: (words: string, chains: readonly (readonly string[])[]) => readonly KnownName[]
}

/** Things of one name that are told apart; a name that more bear says too little to look for all of them. */
const MOST_NAMESAKES = 20

/** Knows nothing. */
export const noNames: NameBook = { find: () => [] }

/** Longer ones are sentences. Words in a query that are compared as one name. */
export const LONGEST_NAME = 8

/** A book that can still be written into. */
export type OpenNameBook = NameBook & { readonly add: (group: NameGroup) => void }

export function makeNameBook(groups: readonly NameGroup[]): NameBook {
  const book = openNameBook()
  for (const group of groups) book.add(group)
  return book
}

/** An empty book. Groups that share a name are looked through one after the other. */
export function openNameBook(): OpenNameBook {
  const groups: NameGroup[] = []
  const groupsOf = new Map<string, number | number[]>()
  return {
    add(group) {
      const at = groups.push(group) - 1
      for (const { text } of group) for (const key of keysOf(text)) addTo(groupsOf, key, at)
    },
    find(words, chains) {
      const keys = chains.map((chain) => chain.join(' '))
      if (isInitials(words)) keys.push(initialsKey(chains[0] ?? []))
      const places = new Set(keys.flatMap((key) => groupsOf.get(key) ?? []))
      return [...places].flatMap((at) => groups[at] ?? []).filter(({ text }) => isSought(text))
    },
  }
}

/** AU and WHO are words of other languages as well: they are only meant when they are written so. */
const isInitials = (text: string): boolean => /^\p{Script=Latin}{1,3}$/u.test(text) && text === text.toUpperCase()
const initialsKey = (tokens: readonly string[]): string => `= ${tokens.join(' ')}`

/** Whether a text may hold the name without being full of other things. */
const isSought = (name: string): boolean => !isInitials(name) && !/^\p{Script=Latin}$/u.test(name)

function keysOf(name: string): string[] {
  const tokens = tokensOf(name)
  if (tokens.length === 0 || tokens.length > LONGEST_NAME) return []
  if (isInitials(name)) return [initialsKey(tokens)]
  const [first, ...rest] = tokens
  return first === 'the' && rest.length > 0 ? [tokens.join(' '), rest.join(' ')] : [tokens.join(' ')]
}

function tokensOf(words: string): string[] {
  return analyse(words).map(({ token }) => token)
}

function addTo(groupsOf: Map<string, number | number[]>, key: string, at: number): void {
  const known = groupsOf.get(key)
  if (known === undefined) groupsOf.set(key, at)
  else if (typeof known === 'number') groupsOf.set(key, known === at ? at : [known, at])
  else if (known.length < MOST_NAMESAKES && !known.includes(at)) known.push(at)
}
