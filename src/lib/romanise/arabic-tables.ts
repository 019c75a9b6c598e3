// The letters of BGN/PCGN 1956 (Arabic), 1958 (Persian), 1968 (Pashto) and 2007 (Afghanistan: Dari), as data for arabic-script.ts.

import { afghanEndings, persianEndings } from './arabic-words.ts'
import { afghanWords, arabicWords, pashtoWords, persianWords, type UsualWords } from './usual-words.ts'

export type ArabicTable = {
  readonly consonants: Readonly<Record<string, string>>
  readonly vowels: { readonly fatha: string; readonly kasra: string; readonly damma: string }
  readonly longWaw: string
  readonly longYeh: string
  readonly diphthongWaw: string
  readonly diphthongYeh: string
  readonly waw: string
  readonly yeh: string
  /** Undotted yeh at the end of a word. */
  readonly finalMaqsura: string
  /** A final ه after a consonant without a vowel. */
  readonly finalHeh: string
  readonly hasArticle: boolean
  /** Vowel of the article inside a name, in languages that took it over with the name: Zeyn od Dīn. */
  readonly innerArticle: string
  /** Whether a noun leans on the next by a vowel that is seldom printed. */
  readonly hasEzafe: boolean
  /** و and ي with a sign for “no vowel” on them are other diphthongs than without it. */
  readonly quietWaw: string
  readonly quietYeh: string
  /** After a vowel sign of their own and with that sign on them: ō, ey. */
  readonly openWaw: string
  readonly openYeh: string
  /** Whether an undotted ye at the end of a word is another vowel than a dotted one. */
  readonly tellsFinalYeh: boolean
  /** Words with known vowels, and endings written with the word before them. */
  readonly usual: UsualWords
  readonly endings: ReadonlySet<string>
  /** Whether خوا is one long vowel after kh and v. */
  readonly hasKhwa: boolean
}

const shared: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ج: 'j',
  ح: 'ḩ',
  خ: 'kh',
  د: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 'ş',
  ط: 'ţ',
  ظ: 'z̧',
  ع: '‘',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ء: '’',
  ؤ: '’',
}

export const arabic1956: ArabicTable = {
  consonants: {
    ...shared,
    ئ: '’',
    ث: 'th',
    ذ: 'dh',
    ض: 'ḑ',
    // Letters of other languages and of the countries' own sounds.
    پ: 'p',
    چ: 'ch',
    ژ: 'zh',
    ڤ: 'v',
    ڥ: 'v',
    ڨ: 'g',
    گ: 'g',
    ڴ: 'g',
    ڭ: 'g',
  },
  vowels: { fatha: 'a', kasra: 'i', damma: 'u' },
  longWaw: 'ū',
  longYeh: 'ī',
  diphthongWaw: 'aw',
  diphthongYeh: 'ay',
  waw: 'w',
  yeh: 'y',
  finalMaqsura: 'á',
  finalHeh: 'h',
  hasArticle: true,
  innerArticle: '',
  hasEzafe: false,
  quietWaw: 'aw',
  quietYeh: 'ay',
  openWaw: 'ū',
  openYeh: 'ī',
  tellsFinalYeh: false,
  usual: arabicWords,
  endings: new Set(),
  hasKhwa: false,
}

export const persian1958: ArabicTable = {
  consonants: { ...shared, ئ: '’', پ: 'p', ث: 's̄', چ: 'ch', ذ: 'z̄', ژ: 'zh', ض: 'ẕ', گ: 'g' },
  vowels: { fatha: 'a', kasra: 'e', damma: 'o' },
  longWaw: 'ū',
  longYeh: 'ī',
  diphthongWaw: 'ow',
  diphthongYeh: 'ey',
  waw: 'v',
  yeh: 'y',
  finalMaqsura: 'ī',
  finalHeh: 'eh',
  hasArticle: false,
  innerArticle: 'o',
  hasEzafe: true,
  quietWaw: 'ow',
  quietYeh: 'ey',
  openWaw: 'ow',
  openYeh: 'ey',
  tellsFinalYeh: false,
  usual: persianWords,
  endings: persianEndings,
  hasKhwa: true,
}

export const pashto1968: ArabicTable = {
  consonants: {
    ...shared,
    ئ: 'êy',
    پ: 'p',
    ټ: 'ṯ',
    ث: 's̄',
    چ: 'ch',
    څ: 'ts',
    ځ: 'dz',
    ډ: 'ḏ',
    ذ: 'z̄',
    ړ: 'ṟ',
    ژ: 'zh',
    ږ: 'z͟h',
    ښ: 's͟h',
    ض: 'ẕ',
    ګ: 'g',
    گ: 'g',
    ڼ: 'ṉ',
    ې: 'ē',
    ۍ: 'êy',
  },
  vowels: { fatha: 'a', kasra: 'i', damma: 'u' },
  longWaw: 'ū',
  longYeh: 'ī',
  diphthongWaw: 'ow',
  diphthongYeh: 'aī',
  waw: 'w',
  yeh: 'y',
  finalMaqsura: 'ay',
  finalHeh: 'ah',
  hasArticle: false,
  innerArticle: 'u',
  hasEzafe: true,
  quietWaw: 'aw',
  quietYeh: 'ay',
  openWaw: 'ō',
  openYeh: 'ī',
  tellsFinalYeh: true,
  usual: pashtoWords,
  endings: afghanEndings,
  hasKhwa: true,
}

/** Dari: the same letters, with its own ئ and its own end of words. */
export const dari2007: ArabicTable = {
  ...pashto1968,
  consonants: { ...pashto1968.consonants, ئ: '’' },
  finalMaqsura: 'ī',
  tellsFinalYeh: false,
  usual: afghanWords,
  innerArticle: 'u',
}
