// The letters of BGN/PCGN 1956 (Arabic), 1958 (Persian) and 1968 (Pashto), as data for arabic-script.ts.

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
  consonants: { ...shared, ئ: '’', ث: 'th', ذ: 'dh', ض: 'ḑ' },
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
  diphthongWaw: 'aw',
  diphthongYeh: 'ay',
  waw: 'w',
  yeh: 'y',
  finalMaqsura: 'ī',
  finalHeh: 'ah',
  hasArticle: false,
  hasKhwa: false,
}
