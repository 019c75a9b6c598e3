// In: a run. Out: its references to earlier pieces, and which of them mean the same piece.

import type { CrossReference, IndexEntry } from '../../../domain/article.ts'
import type { CheckDocument } from '../check.ts'
import { onceForRun } from './once-for-run.ts'
import { foldLetters, wordsOf } from './words.ts'

export type Reference = CrossReference & { readonly in: CheckDocument; readonly key: string }

/** The title as letters: case, marks and space do not count. */
export const titleKey = (title: string): string => foldLetters(title)

/** The references of a document, in order. */
export function referencesOf(document: CheckDocument): Reference[] {
  return document.document.notes.flatMap(({ crossReferences }) =>
    crossReferences.map((reference) => ({ ...reference, in: document, key: titleKey(reference.title) })),
  )
}

/** Every reference of the run. */
export const allReferences = onceForRun((all): readonly Reference[] => all.flatMap(referencesOf))

/** Where the same piece may be meant: `key …` = the same title, `url …` = the same address, `issue …` = the same issue. */
export const referencesBy = onceForRun((all): ReadonlyMap<string, readonly Reference[]> => {
  const found = new Map<string, Reference[]>()
  for (const reference of allReferences(all)) {
    for (const place of placesOf(reference)) {
      const known = found.get(place)
      if (known) known.push(reference)
      else found.set(place, [reference])
    }
  }
  return found
})

/** The names under which `referencesBy` keeps a reference. */
export function placesOf({ key, url, issue }: Reference): string[] {
  return [
    `key ${key}`,
    ...(url === null ? [] : [`url ${url.replace(/\/$/u, '')}`]),
    ...(issue === null ? [] : [`issue ${issue}`]),
  ]
}

/** Rows of the run's indexes, by title. */
export const rowsByTitle = onceForRun((all): ReadonlyMap<string, IndexEntry> => {
  const rows = all.flatMap(({ document }) => document.entries)
  return new Map(rows.toReversed().map((row) => [titleKey(row.title), row]))
})

/** Titles that the run itself publishes: articles and rows of indexes. */
export const publishedTitles = onceForRun((all): ReadonlyMap<string, string> => {
  const titles = new Map<string, string>()
  for (const { document } of all) {
    for (const { title } of document.entries) titles.set(titleKey(title), title)
    if (document.kind !== 'index' && document.title !== null)
      titles.set(titleKey(document.title.text), document.title.text)
  }
  return titles
})

const small = new Set('a an the of in on to for and or by with at as from into is are'.split(' '))

/** Share of the words in common, small words left out (0–1, Dice). */
export function titleLikeness(a: string, b: string): number {
  const [one, two] = [contentWords(a), contentWords(b)]
  if (one.size === 0 || two.size === 0) return 0
  const common = [...one].filter((word) => two.has(word)).length
  return (2 * common) / (one.size + two.size)
}

/** Titles that can be asked for those like another one. */
export type TitleIndex = {
  readonly likest: (title: string) => { readonly title: string; readonly likeness: number } | null
}

/** Looks only at titles that share a word. */
export function indexTitles(titles: readonly string[]): TitleIndex {
  const entries = titles.map((title) => ({ title, size: contentWords(title).size }))
  const byWord = new Map<string, number[]>()
  titles.forEach((title, at) => {
    for (const word of contentWords(title)) byWord.set(word, [...(byWord.get(word) ?? []), at])
  })
  return {
    likest(title) {
      const words = contentWords(title)
      const shared = new Map<number, number>()
      for (const word of words) for (const at of byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
      let best: { title: string; likeness: number } | null = null
      for (const [at, common] of shared) {
        const entry = entries[at]
        const likeness = entry === undefined ? 0 : (2 * common) / (words.size + entry.size)
        if (entry !== undefined && likeness > (best?.likeness ?? 0)) best = { title: entry.title, likeness }
      }
      return best
    },
  }
}

/** Titles that the run publishes, and titles that it cites. */
export const publishedIndex = onceForRun((all) => indexTitles([...publishedTitles(all).values()]))
export const citedIndex = onceForRun((all) => indexTitles([...new Set(allReferences(all).map(({ title }) => title))]))

function contentWords(title: string): Set<string> {
  return new Set(
    wordsOf(title)
      .map(({ word }) => word.replace(/'s$/u, '').replace(/(?<=\p{L}{4})(?:ies|es|s)$/u, ''))
      .filter((word) => !small.has(word)),
  )
}

/** Where the title of a reference is printed. */
export function titlePlace({ in: { text }, start, end, title }: Reference): { start: number; end: number } {
  const index = text.slice(start, end).indexOf(title)
  return index < 0 ? { start, end } : { start: start + index, end: start + index + title.length }
}
