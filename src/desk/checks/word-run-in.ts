import type { Check, CheckContext, Place } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { runWords } from './parts/run-words.ts'

const camel = /(?<![\p{L}\p{N}@#._’'-])(?<left>\p{Lu}\p{Ll}{2,})(?<right>\p{Lu}\p{Ll}{2,})(?![\p{L}_@]|\.\p{L})/gu
const scripts =
  /\p{L}*[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Hebrew}]\(?(?=\p{Script=Latin})\p{Script=Latin}+|\p{Script=Latin}{3,}[\p{Script=Arabic}\p{Script=Hebrew}]\p{L}*/gu
const bracket = /(?<![\p{L}\p{N}._/-])\p{L}{3,}\((?!s\)|es\))\p{L}{3,}/gu
const afterYear = /(?<![\p{L}\d])(?:19|20)\d{2}(?!s\b|th\b|and\b\/)\p{Ll}{3,}/gu
const name = /(?<![\p{L}\p{N}’'-])\p{Lu}\p{Ll}{7,24}(?![\p{L}’'-])/gu

/** Beginnings of words that are words themselves. */
const prefix =
  /^(?:Counter|Inter|Super|Under|Over|Multi|Trans|Ultra|Micro|Macro|Semi|Post|Cyber|Euro|Afro|Para|Tele|Auto|Bank|Mass)$/u

/** Decided by what the run itself prints: two words that stand apart elsewhere stand together here. */
export const wordRunIn: Check = {
  id: 'word-run-in',
  group: 'run-in',
  severity: 'warning',
  looksAt: 'All prose and citations',
  why: 'Two words are printed as one.',
  mend: 'Put a space between them.',
  example: {
    bad: {
      excerpt:
        'The towncouncil of Lindholm met near the RedLake. The council of the Red Lake said that the new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      excerpt:
        'The town council of Lindholm met near the Red Lake. The council of the Red Lake said that the new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find(context) {
    const prose = passagesIn(context, 'title', 'caption', 'pull-quote', 'summary', 'body', 'excerpt', 'note')
    const cited = passagesIn(context, 'citation')
    return [
      ...findInProse(prose, camel, ({ groups }) => joined(context, groups?.['left'] ?? '', groups?.['right'] ?? '')),
      ...findInProse([...prose, ...cited], scripts),
      ...findInProse([...prose, ...cited], bracket),
      ...findInProse(prose, afterYear),
      ...findInProse(prose, name, ([found]) => (hidesTwoWords(context, found) ? {} : null)),
    ]
  },
}

function joined(context: CheckContext, left: string, right: string): Partial<Place> | null {
  const words = runWords(context.all)
  // The whole is a name of its own (YouTube, DefenseScoop) unless its parts are known as a pair.
  return words.pairs.has(`${left} ${right}`) ? { fix: `${left} ${right}` } : null
}

/** "Papikyansigned": a name that stands alone elsewhere, and a verb. */
function hidesTwoWords(context: CheckContext, found: string): boolean {
  const { counts, lower } = runWords(context.all)
  if ((counts.get(found) ?? 0) > 1) return false
  for (let cut = 4; cut <= found.length - 4; cut += 1) {
    const [left, right] = [found.slice(0, cut), found.slice(cut)]
    const isName = !prefix.test(left) && (counts.get(left) ?? 0) > 0 && !lower.has(left.toLowerCase())
    if (isName && (lower.get(right) ?? 0) > 0) return true
  }
  return false
}
