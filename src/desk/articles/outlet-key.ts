// The key under which prints of one outlet's name meet: case, accents, marks and articles say nothing.

import { foldWord } from '../../lib/analyse/fold-letters.ts'

const articles = /^(?:the|al|el|la|le|les|los|las|il|der|die|das)$/

/** `The al-Manara`, `Al Manara` and `al-Manāra` are one; '' when nothing is left. */
export function outletKey(name: string): string {
  const words = name
    .normalize('NFKC')
    .replace(/^(?:https?:\/\/)?www\./i, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
  const heavy = words.filter((word) => !articles.test(word))
  return (heavy.length > 0 ? heavy : words).join(' ')
}
