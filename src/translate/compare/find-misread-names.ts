// Marks of a machine that read names and letters by their look: letters said one by one and taken for others (ESPR for ISPR), an
// abbreviation that does not fit its words, a scrap of a word left over with a capital, Jan made John before an Afghan surname.
// Only beside an original in another script, and only what no person writes.

import type { SegmentFlag } from '../../domain/translation.ts'
import { findScraps } from '../../lib/find-scraps.ts'
import type { SegmentPair } from './compare-segment.ts'

/** How letters of Latin abbreviations are said in Arabic script; one spelling may stand for several. */
const letterNames: Readonly<Record<string, string>> = {
  A: 'ای اے ايه إيه اي',
  B: 'بی بي',
  C: 'سی سي',
  D: 'دی دي ڈی',
  E: 'ای إي اي',
  F: 'اف إف ایف',
  G: 'جی جي',
  H: 'اچ إتش اتش ایچ',
  I: 'آی آئی آي',
  J: 'جی جے جيه جي',
  K: 'کی کے كي كيه',
  L: 'ال إل ایل',
  M: 'ام إم ایم',
  N: 'ان إن این',
  O: 'او أو',
  P: 'پی بي',
  Q: 'کیو كيو',
  R: 'آر ار',
  S: 'اس إس ایس',
  T: 'تی تي ٹی',
  U: 'یو يو',
  V: 'وی في',
  W: 'دبلیو ڈبلیو',
  X: 'اکس إكس',
  Y: 'وای واي وائی',
  Z: 'زد زيد زی',
}
const meanings = new Map<string, string>()
for (const [letter, names] of Object.entries(letterNames))
  for (const name of names.split(' ')) meanings.set(name, (meanings.get(name) ?? '') + letter)

const LEAST_LETTERS = 3
const MOST_LETTERS = 7
const LONGEST = 20_000

export function findMisreadNames(pair: SegmentPair): SegmentFlag[] {
  const source = pair.source.slice(0, LONGEST)
  const target = pair.target.slice(0, LONGEST)
  if (!/\p{Script=Latin}/u.test(target) || !/[^\p{Script=Latin}\P{L}]/u.test(source)) return []
  const spelt = readSpeltLetters(source)
  return [
    ...findMisreadLetters(spelt, source, target),
    ...findStrangeAbbreviations(spelt, source, target),
    ...findLeftOvers(pair.from ?? '', target),
    ...findEnglishGivenNames(source, target),
  ]
}

const mark = (words: string, inTranslation: string): SegmentFlag => ({ kind: 'machine-marks', words, inTranslation })

/** Letters said one by one: each with what it may stand for. */
function readSpeltLetters(source: string): string[][] {
  const found: string[][] = []
  let run: string[] = []
  const end = (): void => {
    if (run.length >= LEAST_LETTERS && run.length <= MOST_LETTERS) found.push(run)
    run = []
  }
  for (const word of source.match(/[\p{L}\p{M}]+|[^\p{L}\p{M}\s\u200c.-]/gu) ?? []) {
    const letters = meanings.get(word)
    if (letters === undefined) end()
    else run.push(letters)
  }
  end()
  return found
}

/** Small words are said like letters too, so that a run may be longer than what it spells. */
function windowsOf(letters: readonly string[], length: number): (readonly string[])[] {
  return length < LEAST_LETTERS || length > letters.length
    ? []
    : Array.from({ length: letters.length - length + 1 }, (_, at) => letters.slice(at, at + length))
}

const isSpelt = (abbreviation: string, run: readonly string[]): boolean =>
  windowsOf(run, abbreviation.length).some((letters) =>
    letters.every((all, at) => all.includes(abbreviation.charAt(at))),
  )

const abbreviationsIn = (target: string): string[] => target.match(/(?<![\p{L}.])\p{Lu}{2,7}(?![\p{L}])/gu) ?? []

/** The original spells an abbreviation, and the translation has another of as many letters, most of them the same. */
function findMisreadLetters(spelt: readonly string[][], source: string, target: string): SegmentFlag[] {
  const abbreviations = abbreviationsIn(target)
  return spelt.flatMap((run) => {
    if (abbreviations.some((one) => isSpelt(one, run))) return []
    const wrong = abbreviations.find((one) => !source.includes(one) && nearest(one, run) !== undefined)
    const letters = wrong === undefined ? undefined : nearest(wrong, run)
    if (wrong === undefined || letters === undefined) return []
    const meant = letters.map((all) => (all.length > 1 ? `(${[...all].join('/')})` : all)).join('')
    return [mark(`“${wrong}” is spelt ${meant} in the original.`, wrong)]
  })
}

/** The letters of a run of which an abbreviation has more than half in their places. */
const nearest = (abbreviation: string, run: readonly string[]): readonly string[] | undefined =>
  windowsOf(run, abbreviation.length).find(
    (letters) => letters.filter((all, at) => all.includes(abbreviation.charAt(at))).length > letters.length / 2,
  )

const explained = /(?<words>(?:\p{Lu}[\p{L}’-]+\s(?:of\s|the\s|and\s|for\s){0,2}){3,6})\((?<letters>\p{Lu}{3,6})\)/gu

/** Half of the letters, or more, begin none of the words that they stand for. */
function findStrangeAbbreviations(spelt: readonly string[][], source: string, target: string): SegmentFlag[] {
  return Array.from(target.matchAll(explained), ({ groups }) => {
    const letters = groups?.['letters'] ?? ''
    const initials = new Set((groups?.['words'] ?? '').split(/[\s-]/u).map((word) => word.charAt(0)))
    const fitting = [...letters].filter((letter) => initials.has(letter)).length
    const isKnown = source.includes(letters) || spelt.length > 0
    return isKnown || fitting > letters.length / 2
      ? []
      : [mark(`“${letters}” does not fit the words before it.`, letters)]
  }).flat()
}

function findLeftOvers(from: string, target: string): SegmentFlag[] {
  return findScraps(target, from).map(({ word }) => mark(`“${word}” is left over: it is no word, and no name.`, word))
}

const ownSurname =
  /(?<![\p{L}\p{M}])جان[\s\u200c]+[\p{L}\p{M}]+(?:زی|زئی|زي|خیل|خېل|یار|وال|پور|زاده|الله|خان)(?![\p{L}\p{M}])/u

/** Jan Achakzai is no John: the surname that follows in the original is of Afghanistan, Iran or Pakistan. */
function findEnglishGivenNames(source: string, target: string): SegmentFlag[] {
  const found = ownSurname.test(source) ? /(?<!\p{L})John(?=\s\p{Lu})/u.exec(target)?.[0] : undefined
  return found === undefined ? [] : [mark(`“${found}” is an English name, and the original names a Jan.`, found)]
}
