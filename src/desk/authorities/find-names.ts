// In: the print of an article and the text it came from. Out: whom and what it names, of what kind, and every place.
// A name is judged by all its places together; a short form (Oduya, the Dockers) belongs to the long one of the same article.

import type { ArticlePrint } from '../../domain/article.ts'
import type { MentionPart } from '../../domain/authority.ts'
import { foldWord } from '../../lib/analyse/fold-letters.ts'
import { countryName } from './country-names.ts'
import { createCountryWords } from './demonyms.ts'
import { findRuns, splitWords, type Word } from './find-runs.ts'
import { isAcronym, readRun, type CountryOf, type Naming, type Votes } from './read-run.ts'
import type { FoundMention, FoundName, KnownKinds } from './found-name.ts'
import { nameKey } from './name-key.ts'
import { settleNames, type Candidate } from './settle-names.ts'

/** A stretch of the text that is prose. */
type Prose = {
  readonly part: MentionPart
  readonly source: number | null
  readonly start: number
  readonly text: string
}

/** Nobody names so many in one article; what does is a list, or no article at all. */
const MOST_NAMES = 2_000
/** Of one paragraph. */
const LONGEST_PROSE = 100_000

let countryWords: ReadonlyMap<string, string> | undefined

/** Pure. @param known what the records know of names already; it decides where the article itself does not */
export function findNames(print: ArticlePrint, text: string, known: KnownKinds = new Map()): FoundName[] {
  countryWords ??= createCountryWords()
  const words = countryWords
  const prose = proseOf(print, text)
  const candidates = new Map<string, Candidate>()
  const countries = new Map<string, FoundMention[]>()
  const isOrdinary = lowerCaseWords(prose)
  for (const stretch of prose) {
    for (const run of findRuns(stretch.text, isOrdinary)) {
      if (candidates.size > MOST_NAMES) break
      for (const naming of readRun(run, (folded) => words.get(folded))) note(naming, stretch, candidates, countries)
    }
  }
  // Outlets are in the register, with more to say of them than that they were named.
  for (const { outlet } of print.sources) if (outlet !== null) candidates.delete(nameKey(outlet))
  const names = settleNames([...candidates.values()], known)
  return [...showCountries(countries), ...names.map((name) => withTitles(name, print, text))]
}

function note(
  naming: Naming,
  prose: Prose,
  candidates: Map<string, Candidate>,
  countries: Map<string, FoundMention[]>,
): void {
  if (naming.kind === 'country') {
    const known = countries.get(naming.country) ?? []
    countries.set(naming.country, [...known, makeMention(prose, naming.words, null)])
    return
  }
  const role = naming.role.length === 0 ? null : textOf(prose.text, naming.role)
  const mention = makeMention(prose, naming.words, role)
  const key = nameKey(mention.text)
  const candidate = candidates.get(key) ?? { key, name: mention.text, votes: {}, acronyms: new Set(), mentions: [] }
  candidates.set(key, candidate)
  addVotes(candidate.votes, naming.votes)
  candidate.mentions.push(mention)
  const acronym = acronymBehind(prose.text, naming.words)
  if (acronym !== null) candidate.acronyms.add(acronym)
}

function addVotes(into: Votes, votes: Votes): void {
  for (const [kind, weight] of Object.entries(votes) as [keyof Votes, number][]) into[kind] = (into[kind] ?? 0) + weight
}

/** `Patriotic Front (PF)`, `… (known by its French acronym, FP)`. */
function acronymBehind(text: string, words: readonly Word[]): string | null {
  const end = words.at(-1)?.end
  if (end === undefined || words.length < 2) return null
  const inside = /^\s*\(([^()]{2,60})\)/u.exec(text.slice(end, end + 80))?.[1]
  return inside?.split(/[\s,;:]+/u).findLast((word) => isAcronym(word)) ?? null
}

