// In: bytes that are not UTF-8, and perhaps the language they claim. Out: how well each charset explains them.
// Why scores and not a verdict: a declared charset is believed unless another explains the bytes far better.
// Each candidate decodes the same sample; usual letters of its languages count for it, and what no writer writes
// (unassigned bytes, two scripts in a word, capitals in the middle, stray symbols) counts against it.

import { charsetProfiles } from './charset-profiles.ts'
import type { CharsetProfile } from './charset-profiles.ts'
import { decodeBytes } from './decode-bytes.ts'

/** `score` is a mean per byte above ASCII: about 2 for ordinary text in the right charset, below 0 for the wrong one. */
export type CharsetGuess = { readonly charset: string; readonly score: number }

const SAMPLE_BYTES = 4 * 1024
const LANGUAGE_BONUS = 0.7

/**
 * All candidates, or `only` some of them, each charset once, the best first.
 * Of equals, the one listed first among the profiles.
 */
export function rankCharsets(bytes: Uint8Array, language: string | null, only?: readonly string[]): CharsetGuess[] {
  const sample = takeSample(bytes)
  const best = new Map<string, number>()
  const texts = new Map<string, string>()
  for (const profile of charsetProfiles) {
    const { charset } = profile
    if (only && !only.includes(charset)) continue
    const text = texts.get(charset) ?? decodeBytes(charset, sample)
    texts.set(charset, text)
    const score = scoreText(text, sample, profile) + findBonus(profile, language)
    best.set(charset, Math.max(score, best.get(charset) ?? Number.NEGATIVE_INFINITY))
  }
  return [...best].map(([charset, score]) => ({ charset, score })).sort((one, other) => other.score - one.score)
}

const findBonus = ({ languages, prior }: CharsetProfile, language: string | null): number =>
  prior + (language && languages.includes(language) ? LANGUAGE_BONUS : 0)

/**
 * The runs above ASCII with two bytes of their surroundings, so that a page of markup does not drown a line of text.
 * Two, because the second half of a wide letter may itself be an ASCII byte.
 */
function takeSample(bytes: Uint8Array): Uint8Array {
  const sample: number[] = []
  let asciiRun = 0
  for (let at = 0; at < bytes.length && sample.length < SAMPLE_BYTES; at++) {
    const byte = bytes[at] ?? 0
    asciiRun = byte < 0x80 ? asciiRun + 1 : 0
    const leadsIn = byte < 0x80 && (bytes[at + 1] ?? 0) >= 0x80
    if (asciiRun > 3 && leadsIn) sample.push(0x20)
    if (asciiRun <= 2 || leadsIn) sample.push(byte)
  }
  return Uint8Array.from(sample)
}

function scoreText(text: string, sample: Uint8Array, profile: CharsetProfile): number {
  const weights = weighLetters(profile)
  let score = 0
  let before: Letter = noLetter
  let run = 0
  for (const character of text) {
    const letter = character < '\u0080' ? readAscii(character) : readLetter(character)
    if (character >= '\u0080') score += weighCharacter(character, letter, before, profile, weights)
    if (character >= '\u0080' || before !== noLetter) score += weighJoint(before, letter)
    // A lone letter of another script among Latin words is an accented one misread.
    if (letter === noLetter && run === 1 && before.script !== 'latin') score -= 1.5
    run = letter === noLetter ? 0 : run + 1
    before = letter
  }
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  return score / Math.max(1, high)
}

/** Ranked letters weigh from 2.5 down to 0.5; flat ones 2; wide ones 5, for both their bytes. */
function weighLetters({ usual, weights }: CharsetProfile): ReadonlyMap<string, number> {
  const letters = [...usual]
  const weigh = (index: number) =>
    weights === 'wide' ? 5 : weights === 'flat' ? 2 : 2.5 - (2 * index) / letters.length
  return new Map(letters.map((letter, index) => [letter, weigh(index)] as const).toReversed())
}

type Letter = { readonly script: string; readonly form: 'lower' | 'upper' | 'final' | 'mark' | 'none' }

const noLetter: Letter = { script: '', form: 'none' }
const asciiLower: Letter = { script: 'latin', form: 'lower' }
const asciiUpper: Letter = { script: 'latin', form: 'upper' }

const readAscii = (character: string): Letter =>
  /[a-z]/.test(character) ? asciiLower : /[A-Z]/.test(character) ? asciiUpper : noLetter

const scripts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['thai', /\p{Script=Thai}/u],
]

function readLetter(character: string): Letter {
  if (!/[\p{L}\p{M}]/u.test(character)) return noLetter
  const script = scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? ''
  if (/\p{M}/u.test(character)) return { script, form: 'mark' }
  if (/\p{Lu}/u.test(character)) return { script, form: 'upper' }
  return { script, form: /[ךםןףץ]/.test(character) ? 'final' : /\p{Ll}/u.test(character) ? 'lower' : 'none' }
}

const opening = new Set('«“„‘‚¡¿№©')
const usualMarks = new Set('»”’–—…•·®™°€£§،؛؟ـ\u200c\u200d\u200e\u200f\u00a0ºª')
const wideMarks = /[\u3000-\u303f\uff01-\uff65\u2010-\u2027\u00b7]/

function weighCharacter(
  character: string,
  letter: Letter,
  before: Letter,
  profile: CharsetProfile,
  weights: ReadonlyMap<string, number>,
): number {
  if (character === '\uFFFD') return -15
  if (character < '\u00a0' || (character >= '\ue000' && character <= '\uf8ff')) return -8
  const usual = weights.get(character)
  if (usual !== undefined) return usual
  if (letter.form === 'upper') {
    // A capital begins a word. Words all in capitals are rare, and what koi8-r makes of Hebrew.
    const weight = weights.get(character.toLowerCase()) ?? -1
    return before.form === 'upper' ? Math.min(0.5, weight) : weight
  }
  if (profile.weights === 'wide') return wideMarks.test(character) ? 3 : profile.script.test(character) ? -0.5 : -3
  if (profile.script.test(character)) return -0.5
  if (usualMarks.has(character)) return 1
  if (opening.has(character)) return before.script === '' ? 1 : -1
  return letter === noLetter ? -2 : -1
}

/** What two neighbours say: words keep to one script, and capitals, final forms and marks have their places. */
function weighJoint(before: Letter, letter: Letter): number {
  if (letter.form === 'mark') return before.form === 'none' && before.script === '' ? -3 : 0
  if (before.script === '' || letter.script === '') return 0
  if (before.script !== letter.script) return -4
  if (before.form === 'final') return -3
  return before.form === 'lower' && letter.form === 'upper' ? -4 : 0
}
