// In: a translation, and where a person sees the bounds of its sentences otherwise: two that are translated as one, one that is
// translated in parts. Out: the same words under other bounds. Pure.

import { isDeepStrictEqual } from 'node:util'
import type { Block } from '../domain/reading.ts'
import type { LayoutChange } from '../domain/translation-history.ts'
import { weakestState, type Segment } from '../domain/translation.ts'
import type { StoredTranslation } from '../store/translations.ts'
import type { Planned } from './plan-change.ts'

type Text = { readonly text: string; readonly blocks: readonly Pick<Block, 'start' | 'end'>[] }

const refused = (reason: string): Planned => ({ kind: 'refused', reason })

/** One sentence and the next, of the same paragraph, become one. */
export function planJoin(reading: Text, standing: StoredTranslation, at: number): Planned {
  const [one, other] = standing.segments.slice(at, at + 2)
  if (!one || !other) return refused('There is no sentence after this one.')
  if (!isInOneBlock(reading, one, other)) return refused('The next sentence stands in another paragraph.')
  const source = reading.text.slice(one.start, other.end)
  const joined = {
    ...joinWords(one, other, standing.to),
    start: one.start,
    end: other.end,
    source,
    isCut: true as const,
  }
  return cut(standing, { at, before: [one, other], after: [joined] }, 'joined')
}

function isInOneBlock({ text, blocks }: Text, one: Segment, other: Segment): boolean {
  if (blocks.length === 0) return !text.slice(one.end, other.start).includes('\n')
  return blocks.some(({ start, end }) => start <= one.start && other.end <= end)
}

/** Of a pair of which only one has words it has these, and is no better than they are. */
function joinWords(one: Segment, other: Segment, to: string): Segment {
  if (one.target === null || other.target === null) return one.target === null ? other : one
  const space = /^(?:zh|ja|th|lo|km|my)\b/.test(to) ? '' : ' '
  const weaker = weakestState([one.state, other.state]) === one.state ? one : other
  const { state, reviewedBy, reviewedAt } = weaker
  const origin = isDeepStrictEqual(one.origin, other.origin) ? one.origin : weaker.origin
  const target = `${one.target}${space}${other.target}`
  return { ...one, target, state, origin, reviewedBy, reviewedAt, flags: [...one.flags, ...other.flags] }
}

/**
 * One sentence becomes two.
 *
 * @param place where the second begins: `source` in the original, `target` in the translation; null = it has no words yet
 */
export function planSplit(
  standing: StoredTranslation,
  at: number,
  place: { readonly source: number; readonly target: number | null },
): Planned {
  const whole = standing.segments[at]
  if (!whole) return refused('There is no such sentence.')
  const [first, second] = [whole.source.slice(0, place.source).trimEnd(), whole.source.slice(place.source).trimStart()]
  if (first.trim() === '' || second === '') return refused('Both parts must have words of the original.')
  const words = splitWords(whole.target, place.target)
  const middle = whole.end - second.length
  const after = [
    withWords({ ...whole, end: whole.start + first.length, source: first, isCut: true }, words[0]),
    withWords({ ...whole, start: middle, source: second, isCut: true }, words[1]),
  ]
  return cut(standing, { at, before: [whole], after }, 'split')
}

function splitWords(target: string | null, at: number | null): [string | null, string | null] {
  if (target === null || at === null) return [target, null]
  return [target.slice(0, at).trim() || null, target.slice(at).trim() || null]
}

const withWords = (segment: Segment, target: string | null): Segment =>
  target === null
    ? { ...segment, target, state: 'none', origin: null, reviewedBy: null, reviewedAt: null, flags: [] }
    : { ...segment, target }

/** Puts sentences in the place of others; what was compared as one is to be compared anew. */
function cut(standing: StoredTranslation, layout: LayoutChange, deed: 'joined' | 'split'): Planned {
  const { at, before, after } = layout
  const segments = [...standing.segments]
  segments.splice(at, before.length, ...after)
  return { kind: 'planned', draft: { ...standing, segments }, deed, layout }
}

/** The bounds as they were, where nobody has changed the sentences since. */
export function planLayoutBack(standing: StoredTranslation, { at, before, after }: LayoutChange): Planned {
  const now = standing.segments.slice(at, at + after.length)
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(now)), JSON.parse(JSON.stringify(after))))
    return { kind: 'refused', reason: 'These sentences were changed again since.' }
  const segments = [...standing.segments]
  segments.splice(at, after.length, ...before)
  return {
    kind: 'planned',
    draft: { ...standing, segments },
    deed: 'restored',
    layout: { at, before: after, after: before },
  }
}
