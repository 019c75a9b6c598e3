// In: authors with how often they are printed. Out: rare prints that are probably slips for other ones. People decide.

import { isOnePerson } from '../references/compare-names.ts'
import { titleKey } from '../references/fold-title.ts'

export type CountedName = { readonly name: string; readonly count: number }

export type AuthorProposal = CountedName & {
  readonly meant: string
  readonly meantCount: number
  readonly why: string
}

/** A slip is rarer than what was meant by this much; two names that are both met often are two people. */
const RARER = 2
/** Of prints met no more often than this nobody can tell by number which is the slip. */
const RARE = 2

/** Pure. Compares all with all: for the authors of an index, which are few. */
export function proposeAuthorNames(authors: readonly CountedName[]): AuthorProposal[] {
  const known = [...authors].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return known.flatMap((print): AuthorProposal[] => {
    for (const meant of known) {
      const why = meant === print ? null : reasonFor(print, meant)
      if (why !== null) return [{ ...print, meant: meant.name, meantCount: meant.count, why }]
    }
    return []
  })
}

/** Null = nothing says that `print` is a slip for `meant`. */
function reasonFor(print: CountedName, meant: CountedName): string | null {
  const both = `“${print.name}”`
  if (titleKey(print.name) === titleKey(meant.name)) {
    const isRarer =
      meant.count > print.count || (meant.count === print.count && oddCapitals(print.name) > oddCapitals(meant.name))
    return isRarer ? `${both} differs from “${meant.name}” by capitals, accents or marks alone.` : null
  }
  if (!print.name.includes(' ') || isInitial(print.name) || !isOnePerson(meant.name, print.name)) return null
  if (meant.count >= RARER * print.count) {
    return `${both} is one letter away from “${meant.name}”, and stands ${print.count} against ${meant.count} times.`
  }
  const isShorter = print.name.length < meant.name.length
  if (!isShorter || meant.count !== print.count || print.count > RARE) return null
  return `${both} is one letter away from “${meant.name}”. Both are as rare; a letter is more often lost than added.`
}

/** `MIchael` has one. */
function oddCapitals(name: string): number {
  return (name.match(/\p{L}\p{Lu}/gu) ?? []).length
}

const isInitial = (name: string): boolean => /^\p{L}\.?\s/u.test(name)
