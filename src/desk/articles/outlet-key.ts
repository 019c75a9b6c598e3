// The key under which prints of one outlet's name meet: case, accents, marks and articles say nothing.

import { foldWords } from '../../lib/analyse/fold-words.ts'

const articles = /^(?:the|al|el|la|le|les|los|las|il|der|die|das)$/

/** `The al-Manara`, `Al Manara` and `al-Manāra` are one; '' when nothing is left. */
export function outletKey(name: string): string {
  const words = foldWords(name.normalize('NFKC').replace(/^(?:https?:\/\/)?www\./i, ''))
  const heavy = words.filter((word) => !articles.test(word))
  return (heavy.length > 0 ? heavy : words).join(' ')
}
