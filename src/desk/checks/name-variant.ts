import type { Check, CheckContext, Place } from './check.ts'
import { isSlipOf, nameForms, pairForms, restsOf, skeleton } from './parts/name-clusters.ts'
import { organisationVariants } from './parts/organisation-names.ts'
import { englishTitles, findInProse, passagesIn } from './parts/passages.ts'
import { runWords } from './parts/run-words.ts'
import { isOtherVowel, usualSpelling } from './parts/usual-names.ts'

const roles = ['title', 'caption', 'pull-quote', 'summary', 'body', 'excerpt', 'note'] as const
const name = /(?<![\p{L}\p{N}@-])\p{Lu}[\p{L}\p{M}]{4,}(?:[-’'‘][\p{L}\p{M}]+)*/gu
const pair = /(?<![\p{L}-])(\p{Lu}[\p{L}\p{M}’'-]{2,})\s(\p{Lu}[\p{L}\p{M}’'-]{2,})(?:\s(\p{Lu}[\p{L}\p{M}’'-]{2,}))?/gu

/** One person, one spelling; the first place of each spelling in a document is shown. */
export const nameVariant: Check = {
  id: 'name-variant',
  group: 'names',
  severity: 'warning',
  looksAt: 'Names of persons, places and groups, over all documents of the run',
  why: 'The name is spelt otherwise elsewhere.',
  mend: 'Use one spelling, and keep the others as names of the same person, place or group.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, Mayor Karl Tebboune opened a ferry line to the islands.[i] Speaking to farmers, Tebboune said that he expects the line to shorten the way to the hospital for people who live on the islands. Mayor Tebbune left by boat.',
    },
    good: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, Mayor Karl Tebboune opened a ferry line to the islands.[i] Speaking to farmers, Tebboune said that he expects the line to shorten the way to the hospital for people who live on the islands. Mayor Tebboune left by boat.',
    },
  },
  find: (context) =>
    firstOfEach([...singleNames(context), ...pairs(context), ...organisationVariants(context)], context),
}

function singleNames(context: CheckContext): Place[] {
  const clusters = nameForms(context.all)
  const { lower } = runWords(context.all)
  return findInProse([...passagesIn(context, ...roles), ...englishTitles(context)], name, ([found]) => {
    const form = found.replace(/[’']s$/u, '')
    if (lower.has(form.toLowerCase())) return null
    const usual = usualSpelling(context.all, form)
    if (usual !== null && isOtherVowel(form, usual)) return { why: `Elsewhere in this run: ${usual}.` }
    const forms = clusters.get(skeleton(form))
    const others =
      forms &&
      [...forms].filter(([other]) => other.toLowerCase() !== form.toLowerCase() && !lower.has(other.toLowerCase()))
    const [most] = (others ?? []).sort((a, b) => b[1] - a[1])
    if (most === undefined || (forms?.get(form) ?? 0) > most[1]) return null
    return { why: `Elsewhere in this run: ${most[0]}.` }
  })
}

function pairs(context: CheckContext): Place[] {
  const { counts, byRest } = pairForms(context.all)
  return findInProse(passagesIn(context, ...roles), pair, (match) => {
    const words = match.slice(1, 4).flatMap((part) => (part === undefined ? [] : [part.replace(/[’']s$/u, '')]))
    const form = words.join(' ')
    const own = counts.get(form) ?? 0
    for (const other of restsOf(words).flatMap((rest) => byRest.get(rest)?.slice(0, 50) ?? [])) {
      const times = counts.get(other) ?? 0
      if (times < own || other === form) continue
      const parts = other.split(' ')
      if (parts.length !== words.length || (words.length === 2 && times < Math.max(2, own + 1))) continue
      const differing = words.flatMap((word, index) =>
        word === parts[index] ? [] : [[word, parts[index] ?? ''] as const],
      )
      const [only] = differing
      if (differing.length !== 1 || !only) continue
      const ending = words[0] !== parts[0] && isEnding(only, parts.length, times)
      if ((isSlipOf(...only) && !isRightOne(context, ...only)) || ending)
        return { why: `Elsewhere in this run: ${other}.` }
    }
    return null
  })
}

/** Of two single words the one that the run prints more often is right. */
function isRightOne({ all }: CheckContext, word: string, other: string): boolean {
  const { counts } = runWords(all)
  return (counts.get(word) ?? 0) > (counts.get(other) ?? 0) + 1
}

/** "African Corps" beside a well established "Africa Corps". */
function isEnding([a, b]: readonly [string, string], words: number, times: number): boolean {
  return words === 2 && times >= 4 && Math.abs(a.length - b.length) === 1 && (a === `${b}n` || b === `${a}n`)
}

function firstOfEach(places: readonly Place[], { text }: CheckContext): Place[] {
  const seen = new Set<string>()
  return [...places]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const form = text.slice(start, end).replace(/[’']s$/u, '')
      if (seen.has(form)) return false
      seen.add(form)
      return true
    })
}
