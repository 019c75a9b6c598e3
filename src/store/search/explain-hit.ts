// In: a query, and a document that answers it with its translations. Out: why it does, with everything lit that does it.

import { findMatches } from './find-matches.ts'
import { passagesOf, wholePassage, type Passage } from './highlight.ts'
import { listWishes, wishesOf } from './query-names.ts'
import type { NamedNode, Query, QueryNode, WordsNode } from './query.ts'
import type { TranslatedHead } from './search-index.ts'

/**
 * What a document answers, and by what: its `original`, a `translation` of its title or lead, or another name of the words,
 * which the `glossary` or an `authority` has; `as` is that name. `words` as typed.
 */
export type Reason = {
  readonly by: 'original' | 'translation' | 'glossary' | 'authority'
  readonly words: string
  readonly as?: string
}

/** The title and lead of a translation, whole, with what they answer; null where they have none. */
export type LitHead = {
  readonly language: string
  readonly title: Passage | null
  readonly lead: Passage | null
}

export type Explained = {
  readonly reasons: readonly Reason[]
  readonly title: Passage
  readonly passages: readonly Passage[]
  /** Translations that answer anything. */
  readonly translations: readonly LitHead[]
}

export type ExplainedDocument = {
  readonly title: string | null
  readonly text: string
  readonly translations: readonly TranslatedHead[]
}

/** Scripts in which a letter says as much as a few of others. */
const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Reads each text once. A document that only filters have found has no reasons. */
export function explainHit(query: Query, { title, text, translations }: ExplainedDocument): Explained {
  const wishes = listWishes(query)
  const inTitle = findMatches(title ?? '', query)
  const inText = findMatches(text, query)
  const original = new Set([...inTitle, ...inText].flatMap(({ wish }) => wishes[wish] ?? []))
  const translated = new Set<WordsNode>()
  const lit = translations.flatMap((head): LitHead[] => {
    if (query.scope === 'original') return []
    const matches = [findMatches(head.title ?? '', query), findMatches(head.lead ?? '', query)] as const
    for (const { wish } of matches.flat()) for (const words of wishes[wish] ? [wishes[wish]] : []) translated.add(words)
    if (matches.flat().length === 0) return []
    const passageOf = (words: string | null, at: 0 | 1) => (words === null ? null : wholePassage(words, matches[at]))
    return [{ language: head.language, title: passageOf(head.title, 0), lead: passageOf(head.lead, 1) }]
  })
  return {
    reasons: query.node ? once(reasonsOf(query.node, { original, translated })) : [],
    title: wholePassage(title ?? '', inTitle),
    passages: passagesOf(text, inText, { length: isDense.test(text.slice(0, 500)) ? 90 : 200 }),
    translations: lit,
  }
}

type Held = { readonly original: ReadonlySet<WordsNode>; readonly translated: ReadonlySet<WordsNode> }

function reasonsOf(node: QueryNode, held: Held): Reason[] {
  switch (node.kind) {
    case 'words':
      return reasonsOfTyped(node, node.text, held)
    case 'named':
      return reasonsOfName(node, held)
    case 'and':
    case 'or':
      return node.parts.flatMap((part) => reasonsOf(part, held))
    default:
      return []
  }
}

function reasonsOfTyped(node: QueryNode, words: string, { original, translated }: Held): Reason[] {
  const wishes = wishesOf(node)
  const reasons: Reason[] = []
  if (wishes.every((wish) => original.has(wish))) reasons.push({ by: 'original', words })
  if (wishes.every((wish) => translated.has(wish))) reasons.push({ by: 'translation', words })
  return reasons
}

function reasonsOfName({ text, typed, others }: NamedNode, held: Held): Reason[] {
  const typedWhole = reasonsOfTyped(typed, text, held)
  const isTyped = typedWhole.some(({ by }) => by === 'original')
  // Where the page itself says what was typed, another name in its translation tells nothing more.
  const known = others.filter(({ words }) => held.original.has(words) || (!isTyped && held.translated.has(words)))
  return [...typedWhole, ...known.map(({ by, name }) => ({ by, words: text, as: name }))]
}

const ranks: readonly Reason['by'][] = ['original', 'translation', 'glossary', 'authority']

/** What the words themselves do comes before what their names do. */
function once(reasons: readonly Reason[]): Reason[] {
  const known = new Map(reasons.map((reason) => [JSON.stringify([reason.by, reason.words, reason.as]), reason]))
  return [...known.values()].toSorted((a, b) => ranks.indexOf(a.by) - ranks.indexOf(b.by))
}
