import type { Check } from './check.ts'
import { findInProse, passagesIn, passagesOf } from './parts/passages.ts'
import { onceForRun } from './parts/once-for-run.ts'
import { foldLetters } from './parts/words.ts'

const kinds = 'Alliance|Confederation|Coalition|League|Pact|Bloc|Federation|Front'
const organisation = new RegExp(
  `(?:\\p{Lu}[\\p{L}’-]+\\s){0,3}(?:${kinds})(?:\\s(?:of|for|in)\\s(?:the\\s)?\\p{Lu}[\\p{L}’-]+(?:\\s\\p{Lu}[\\p{L}’-]+){0,3})?(?:\\s\\(\\p{Lu}{2,8}\\))?`,
  'gu',
)

/** One alliance under two names looks like two alliances. */
export const allianceNaming: Check = {
  id: 'alliance-naming',
  group: 'facts',
  severity: 'warning',
  looksAt: 'Names of alliances, over all documents of the run',
  why: 'The same alliance seems to go by another name elsewhere.',
  mend: 'Settle on one name, and keep the others as names of the same organisation.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm joined the Alliance of Northern Harbors, which opened a ferry line to the islands.[i] The Northern Harbor Alliance expects the line to shorten the way to the hospital for people who live on the islands.',
    },
    good: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm joined the Alliance of Northern Harbors, which opened a ferry line to the islands.[i] The Alliance of Northern Harbors expects the line to shorten the way to the hospital for people who live on the islands.',
    },
  },
  find: (context) => {
    const names = variantsOf(context.all)
    const seen = new Set<string>()
    return findInProse(passagesIn(context, 'summary', 'body', 'excerpt'), organisation, ([found]) => {
      const name = withoutAcronym(found)
      const others = [...(names.get(keyOf(name)) ?? [])].filter((other) => other !== foldLetters(name))
      if (others.length === 0 || seen.has(foldLetters(name))) return null
      seen.add(foldLetters(name))
      return {}
    })
  },
}

const variantsOf = onceForRun((all): ReadonlyMap<string, ReadonlySet<string>> => {
  const names = new Map<string, Set<string>>()
  for (const document of all) {
    for (const { prose } of passagesOf(document)) {
      for (const [found] of prose.matchAll(organisation)) {
        const name = withoutAcronym(found)
        const key = keyOf(name)
        if (key.split(' ').length < 2) continue
        names.set(key, (names.get(key) ?? new Set()).add(foldLetters(name)))
      }
    }
  }
  return names
})

const withoutAcronym = (name: string): string =>
  name.replace(/\s\(\p{Lu}+\)$/u, '').replace(/^(?:The|A|An|This)\s/u, '')

/** The first letters of the words that carry meaning, in no order: "Sahelian Alliance", "Alliance of Sahel States". */
function keyOf(name: string): string {
  const words = name.split(/\s/u).filter((word) => !/^(?:The|A|An|This|New|States?|of|the|for|in|Larger)$/u.test(word))
  return [...new Set(words.map((word) => foldLetters(word).slice(0, 5)))].sort().join(' ')
}
