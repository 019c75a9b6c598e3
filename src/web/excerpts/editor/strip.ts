// An excerpt while it is being made: stretches of a text, and the marks between them. The same for the original (its text is
// the reading's) and for its translation (its text is the translation's sentences).
// In: a strip and what a person does. Out: the next strip; nothing is ever changed in place.
// Why marks keep what stood there (`was`): whatever was left out can be put back exactly as it was.
// Must hold: stretches stand in the order of the text, do not overlap, and never begin or end inside a letter.

export type Glued = 'left' | 'right' | 'both'

export type Mark =
  /** Something is left out here; shown as “…”. */
  | { readonly kind: 'elision'; readonly glued?: Glued; readonly was: Strip }
  /** An editor's words; shown as “[words]”. */
  | { readonly kind: 'insertion'; readonly text: string; readonly glued?: Glued; readonly was: Strip }

/** UTF-16 offsets into the text. */
export type Stretch = { readonly kind: 'range'; readonly start: number; readonly end: number }
export type StripPart = Stretch | Mark
export type Strip = readonly StripPart[]

/** A place in a strip: in a stretch an offset into the text, in a mark 0 = before it and 1 = after it. */
export type Place = { readonly part: number; readonly at: number }
export type Span = { readonly from: Place; readonly to: Place }

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Letters of more units than this are somebody's joke. */
const LONGEST_LETTER = 64

export const isBlank = (text: string): boolean => text.trim() === ''

/** The nearest place at or before this one where no letter is cut. */
export function wholeLetter(text: string, place: number): number {
  const from = Math.max(0, place - LONGEST_LETTER)
  const found = letters.segment(text.slice(from, place + LONGEST_LETTER)).containing(place - from)
  return found === undefined || place <= 0 ? Math.min(Math.max(place, 0), text.length) : from + found.index
}

/** The end of the letter that begins before this place. */
export function wholeLetterEnd(text: string, place: number): number {
  const at = wholeLetter(text, place)
  if (at === place) return place
  const found = letters.segment(text.slice(at, at + 2 * LONGEST_LETTER)).containing(0)
  return at + (found?.segment.length ?? 1)
}

/** A stretch without white space at its ends, its letters whole; null = there are no words in it. */
export function stretchOf(text: string, start: number, end: number): Stretch | null {
  const words = text.slice(start, end)
  if (isBlank(words)) return null
  const from = start + (words.length - words.trimStart().length)
  const to = end - (words.length - words.trimEnd().length)
  return { kind: 'range', start: wholeLetter(text, from), end: wholeLetterEnd(text, to) }
}

/**
 * A strip in order: no empty stretches; those with nothing or only white space between them are one; where words lie between
 * two, an elision keeps them; elisions side by side are one.
 */
export function settle(text: string, strip: Strip): Strip {
  const settled: StripPart[] = []
  for (const part of strip) {
    const last = settled.at(-1)
    if (part.kind === 'range' && part.end <= part.start) continue
    if (part.kind === 'range' && last?.kind === 'range') {
      const gap = text.slice(last.end, part.start)
      if (isBlank(gap)) settled[settled.length - 1] = { ...last, end: Math.max(last.end, part.end) }
      else settled.push(elisionOf(text, [{ kind: 'range', start: last.end, end: part.start }]), part)
    } else if (part.kind === 'elision' && last?.kind === 'elision') {
      settled[settled.length - 1] = withGlue(
        { kind: 'elision', was: [last, part] },
        glueOf(last, 'left'),
        glueOf(part, 'right'),
      )
    } else settled.push(part)
  }
  return settled
}

const glueOf = (mark: Mark, side: 'left' | 'right'): boolean => mark.glued === 'both' || mark.glued === side

export function withGlue<M extends Mark>(mark: M, left: boolean, right: boolean): M {
  const { glued: _, ...rest } = mark
  const glued = left && right ? 'both' : left ? 'left' : right ? 'right' : undefined
  return (glued === undefined ? rest : { ...rest, glued }) as M
}

type Reach = { readonly start: number; readonly end: number }

/** The offsets of the text that a strip reaches over, marks and what stood there included; null = none are known. */
export function reachOf(strip: Strip): Reach | null {
  return strip.reduce<Reach | null>((reach, part) => {
    const own = part.kind === 'range' ? part : reachOf(part.was)
    if (own === null) return reach
    const { start, end } = own
    return reach ? { start: Math.min(reach.start, start), end: Math.max(reach.end, end) } : { start, end }
  }, null)
}

/** Scripts that put no spaces between words, and their signs. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3000-\u303f\uff00-\uffef]/u

/** How a mark that begins (or ends) here stands to what is before (or after) it: as a word would in this text. */
export function gluedHere(text: string, start: number, end: number): { left: boolean; right: boolean } {
  const border = (place: number) => {
    const former = place > 0 ? text.slice(wholeLetter(text, place - 1), place) : ' '
    const latter = place < text.length ? text.slice(place, place + 2) : ' '
    const runsOn = !/\s$/u.test(former) && !/^\s/u.test(latter)
    const inWord = /[\p{L}\p{N}\p{M}]$/u.test(former) && /^[\p{L}\p{N}\p{M}]/u.test(latter)
    return { former, latter, runsOn, isOne: inWord || UNSPACED.test(former) || UNSPACED.test(latter[0] ?? '') }
  }
  const [first, last] = [border(start), border(end)]
  return {
    left: first.runsOn && (first.isOne || /[\p{Ps}\p{Pi}]$/u.test(first.former)),
    right: last.runsOn && (last.isOne || /^[\p{Pe}\p{Pf}\p{Po}]/u.test(last.latter)),
  }
}

export function gluedBy(text: string, was: Strip): { left: boolean; right: boolean } {
  const reach = reachOf(was)
  return reach ? gluedHere(text, reach.start, reach.end) : { left: false, right: false }
}

export function elisionOf(text: string, was: Strip): Mark {
  const { left, right } = gluedBy(text, was)
  return withGlue({ kind: 'elision', was }, left, right)
}

export type Cut = { readonly before: Strip; readonly inside: Strip; readonly after: Strip }

/** Takes a strip apart at both ends of a span; letters that it cuts go inside. */
export function cut(text: string, strip: Strip, { from, to }: Span): Cut {
  // Between two places that are one, nothing stands: a letter that it cuts stays before it.
  const upTo = from.part === to.part && from.at === to.at ? wholeLetter : wholeLetterEnd
  const before: StripPart[] = []
  const inside: StripPart[] = []
  const after: StripPart[] = []
  for (const [index, part] of strip.entries()) {
    if (part.kind !== 'range') {
      const isBefore = index < from.part || (index === from.part && from.at > 0)
      const isAfter = index > to.part || (index === to.part && to.at < 1)
      ;(isBefore ? before : isAfter ? after : inside).push(part)
      continue
    }
    const start =
      index < from.part ? part.end : index > from.part ? part.start : clamp(wholeLetter(text, from.at), part)
    const end = index < to.part ? part.end : index > to.part ? part.start : clamp(upTo(text, to.at), part)
    pushStretch(before, part.start, start)
    pushStretch(inside, start, Math.max(start, end))
    pushStretch(after, Math.max(start, end), part.end)
  }
  return { before, inside, after }
}

const clamp = (at: number, { start, end }: Stretch): number => Math.min(Math.max(at, start), end)

function pushStretch(parts: StripPart[], start: number, end: number): void {
  if (end > start) parts.push({ kind: 'range', start, end })
}
