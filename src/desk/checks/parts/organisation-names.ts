// Organisations under several translations of their name: the same content words in another order or form, or one
// abbreviation with two expansions.

import type { CheckContext, Place } from '../check.ts'
import { onceForRun } from './once-for-run.ts'
import { findInProse, passagesIn } from './passages.ts'
import { foldLetters } from './words.ts'

const link = '(?:\\s(?:of|for|of the|for the|and|in|to|on))?\\s'
const long = new RegExp(
  `(?<![\\p{L}-])\\p{Lu}[\\p{L}’'-]+(?:${link}\\p{Lu}[\\p{L}’'-]+){2,7}(?:\\s\\(\\p{Lu}[\\p{Lu}-]{1,11}\\))?`,
  'gu',
)
/** Alliances have a check of their own. */
const alliance = /\b(?:Alliance|Confederation|Coalition|League)\b/u
const roles = ['summary', 'body', 'excerpt', 'note'] as const

/** Places where an organisation has a name that differs from the one elsewhere in the run. */
export function organisationVariants(context: CheckContext): Place[] {
  const { byWords, byAcronym } = organisations(context.all)
  return findInProse(passagesIn(context, ...roles), long, ([found]) => {
    const name = bare(found)
    const acronym = acronymOf(found)
    const same = [...(byWords.get(keyOf(name)) ?? [])].filter(
      (other) => foldLetters(other) !== foldLetters(name) && firstWord(other) === firstWord(name),
    )
    const expanded =
      acronym === null ? [] : [...(byAcronym.get(acronym) ?? [])].filter((other) => areOtherNames(other, name))
    const [other] = [...same, ...expanded]
    return other === undefined ? null : { why: `Elsewhere in this run: ${other}.` }
  })
}

const firstWord = (name: string): string => name.split(' ')[0] ?? ''

type Organisations = {
  readonly byWords: ReadonlyMap<string, ReadonlySet<string>>
  readonly byAcronym: ReadonlyMap<string, ReadonlySet<string>>
}

const organisations = onceForRun((all): Organisations => {
  const byWords = new Map<string, Set<string>>()
  const byAcronym = new Map<string, Set<string>>()
  for (const document of all) {
    for (const { prose } of passagesIn(document, ...roles)) {
      for (const [found] of prose.matchAll(long)) {
        const name = bare(found)
        const acronym = acronymOf(found)
        if (keyOf(name).split(' ').length >= 3 && /\s(?:of|for)\s/u.test(name) && !alliance.test(name))
          put(byWords, keyOf(name), name)
        if (acronym !== null && !alliance.test(name)) put(byAcronym, acronym, name)
      }
    }
  }
  return { byWords, byAcronym }
})

function put(map: Map<string, Set<string>>, key: string, name: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(name))
}

const bare = (name: string): string =>
  name
    .replace(/\s\([^)]*\)$/u, '')
    .replace(/^(?:The|A|An)\s/u, '')
    .replace(/[’']s$/u, '')

/** "CSP-DPA" is "CSP" with more of the name. */
function acronymOf(found: string): string | null {
  return /\((\p{Lu}{2,8})(?:-\p{Lu}+)?\)$/u.exec(found)?.[1] ?? null
}

/** The first five letters of each content word, in no order. */
function keyOf(name: string): string {
  const words = name.split(/[\s-]/u).filter((word) => /^\p{Lu}/u.test(word) && word.length > 2)
  return [...new Set(words.map((word) => foldLetters(word).slice(0, 5)))].sort().join(' ')
}

/** One begins like the other and goes on differently; a name in another language shares no beginning. */
function areOtherNames(a: string, b: string): boolean {
  const [one, two] = [keyOf(a).split(' '), keyOf(b).split(' ')]
  const common = one.filter((word) => two.includes(word)).length
  return foldLetters(a) !== foldLetters(b) && common >= 2 && common < Math.max(one.length, two.length)
}
