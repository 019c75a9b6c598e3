// In: a title as declared and the outlet's own names. Out: the title without the outlet's name before or after it.

import { fold } from '../text/fold.ts'
import { compact } from './own-names.ts'

export const dividers = /\s+[|\-–—•·»«:⋆/~‹›]+\s+|\s*[|｜]\s*|\s+[—–]\s*|_(?=[\p{Script=Han}])/u

export type SiteCut = {
  readonly own: ReadonlySet<string>
  /** What other places say; a shorter one that is part of this title ends the search. */
  readonly claims: readonly string[]
  /** Whether a short last part may be taken for a name nobody else knows. */
  readonly mayGuess: boolean
}

/** Cuts the name of the site off a title: the part named so, or the part that no other place knows. */
export function cutSiteName(title: string, { own, claims, mayGuess }: SiteCut): string {
  const bare = cutAfterMark(title, own)
  const parts = bare
    .split(dividers)
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length < 2) return bare
  const shorter = mayGuess
    ? claims.find((claim) => claim.length < bare.length && claim.length > 9 && fold(bare).includes(fold(claim)))
    : undefined
  if (shorter) return shorter
  const last = parts.at(-1) ?? ''
  const first = parts[0] ?? ''
  if (isOwnName(last, own)) return cutAtLast(bare, last, parts)
  if (isOwnName(first, own))
    return bare.slice(bare.indexOf(first) + first.length).replace(/^[\s|\-–—•·»«:⋆/~‹›｜_]+/u, '')
  return mayGuess && last.length * 2 < bare.length && last.split(' ').length <= 4 ? cutAtLast(bare, last, parts) : bare
}

/** Whether a part is a name of the outlet, or one lies in the other. */
export function isOwnName(part: string, own: ReadonlySet<string>): boolean {
  const name = compact(part)
  if (name === '') return false
  if (own.has(name)) return true
  return (
    name.length > 3 &&
    [...own].some(
      (one) => one.includes(name) || (one.length > 3 && one.length * 2 >= name.length && name.includes(one)),
    )
  )
}

/** A name set off by a mark without spaces around it, as in «…：中央日報» or «…-The Gull». */
function cutAfterMark(title: string, own: ReadonlySet<string>): string {
  const match = /^(.{8,}?)\s*[:：｜|_–—-]\s*([^:：｜|_–—-]{2,40})$/u.exec(title)
  return match?.[1] && match[2] && own.has(compact(match[2])) ? match[1] : title
}

function cutAtLast(title: string, last: string, parts: readonly string[]): string {
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—•·»«:⋆/~‹›｜_]+$/u, '')
  return cut.length > 3 ? cut : (parts[0] ?? title)
}
