// In: sentences by language (the development set) and our own words. Out: every text a profile is made of, with its weight.

import { sampleText } from '../../src/read/language/sample-text.ts'
import { cldrNames } from './cldr-names.ts'
import type { OwnWords } from './own-words.ts'
import {
  toAzeriCyrillic,
  toKazakhArabic,
  toKazakhLatin,
  toOldSorani,
  toSerbianLatin,
  toUyghurCyrillic,
  toUyghurLatin,
} from './transliterate.ts'

export type Sentences = Readonly<Record<string, readonly string[]>>

export type TrainingText = {
  /** Language and script, as in `uz/Cyrl`. */
  readonly profile: string
  readonly text: string
  readonly weight: number
  /** Sentences are in one of the folds, and can be left out to test on; words and names are in none. */
  readonly fold: number | null
  /** A sentence of the file, one of our own, or made from either: only the first two are fit to test on. */
  readonly from: 'file' | 'own' | 'derived'
}

export const FOLDS = 5

/** So many words of running text the list of common words stands for. */
const COMMON = 200
const NAMES = 0.1
/** A telling word is taken to be one in so many, however few texts there are of its language. */
const TELLING = 1500
/** The n-th commonest word comes about 1 / (n + 3) as often as words do (Zipf, with Mandelbrot's shift). */
const SHIFT = 4

/** A script that fewer of a language's sentences are in is an accident. */
const RARE = 0.06

export function gatherTexts(sentences: Sentences, own: readonly OwnWords[]): TrainingText[] {
  const written = [...fromSentences(sentences), ...own.flatMap(fromOwnSentences)]
  const derived = written.flatMap(alsoWritten)
  const texts = [
    ...written,
    ...derived,
    ...own.flatMap((words) => fromWords(words, runningWords(words.profile, written))),
  ]
  const profiles = [...new Set(texts.map(({ profile }) => profile))]
  const names = profiles.flatMap((profile) => cldrNames(localeOf(profile)).map((text) => plain(profile, text, NAMES)))
  return [...texts, ...names]
}

function fromSentences(sentences: Sentences): TrainingText[] {
  return Object.entries(sentences).flatMap(([language, list]) => {
    const scripts = list.map((text) => sampleText(text).script)
    const isUsual = (script: string | null) => scripts.filter((one) => one === script).length > list.length * RARE
    return list.flatMap((text, at) => {
      const script = scripts[at] ?? null
      return script && isUsual(script)
        ? [{ profile: `${language}/${script}`, text, weight: 1, fold: at % FOLDS, from: 'file' as const }]
        : []
    })
  })
}

function fromOwnSentences({ profile, sentences }: OwnWords): TrainingText[] {
  return sentences.map((text, at) => ({ profile, text, weight: 1, fold: at % FOLDS, from: 'own' }))
}

function fromWords({ profile, common, telling }: OwnWords, running: number): TrainingText[] {
  const share = common.reduce((sum, _, at) => sum + 1 / (at + SHIFT), 0)
  const commonTexts = common.map((word, at) => plain(profile, word, COMMON / (at + SHIFT) / share))
  return [...commonTexts, ...telling.map((word) => plain(profile, word, (running + COMMON) / TELLING))]
}

function runningWords(profile: string, written: readonly TrainingText[]): number {
  return written.reduce((sum, text) => (text.profile === profile ? sum + text.text.split(/\s+/).length : sum), 0)
}

/** The same text in the other spellings of its language. */
function alsoWritten(text: TrainingText): TrainingText[] {
  const as = (profile: string, written: string, weight = 1): TrainingText => ({
    ...text,
    profile,
    text: written,
    weight,
    from: 'derived',
  })
  const spaced = text.text.includes('\u200c') ? [as(text.profile, text.text.replaceAll('\u200c', ' '), 0.5)] : []
  if (text.profile === 'sr/Cyrl') return [as('sr/Latn', toSerbianLatin(text.text))]
  if (text.profile === 'az/Latn') return [as('az/Cyrl', toAzeriCyrillic(text.text))]
  if (text.profile === 'kk/Cyrl')
    return [
      ...toKazakhLatin(text.text).map((written) => as('kk/Latn', written)),
      as('kk/Arab', toKazakhArabic(text.text)),
    ]
  if (text.profile === 'ckb/Arab') return [as('ckb/Arab', toOldSorani(text.text), 0.5), ...spaced]
  if (text.profile === 'ug/Arab')
    return [as('ug/Latn', toUyghurLatin(text.text)), as('ug/Cyrl', toUyghurCyrillic(text.text))]
  return spaced
}

function plain(profile: string, text: string, weight: number): TrainingText {
  return { profile, text, weight, fold: null, from: 'derived' }
}

/** CLDR calls Tagalog Filipino. Names that come in another script than the profile's are left out where words are counted. */
function localeOf(profile: string): string {
  const [language = '', script = ''] = profile.split('/')
  return `${language === 'tl' ? 'fil' : language}-${script}`
}
