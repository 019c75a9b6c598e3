import { editDistance } from '../../lib/edit-distance.ts'
import { findScraps } from '../../lib/find-scraps.ts'
import type { Check, CheckContext, Place } from './check.ts'
import { passagesIn } from './parts/passages.ts'
import { runWords } from './parts/run-words.ts'
import { foldLetters } from './parts/words.ts'

const name = /(?<![\p{L}-])\p{Lu}\p{Ll}{4,}(?![\p{L}’-])/gu
/** Turns of phrase that are idiom in French, Spanish, Arabic or Russian, and in English only word for word. */
const calque =
  /\b[Aa] (?:resounding|remarked) (?:exit|sortie)\b|\bput in evidence\b|\bthe responsibles\b|\bmake(?:s)? part of\b|\bunder the form of\b|\bit is (?:a )?question of\b|\btake(?:s)? the word\b|\bin the quality of\b|\bon the other part\b|\b(?:gave|give) the word to\b|\bcome back on the\b/gu
const otherScript = /^(?:ar|fa|ps|ur|ru|uk|zh|ko|ja|he|hi|bn|th|am|hy|ka)\b/u
/** Jan made John before an Afghan surname. */
const misread = /\bJohn (?=\p{Lu}\p{L}*(?:zai|zay|khel|ullah|zada|zadeh)\b)/gu
const acronym = /(?<words>(?:\p{Lu}[\p{L}’-]+\s(?:of\s|the\s|and\s|for\s){0,2}){2,6})\((?<letters>\p{Lu}{3,6})\)/gu

/** A machine spells a name as it sounds, each time anew, and reads letters one by one. */
export const possiblyMachineTranslated: Check = {
  id: 'possibly-machine-translated',
  group: 'excerpt',
  severity: 'warning',
  looksAt: 'Excerpts: one name in two spellings, abbreviations that do not fit, word-for-word turns of phrase',
  why: 'This looks like a machine’s translation that nobody reviewed.',
  mend: 'Review the passage against the original, and say how it was translated.',
  example: {
    bad: {
      excerpt:
        'The town council of Mastung said on Monday that both ferries are ready. In Mustang, the new line is popular. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      excerpt:
        'The town council of Mastung said on Monday that both ferries are ready. In Mastung, the new line is popular. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find: (context) => context.document.sources.flatMap((_, of) => inExcerpt(context, of)),
}

function inExcerpt(context: CheckContext, of: number): Place[] {
  const passages = passagesIn(context, 'excerpt').filter((passage) => passage.of === of)
  const { lower, counts } = runWords(context.all)
  const names = passages.flatMap(({ start, prose }) =>
    [...prose.matchAll(name)].map(({ index, 0: found }) => ({
      found,
      start: start + index,
      end: start + index + found.length,
    })),
  )
  const forms = [...new Set(names.map(({ found }) => found))].filter((form) => !lower.has(form.toLowerCase()))
  const drifting = forms.flatMap((form) => {
    const other = forms.find((one) => one !== form && isSameName(form, one))
    const rarer = other !== undefined && (counts.get(form) ?? 0) <= (counts.get(other) ?? 0)
    const place = rarer ? names.find(({ found }) => found === form) : undefined
    return place && other !== undefined
      ? [{ start: place.start, end: place.end, why: `The excerpt also has “${other}”.` }]
      : []
  })
  const phrases = passages.flatMap(({ start, prose }) =>
    [...prose.matchAll(calque)].map(({ index, 0: found }) => ({
      start: start + index,
      end: start + index + found.length,
    })),
  )
  const language = context.document.sources[of]?.language ?? ''
  // Abbreviations of French or Spanish names keep their letters in English; of names in other scripts they are made anew.
  const acronyms = otherScript.test(language)
    ? passages.flatMap(({ start, prose }) => [
        ...strangeAcronyms(start, prose),
        ...findScraps(prose, language).map(({ word, start: at }) => ({
          start: start + at,
          end: start + at + word.length,
        })),
        ...Array.from(prose.matchAll(misread), ({ index, 0: found }) => ({
          start: start + index,
          end: start + index + found.trimEnd().length,
        })),
      ])
    : []
  return [...drifting, ...phrases, ...acronyms]
}

/** Same consonants, other vowels or their order: transcription by ear. */
function isSameName(a: string, b: string): boolean {
  const [one, two] = [foldLetters(a), foldLetters(b)]
  if (one.charAt(0) !== two.charAt(0) || Math.abs(one.length - two.length) > 1) return false
  const consonants = (word: string) => word.replace(/[aeiouy]/gu, '')
  return (
    consonants(one) === consonants(two) &&
    consonants(one).length >= 3 &&
    editDistance(one, two, 2) <= 2 &&
    !isDerived(one, two)
  )
}

/** "Somali", "Somalia", "Somalis": endings, not spellings. */
function isDerived(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const ending = /(?:an|ans|en|ese|i|is|ia|e|o|a)$/u
  return long.startsWith(short) || (a.slice(0, -1) === b.slice(0, -1) && ending.test(a) && ending.test(b))
}

/** Half of the letters, or more, do not begin any word of the name. */
function strangeAcronyms(start: number, prose: string): Place[] {
  return [...prose.matchAll(acronym)].flatMap((match) => {
    const initials = (match.groups?.['words'] ?? '')
      .split(/[\s-]/u)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word.charAt(0))
    const letters = [...(match.groups?.['letters'] ?? '')]
    const fitting = letters.filter((letter) => initials.includes(letter)).length
    const place = { start: start + match.index, end: start + match.index + match[0].length }
    return initials.length >= 3 && fitting <= letters.length / 2 ? [place] : []
  })
}
