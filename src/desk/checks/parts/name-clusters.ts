// In: a run. Out: names that are spelt in several ways. A name is known by its skeleton: what is left when the letters go
// that transliterations disagree about.

import type { CheckDocument } from '../check.ts'
import { editDistance } from '../../../lib/edit-distance.ts'
import { onceForRun } from './once-for-run.ts'
import { passagesIn } from './passages.ts'
import { foldLetters } from './words.ts'

/** Form as printed → how often the run prints it. */
export type NameForms = ReadonlyMap<string, number>

const proseRoles = ['title', 'caption', 'pull-quote', 'summary', 'body', 'excerpt', 'note'] as const
const word = /(?<![\p{L}\p{N}@-])\p{Lu}[\p{L}\p{M}]{4,}(?:[-’'‘][\p{L}\p{M}]+)*/gu
const pairs =
  /(?<![\p{L}-])(?=(\p{Lu}[\p{L}\p{M}’'-]{2,})\s(?:(?:al|el|ag|bin|ben|de)[\s-])?(\p{Lu}[\p{L}\p{M}’'-]{2,})(?:\s(\p{Lu}[\p{L}\p{M}’'-]{2,}))?)/gu

/** Letters that spellings of one name disagree about: y/i, doubled letters, ou/u, kh/h, a silent h, diacritics. */
export function skeleton(name: string): string {
  return foldLetters(name.replace(/[’']s$/u, ''))
    .replace(/mm?ed\b|mm?ad\b/gu, 'md')
    .replace(/ou|oo/gu, 'u')
    .replace(/ph/gu, 'f')
    .replace(/iy|yy|ii|ij|y/gu, 'i')
    .replace(/w/gu, 'v')
    .replace(/(.)\1+/gu, '$1')
    .replace(/i(?=[aeu])|(?<=[aeiou])i(?=[aeiou])/gu, '')
    .replace(/(?<=\p{L})h(?=[^aeiou]|$)/gu, '')
}

/** Single names of five letters and more, by skeleton; only skeletons with several forms. */
export const nameForms = onceForRun((all): ReadonlyMap<string, NameForms> => {
  const clusters = new Map<string, Map<string, number>>()
  for (const document of all) {
    for (const form of namesIn(document)) count(clusters, skeleton(form), form)
  }
  return severalForms(clusters)
})

export type PairForms = {
  /** Name of two or three words → how often the run prints it. */
  readonly counts: ReadonlyMap<string, number>
  /** Names by all their words but one: those are the ones that may be slips of each other. */
  readonly byRest: ReadonlyMap<string, readonly string[]>
}

/** Names of two and three words. */
export const pairForms = onceForRun((all): PairForms => {
  const counts = new Map<string, number>()
  for (const document of all) {
    for (const { prose } of passagesIn(document, ...proseRoles)) {
      for (const [, left = '', right = '', third] of prose.matchAll(pairs)) {
        add(counts, `${plain(left)} ${plain(right)}`)
        if (third !== undefined) add(counts, `${plain(left)} ${plain(right)} ${plain(third)}`)
      }
    }
  }
  const byRest = new Map<string, string[]>()
  for (const form of counts.keys()) {
    for (const rest of restsOf(form.split(' '))) byRest.set(rest, [...(byRest.get(rest) ?? []), form])
  }
  return { counts, byRest }
})

/** "Hamza Abdi Barre" without each of its words in turn. */
export function restsOf(words: readonly string[]): string[] {
  return words.map((_, index) => words.map((word, at) => (at === index ? '*' : word)).join(' '))
}

function plain(form: string): string {
  return form.replace(/[’']s$/u, '').replace(/[’']$/u, '')
}

/** Names in the prose of a document; words that the run also prints in lower case are no names. */
function* namesIn(document: CheckDocument): Generator<string> {
  for (const { prose } of passagesIn(document, ...proseRoles))
    for (const [found] of prose.matchAll(word)) yield plain(found)
  // Of a citation only the English title is the desk's writing.
  for (const { titleEnglish } of document.document.sources)
    for (const [found] of (titleEnglish ?? '').matchAll(word)) yield plain(found)
}

function count(clusters: Map<string, Map<string, number>>, key: string, form: string): void {
  const forms = clusters.get(key) ?? new Map<string, number>()
  add(forms, form)
  clusters.set(key, forms)
}

function add(counts: Map<string, number>, form: string): void {
  counts.set(form, (counts.get(form) ?? 0) + 1)
}

function severalForms(clusters: ReadonlyMap<string, NameForms>): ReadonlyMap<string, NameForms> {
  return new Map([...clusters].filter(([key, forms]) => key.length >= 4 && forms.size > 1))
}

const inflected = /^(?:s|es|n|an|i|ed|ly|al|d|is|ns|ian|ians|er|ers|y|e|r|rs|t|m)$/u

/** One letter apart, and not by an ending: "Abdia" and "Abdi", not "Iran" and "Iranian". */
export function isSlipOf(form: string, other: string): boolean {
  const [a, b] = [foldLetters(form), foldLetters(other)]
  if (a === b || a.length < 4 || editDistance(a, b, 1) !== 1) return false
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return !(long.startsWith(short) && inflected.test(long.slice(short.length)))
}
