// In: a sentence, and one of the memory that differs from it in figures alone. Out: its translation with the new figures, or
// null where that is not certain. Translators’ tools do the same with what they call placeables; what comes out nobody has read.

import { toAsciiDigits } from '../figures/ascii-digits.ts'
import { normaliseSegment } from './memory-key.ts'

const FIGURE = /\d+(?:[.,:/٫٬]\d+)*/g

/** Each figure of the known sentence must stand in its translation in the same form, and as often; else nothing is replaced. */
export function replaceFigures(
  source: string,
  known: { readonly source: string; readonly target: string },
): string | null {
  const [wanted, had] = [normaliseSegment(source), normaliseSegment(known.source)]
  if (wanted.replace(FIGURE, '#') !== had.replace(FIGURE, '#')) return null
  const [after, before] = [wanted.match(FIGURE) ?? [], had.match(FIGURE) ?? []]
  const changes = new Map<string, string>()
  for (const [at, old] of before.entries()) {
    const fresh = after[at] ?? ''
    if ((changes.get(old) ?? fresh) !== fresh) return null
    changes.set(old, fresh)
  }
  const target = toAsciiDigits(known.target)
  const said = target.match(FIGURE) ?? []
  for (const [old, fresh] of changes) {
    if (old === fresh) continue
    // One of a thing is told in other words than two of it.
    if (old === '1' || fresh === '1' || formOf(old) !== formOf(fresh)) return null
    const times = (list: readonly string[]): number => list.filter((figure) => figure === old).length
    if (times(said) !== times(before)) return null
  }
  return target.replace(FIGURE, (figure) => changes.get(figure) ?? figure)
}

/** Its marks, without its digits: 3.5 may become 4.25, and not 1,250. */
const formOf = (figure: string): string => figure.replace(/\d+/g, '')
