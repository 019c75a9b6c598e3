// In: words in their own script. Out: the same in Latin letters by a named standard, with what cannot be known from the print.
// The script form is kept beside it: a romanised form is derived and can be made again.
// Why a list of doubts: Arabic script leaves short vowels out. They are not guessed here; whoever knows the name adds them.

import { romaniseArabicScript } from './arabic-script.ts'
import { arabic1956, pashto1968, persian1958 } from './arabic-tables.ts'
import { romaniseRussian, romaniseUkrainian } from './cyrillic.ts'

/** Systems of the United States Board on Geographic Names and the Permanent Committee on Geographical Names. */
export type RomanisationSystem =
  | 'bgnpcgn-1956-ara'
  | 'bgnpcgn-1958-fas'
  | 'bgnpcgn-1968-pus'
  | 'bgnpcgn-1947-rus'
  | 'bgnpcgn-2019-ukr'

/**
 * What the print does not say.
 * - `short-vowels`: vowels are missing between letters that need some
 * - `waw-yeh`: whether a letter is a long vowel, a diphthong or a consonant was taken from its neighbours
 * - `first-vowel`: the word begins with a vowel that is not written
 */
export type Doubt = 'short-vowels' | 'waw-yeh' | 'first-vowel'

export type Romanised =
  | {
      readonly kind: 'romanised'
      /** As it was given. */
      readonly original: string
      readonly text: string
      /** `established`: every word of it comes from the table of established forms. */
      readonly system: RomanisationSystem | 'established'
      readonly doubts: readonly Doubt[]
      /** Stretches that were taken from the table of established English forms. */
      readonly established: readonly { readonly original: string; readonly text: string }[]
    }
  | { readonly kind: 'not-done'; readonly original: string; readonly reason: string }

export type RomaniseOptions = {
  /** The established English form of a name in its script, or `undefined`. It wins over every system. */
  readonly findEstablished?: (name: string) => string | undefined
  /** Whether each word begins with a capital, for scripts that have none; names do, sentences do not. */
  readonly isName?: boolean
}

/** What a system makes of text in its script. */
export type Letters = { readonly text: string; readonly doubts: ReadonlySet<Doubt> }

type System = { readonly id: RomanisationSystem; readonly write: (text: string, isName: boolean) => Letters }

const noDoubts: ReadonlySet<Doubt> = new Set()

const systems: Readonly<Record<string, System>> = {
  ar: { id: 'bgnpcgn-1956-ara', write: (text, isName) => romaniseArabicScript(text, arabic1956, isName) },
  fa: { id: 'bgnpcgn-1958-fas', write: (text, isName) => romaniseArabicScript(text, persian1958, isName) },
  ps: { id: 'bgnpcgn-1968-pus', write: (text, isName) => romaniseArabicScript(text, pashto1968, isName) },
  ru: { id: 'bgnpcgn-1947-rus', write: (text) => ({ text: romaniseRussian(text), doubts: noDoubts }) },
  uk: { id: 'bgnpcgn-2019-ukr', write: (text) => ({ text: romaniseUkrainian(text), doubts: noDoubts }) },
}

const reasons: Readonly<Record<string, string>> = {
  zh: 'A Chinese character can be read in several ways, and which one is meant is not in the print. No table of readings is in this version; established names are found all the same.',
  ja: 'The reading of Japanese characters is not in the print, and no table of readings is in this version.',
}

/**
 * @param language BCP 47; only its first part counts
 */
export function romanise(text: string, language: string, options: RomaniseOptions = {}): Romanised {
  const { findEstablished = () => undefined, isName = false } = options
  const primary = language.toLowerCase().split('-')[0] ?? ''
  const system = Object.hasOwn(systems, primary) ? systems[primary] : undefined
  const stretches = splitEstablished(text, findEstablished)
  const established = stretches.flatMap(({ original, english }) => (english ? [{ original, text: english }] : []))
  const open = stretches.filter(
    ({ english, original }) => english === undefined && /[^\p{Script=Latin}\P{L}]/u.test(original),
  )
  if (!system && open.length > 0) {
    const known = Object.hasOwn(reasons, primary) ? reasons[primary] : undefined
    const reason = known ?? `There is no system for the language “${language.slice(0, 35)}” in this version.`
    return { kind: 'not-done', original: text, reason }
  }
  const doubts = new Set<Doubt>()
  const words = stretches.map(({ original, english }) => {
    if (english !== undefined || !system) return english ?? original
    const letters = system.write(original, isName)
    for (const doubt of letters.doubts) doubts.add(doubt)
    return letters.text
  })
  const id = system && (open.length > 0 || established.length === 0) ? system.id : 'established'
  return {
    kind: 'romanised',
    original: text,
    text: words.join(''),
    system: id,
    doubts: [...doubts].sort(),
    established,
  }
}

/** Every run of words that could be one name: what a caller looks up before it gives `findEstablished`. */
export function listPossibleNames(text: string): string[] {
  const words = [...text.matchAll(WORDS)]
  const names = new Set<string>()
  for (const [first, { index }] of words.entries()) {
    for (const last of words.slice(first, first + LONGEST_NAME))
      names.add(text.slice(index, last.index + last[0].length))
  }
  return [...names]
}

type Stretch = { readonly original: string; readonly english?: string }

/** A name has at most this many words. */
const LONGEST_NAME = 6
const WORDS = /[\p{L}\p{M}\p{N}'’ʼ\u200c·-]+/gu

/** The text in stretches, each a name of the table or what stands between names. Longer names win over shorter ones. */
function splitEstablished(text: string, findEstablished: (name: string) => string | undefined): Stretch[] {
  const words = [...text.matchAll(WORDS)]
  const stretches: Stretch[] = []
  let done = 0
  for (let first = 0; first < words.length; first++) {
    const found = longestName(text, words, first, findEstablished)
    const start = words[first]?.index ?? done
    if (!found) continue
    if (start > done) stretches.push({ original: text.slice(done, start) })
    stretches.push({ original: text.slice(start, found.end), english: found.english })
    done = found.end
    first = found.last
  }
  if (done < text.length) stretches.push({ original: text.slice(done) })
  return stretches
}

function longestName(
  text: string,
  words: readonly RegExpExecArray[],
  first: number,
  findEstablished: (name: string) => string | undefined,
): { end: number; last: number; english: string } | undefined {
  const start = words[first]?.index ?? 0
  for (let last = Math.min(words.length, first + LONGEST_NAME) - 1; last >= first; last--) {
    const word = words[last]
    if (!word) continue
    const end = word.index + word[0].length
    const english = findEstablished(text.slice(start, end))
    if (english !== undefined) return { end, last, english }
  }
  return undefined
}
