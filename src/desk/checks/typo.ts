import { editDistance } from '../../lib/edit-distance.ts'
import type { Check, CheckContext, Place } from './check.ts'
import { englishTitles, findInProse, passagesIn } from './parts/passages.ts'
import { skeleton } from './parts/name-clusters.ts'
import { placeNames } from './parts/places-of-the-world.ts'
import { runWords } from './parts/run-words.ts'
import { widen } from './parts/spans.ts'
import { isOtherVowel, isSlip, usualSpelling } from './parts/usual-names.ts'
import { foldLetters } from './parts/words.ts'

const twice =
  /(?<![\p{L}-])(?<one>the|a|an|of|in|to|and|or|is|was|are|were|be|must|will|with|for|on|by|from|at|this|it|he|they|would|could|its|has|have)\s[“‘"]?\k<one>(?![\p{L}-])/giu
/** A noun where the verb stands, a plural before a plural, a count without its plural: rules, not a list of finds. */
const slips: readonly RegExp[] = [
  /\b(?:gives?|gave|some|good|his|her|their|the)\sadvise\b/giu,
  /\b\p{Ll}{3,}ists\s(?!as\b|is\b|was\b|has\b|always\b|across\b|towards\b|versus\b|perhaps\b|sometimes\b|besides\b|unless\b|themselves\b|overseas\b)\p{Ll}{4,}s\b/gu,
  /\bone\s(?:many|numerous|several)\b|\b(?:could|would|should|might|must)\sof\s(?!course)/giu,
  /\b(?:Organi[sz]ations|Associations|Committees|Councils|Ministries|Agencies|Commissions|Unions)\s\(\p{Lu}{2,8}\)/gu,
  /\b(?:looking|trying|planning|hoping|intending|wishing|aiming|seeking)\s(?:buy|sell|make|get|take|give|build|join|leave|find|keep|go|use|win|gain|sign|send)\b/gu,
]
const counted =
  /\b(?:numerous|several|various|multiple|countless)\s(?<noun>\p{Ll}{4,})\s(?:in|on|at|with|for|to|that|who|from)\b/gu
const name = /(?<![\p{L}\p{N}@._’'-])\p{Lu}\p{Ll}{4,}(?![\p{L}@_])/gu

/** What a list of words can decide: doubled words, a few known slips, and names one letter away from a known one. */
export const typo: Check = {
  id: 'typo',
  group: 'names',
  severity: 'information',
  looksAt: 'What the desk writes and translates',
  why: 'This looks like a slip of the pen.',
  mend: 'Correct it; inside a quotation, look at the original first.',
  example: {
    bad: {
      excerpt:
        'The town council said on Monday that both ferries to Morrocco are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      excerpt:
        'The town council said on Monday that both ferries to Morocco are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find: (context) => {
    const roles = ['title', 'caption', 'pull-quote', 'summary', 'body', 'excerpt', 'note', 'image'] as const
    const prose = [...passagesIn(context, ...roles), ...englishTitles(context)]
    return [
      ...findInProse(prose, twice, () => ({ why: 'The word is printed twice.' })),
      ...slips.flatMap((slip) =>
        findInProse(prose, slip, (match, { start }) => {
          const at = start + match.index
          return widen(context.text, { start: at, end: at + match[0].length }, 1)
        }),
      ),
      ...findInProse(prose, counted, ({ groups }) => (isSingular(context, groups?.['noun'] ?? '') ? {} : null)),
      ...findInProse(prose, name, ([found]) => nearName(context, found)),
      ...mistakenNames(context),
    ]
  },
}

const placesByInitial = Map.groupBy(placeNames, (place) => place.charAt(0))

const properName = /(?<![\p{L}’'-])\p{Lu}[\p{Ll}\p{M}]{3,}(?:-\p{Lu}[\p{Ll}\p{M}]+)*(?![\p{L}-])/gu

/** A name is the same in the original title and in its translation, where both are in the Latin script. */
function mistakenNames(context: CheckContext): Place[] {
  return englishTitles(context).flatMap((title) => {
    const original = context.document.sources[title.of]?.titleOriginal ?? ''
    const known = [...original.matchAll(properName)].map(([found]) => found)
    return [...title.raw.matchAll(properName)].flatMap(({ index, 0: found }) => {
      const meant = known.find((one) => isMistaken(foldLetters(found), foldLetters(one)))
      const place = { start: title.start + index, end: title.start + index + found.length }
      return meant === undefined ? [] : [{ ...place, why: `The original title has “${meant}”.` }]
    })
  })
}

/** Long names only, and no endings: "Tunisiens" is a translation of "Tunisians", not a slip. */
function isMistaken(word: string, known: string): boolean {
  if (word === known || word.length < 8 || known.length < 8 || placeNames.has(word)) return false
  const distance = editDistance(word, known, 2)
  if (distance <= 2 && word.length >= 12) return true
  return distance <= 2 && word.slice(-2) === known.slice(-2) && !/(?:[aeo]ns?|[aeiou]s?)$/u.test(word)
}

/** The run prints its plural. */
function isSingular({ all }: CheckContext, noun: string): boolean {
  return !noun.endsWith('s') && runWords(all).lower.has(`${noun}s`)
}

/** A word printed once or twice, one letter away from a country, a city, or a name that the run prints often. */
function nearName({ all }: CheckContext, found: string): Partial<Place> | null {
  const { counts, lower } = runWords(all)
  const folded = foldLetters(found)
  if ((counts.get(found) ?? 0) > 2 || folded.length < 6 || placeNames.has(folded)) return null
  if (lower.has(found.toLowerCase()) || counts.has(`${found}s`)) return null
  for (const place of placesByInitial.get(folded.charAt(0)) ?? []) {
    // "Argentine" is no slip of "Argentina": a last vowel makes an adjective, a last consonant makes a mistake.
    const isLastLetter =
      /[^aeiou]$/u.test(folded) && folded.length === place.length && folded.slice(0, -1) === place.slice(0, -1)
    if (isSlip(folded, place) || isLastLetter)
      return { why: `One letter away from “${place.charAt(0).toUpperCase()}${place.slice(1)}”.` }
  }
  const usual = usualSpelling(all, found)
  if (usual === null || isOtherVowel(found, usual) || skeleton(found) === skeleton(usual)) return null
  return { why: `One letter away from “${usual}”, which the run prints often.`, fix: usual }
}
