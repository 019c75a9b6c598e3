// In: a title as somebody cites it. Out: its words without what citing changes: case, quotation marks, dashes, punctuation.

import { foldWords } from '../../lib/analyse/fold-words.ts'

/** Words that titles gain and lose when they are cited from memory. Without them two titles still say the same. */
const lightWords = new Set(
  'a an the of in on at to for and or as by with from its his her their is are was were be has have had this that those these into over amid after before'.split(
    ' ',
  ),
)

/** Words in order, folded; a possessive `s` and everything that is neither letter nor digit left out. */
export function titleWords(title: string): string[] {
  return foldWords(
    title
      .normalize('NFKC')
      .replace(/[’'‘ʼ`]s\b/gi, '')
      .replace(/[’'‘ʼ`]/g, ''),
  )
}

/** The key under which prints of one title that differ by marks and case alone are the same. */
export function titleKey(title: string): string {
  return titleWords(title).join(' ')
}

/** The words that carry a title; all of them when there is nothing but light ones. */
export function heavyWords(words: readonly string[]): string[] {
  const heavy = words.filter((word) => !lightWords.has(word))
  return heavy.length > 0 ? heavy : [...words]
}