function proseOf(print: ArticlePrint, text: string): Prose[] {
  const at = (part: MentionPart, source: number | null) => (piece: { start: number; end: number } | null) =>
    piece === null
      ? []
      : [
          {
            part,
            source,
            start: piece.start,
            text: text.slice(piece.start, Math.min(piece.end, piece.start + LONGEST_PROSE)),
          },
        ]
  return [
    ...at('summary', null)(print.summary),
    ...print.body.flatMap(at('body', null)),
    ...at('pull-quote', null)(print.pullQuote),
    ...print.sources.flatMap(({ ordinal, excerpt }) => excerpt.flatMap(at('excerpt', ordinal))),
  ]
}

/** Words that stand in lower case somewhere: at the head of a sentence their capital names nothing. */
function lowerCaseWords(prose: readonly Prose[]): (folded: string) => boolean {
  const low = new Set<string>()
  for (const { text } of prose) {
    for (const word of splitWords(text)) if (/^\p{Ll}/u.test(word.text)) low.add(word.folded)
  }
  return (folded) => low.has(folded)
}

function makeMention(prose: Prose, words: readonly Word[], role: string | null): FoundMention {
  const [first, last] = [words[0], words.at(-1)]
  const [start, end] = [first?.start ?? 0, last?.end ?? 0]
  return {
    part: prose.part,
    source: prose.source,
    start: prose.start + start,
    end: prose.start + end,
    text: prose.text.slice(start, end).replace(/\s+/gu, ' '),
    role,
    isQuoted: prose.part === 'pull-quote' || isInQuotes(prose.text, start),
  }
}

function textOf(text: string, words: readonly Word[]): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0).replace(/\s+/gu, ' ')
}

/** A quotation that opened longer ago than this was never closed. */
const LONGEST_QUOTATION = 4_000

function isInQuotes(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_QUOTATION), at)
  const open = before.split('“').length - before.split('”').length
  return open > 0 || (open === 0 && before.split('"').length % 2 === 0)
}

function showCountries(countries: ReadonlyMap<string, FoundMention[]>): FoundName[] {
  return [...countries].map(([country, mentions]) => ({
    kind: 'country' as const,
    country,
    name: countryName(country),
    otherNames: [],
    mentions,
  }))
}

/** Titles and captions capitalise everything; there, only names that the prose has shown are looked for. */
function withTitles(name: FoundName, print: ArticlePrint, text: string): FoundName {
  const names = [name.name, ...name.otherNames.map((other) => other.name)].map((one) =>
    splitWords(one).map(({ folded }) => folded),
  )
  const found = (['title', 'caption'] as const).flatMap((part) => {
    const piece = print[part]
    if (!piece) return []
    const prose: Prose = { part, source: null, start: piece.start, text: text.slice(piece.start, piece.end) }
    return findWords(splitWords(prose.text), names).map((words) => makeMention(prose, words, null))
  })
  return found.length === 0 ? name : { ...name, mentions: [...name.mentions, ...found] }
}

function findWords(words: readonly Word[], names: readonly (readonly string[])[]): Word[][] {
  const found: Word[][] = []
  for (let at = 0; at < words.length; at++) {
    const size = Math.max(
      0,
      ...names
        .filter((name) => name.length > 0 && name.every((word, place) => words[at + place]?.folded === word))
        .map(({ length }) => length),
    )
    if (size === 0) continue
    found.push(words.slice(at, at + size))
    at += size - 1
  }
  return found
}

/** Countries in titles and captions are found by their words, which hardly anything else is. */
export function findCountryWords(text: string): { country: string; start: number; end: number }[] {
  countryWords ??= createCountryWords()
  const countryOf: CountryOf = (folded) => countryWords?.get(folded)
  const words = splitWords(text)
  const found: { country: string; start: number; end: number }[] = []
  for (let at = 0; at < words.length; at++) {
    for (let size = 5; size > 0; size--) {
      const part = words.slice(at, at + size)
      const country = part.length === size ? countryOf(part.map(({ folded }) => foldWord(folded)).join(' ')) : undefined
      const [first, last] = [part[0], part.at(-1)]
      if (country === undefined || !first || !last || !/^\p{Lu}/u.test(first.text)) continue
      found.push({ country, start: first.start, end: last.end })
      at += size - 1
      break
    }
  }
  return found
}
