import { foldWord } from './fold-letters.ts'

/** The words of a name or title in order, each folded; whatever is neither letter, digit nor mark parts them and is gone. */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
}
