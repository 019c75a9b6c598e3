// In: a sentence of any script. Out: whether a name in Latin letters can be heard in it, by the sounds of its words.
// Loose on purpose: what is perhaps there is there. Only a name that no word comes near is missing.

import { skeletonOf } from '../../lib/name-skeleton.ts'
import { foldName } from './name-runs.ts'

export type SentenceSounds = {
  /** Whether the name is heard, or has too few sounds to tell. */
  readonly has: (folded: string) => boolean
  /** Whether it is spelt so, or its sounds are those of a word. */
  readonly hasSurely: (folded: string) => boolean
}

const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\u200c])+/gu
/** What is written with the word after it, and what is written with the one before. */
const FRONT = /^(?:وال|بال|كال|فال|لل|ال|و|ب|ل|ك|ف)(?=\p{L}{3})/u
const BACK = /(?<=\p{L}{3})(?:های|ها|ان|ات|ین|ون|ية|یه|ي|ی|ه|ة|ا)$/u
const LONGEST_SENTENCE = 20_000
const MOST_WORDS = 2_000
/** Words that are joined for the comparison must have this many sounds together. */
const LEAST_JOINED = 4

export function readSounds(sentence: string): SentenceSounds {
  const words = (sentence.slice(0, LONGEST_SENTENCE).match(WORD) ?? []).slice(0, MOST_WORDS)
  const folded = words.map((word) => foldName(word.replaceAll('\u200c', '')))
  const sounds = new Set<string>()
  const joined = new Set<string>()
  for (const [at, word] of folded.entries()) {
    for (const sound of formsOf(word)) sounds.add(sound)
    // Port Said is one word in Arabic; ‘Abd ar Rahman may be one, two or three.
    const two = skeletonOf(word.replace(FRONT, '') + (folded[at + 1] ?? '').replace(FRONT, ''))
    if (two.length >= LEAST_JOINED) joined.add(two)
    const three = skeletonOf(word + (folded[at + 1] ?? '') + (folded[at + 2] ?? ''))
    if (three.length >= LEAST_JOINED) joined.add(three)
  }
  const spelt = new Set(folded)
  const long = /\p{Script=Han}/u.test(sentence) ? skeletonOf(folded.join('')) : ''
  const hears = (name: string): boolean =>
    soundsOf(name).some((sound) => isHeard(sound, sounds) || long.includes(sound)) || joined.has(skeletonOf(name))
  return {
    has: (name) => spelt.has(name) || skeletonOf(name).length < 2 || hears(name),
    hasSurely: (name) => spelt.has(name) || (skeletonOf(name).length >= 2 && sounds.has(skeletonOf(name))),
  }
}

function formsOf(word: string): string[] {
  const bare = word.replace(FRONT, '')
  // و is heard as v in Persian, and as nothing in our classes.
  const spoken = [word, bare].map((form) => form.replaceAll('و', 'ف'))
  const forms = [word, bare, bare.replace(BACK, ''), word.replace(BACK, ''), ...spoken]
  return forms.flatMap(soundsOf).filter((sound) => sound.length >= 2)
}

/** A name may be spelt by sounds that our classes keep apart: g and j, z and d, w and v, ch and k. */
function soundsOf(word: string): string[] {
  const plain = skeletonOf(word)
  if (!/\p{Script=Latin}/u.test(word)) return [plain]
  const other = skeletonOf(word.replaceAll('w', 'v'))
  const soft = skeletonOf(word.replaceAll('g', 'j'))
  const hard = skeletonOf(word.replaceAll('ch', 'k').replaceAll('j', 'g'))
  const dental = skeletonOf(word.replaceAll('z', 'd').replaceAll('th', 's'))
  return [...new Set([plain, other, soft, hard, dental])]
}

function isHeard(name: string, sounds: ReadonlySet<string>): boolean {
  if (sounds.has(name)) return true
  // Two sounds are heard wherever they follow each other.
  for (const sound of sounds) if (name.length === 2 ? sound.includes(name) : isNear(name, sound)) return true
  return false
}

/** Inflected, joined to another word, or one sound apart. */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 3 || long.length - short.length > 2) return false
  return long.startsWith(short) || long.endsWith(short) || isStepApart(short, long)
}

/** One sound changed, added, dropped. */
function isStepApart(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at)
  // Of three sounds the first must be the same.
  return long.slice(at + 1) === rest && (short.length > 3 || at > 0)
}
