// In: a folded word. Out: its light stem, by script alone.

import { stemArabic } from './stem-arabic.ts'
import { stemCyrillic } from './stem-cyrillic.ts'
import { stemKorean } from './stem-korean.ts'
import { stemLatin } from './stem-latin.ts'

/** The light stem of a folded word. Words with digits, and scripts without a stemmer, come back as they are. */
export function stemWord(word: string): string {
  const first = word.charCodeAt(0)
  if (first >= 0x61 && first <= 0x7a) return /[0-9]/.test(word) ? word : stemLatin(word)
  if (first >= 0x0600 && first <= 0x06ff) return stemArabic(word)
  if (first >= 0x0400 && first <= 0x052f) return stemCyrillic(word)
  if (first >= 0xac00 && first <= 0xd7a3) return stemKorean(word)
  return word
}
