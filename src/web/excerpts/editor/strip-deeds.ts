// What a person does to a strip: leave out, put in, put back, keep only this, add a passage.
// In: the text, the strip, and where. Out: the next strip; the very same one when there is nothing to do.

import {
  cut,
  elisionOf,
  gluedBy,
  gluedHere,
  isBlank,
  reachOf,
  settle,
  stretchOf,
  wholeLetter,
  wholeLetterEnd,
  withGlue,
  type Cut,
  type Glued,
  type Mark,
  type Place,
  type Span,
  type Stretch,
  type Strip,
  type StripPart,
} from './strip.ts'
import { splitTyped } from './typed-marks.ts'

const isWorded = (text: string, strip: Strip): boolean =>
  strip.some((part) => part.kind === 'range' && !isBlank(text.slice(part.start, part.end)))

/** Whether it stands for any words of the text, shown or left out. */
function hasWords(text: string, strip: Strip): boolean {
  const reach = reachOf(strip)
  return reach !== null && !isBlank(text.slice(reach.start, reach.end))
}

const isElision = (part: StripPart): boolean => part.kind === 'elision'

/** Moves white space that would stand alone between marks into what is cut out, and the marks that are to join it. */
function widen(text: string, { before, inside, after }: Cut, joins: (part: StripPart) => boolean): Cut {
  const left = [...before]
  const right = [...after]
  const between = [...inside]
  const comes = (part: StripPart | undefined): boolean =>
    part !== undefined && (joins(part) || (part.kind === 'range' && isBlank(text.slice(part.start, part.end))))
  while (comes(left.at(-1))) between.unshift(...left.splice(-1))
  while (comes(right[0])) between.push(...right.splice(0, 1))
  return { before: left, inside: settleRanges(between), after: right }
}

/** Stretches that touch are one again. */
function settleRanges(strip: Strip): Strip {
  const settled: StripPart[] = []
  for (const part of strip) {
    const last = settled.at(-1)
    if (part.kind === 'range' && last?.kind === 'range' && last.end === part.start)
      settled[settled.length - 1] = { ...last, end: part.end }
    else settled.push(part)
  }
  return settled
}

/** Leaves out what stands in the span. The strip itself when nothing is selected, or when no word would be left. */
export function elide(text: string, strip: Strip, span: Span): Strip {
  const { before, inside, after } = widen(text, cut(text, strip, span), isElision)
  if (inside.every(({ kind }) => kind === 'elision') || !hasWords(text, inside)) return strip
  if (!isWorded(text, before) && !isWorded(text, after)) return strip
  return [...before, elisionOf(text, inside), ...after]
}

/** Keeps only what stands in the span. The strip itself when no word would be left. */
export function narrow(text: string, strip: Strip, span: Span): Strip {
  const { inside } = cut(text, strip, span)
  return isWorded(text, inside) ? settle(text, trimEnds(text, inside)) : strip
}

function trimEnds(text: string, strip: Strip): Strip {
  return strip.flatMap((part) => (part.kind === 'range' ? (stretchOf(text, part.start, part.end) ?? []) : part))
}

/**
 * Puts an editor's words in the place of what stands in the span; an empty span: between what stands there.
 * Inside a word, and before a stop or after an opening mark, they stand without a space.
 */
export function insert(text: string, strip: Strip, span: Span, words: string): Strip {
  const clean = words.replaceAll('\0', '').trim()
  return clean === '' ? strip : put(text, strip, span, [{ kind: 'insertion', text: clean, was: [] }])
}

/** The same for what a person typed or pasted: “…” and “[…]” in it are marks, and the words between them insertions. */
export function insertTyped(text: string, strip: Strip, span: Span, typed: string): Strip {
  const marks = splitTyped(typed.replaceAll('\0', '')).flatMap((piece): Mark[] => {
    if (piece.kind === 'elision') return [{ kind: 'elision', was: [] }]
    const words = piece.text.trim()
    return words === '' ? [] : [{ kind: 'insertion', text: words, was: [] }]
  })
  return marks.length === 0 ? strip : put(text, strip, span, marks)
}

/** The first mark keeps what stood there. */
function put(text: string, strip: Strip, span: Span, marks: readonly Mark[]): Strip {
  const { before, inside, after } = widen(text, cut(text, strip, span), () => false)
  if (inside.length > 0 && !isWorded(text, before) && !isWorded(text, after)) return strip
  const { left, right } = inside.length > 0 ? gluedBy(text, inside) : gluedAt(text, before, after)
  const last = marks.length - 1
  const placed = marks.map((mark, at) =>
    withGlue(at === 0 ? { ...mark, was: inside } : mark, left && at === 0, right && at === last),
  )
  return [...before, ...placed, ...after]
}

/** Between two stretches that touch, the text says; elsewhere it stands as a word of its own. */
function gluedAt(text: string, before: Strip, after: Strip): { left: boolean; right: boolean } {
  const [last, next] = [before.at(-1), after[0]]
  const touches = last?.kind === 'range' && next?.kind === 'range' && last.end === next.start
  return touches ? gluedHere(text, last.end, next.start) : { left: false, right: false }
}

/** The first letter of a stretch in its other case, as in “[H]e”. The strip itself when it has none. */
export function changeCase(text: string, strip: Strip, { part, at }: Place): Strip {
  const stretch = strip[part]
  if (stretch?.kind !== 'range') return strip
  const start = wholeLetter(text, at)
  const letter = text.slice(start, wholeLetterEnd(text, start + 1))
  const upper = letter.toLocaleUpperCase()
  const other = upper === letter ? letter.toLocaleLowerCase() : upper
  if (other === letter || !/\p{L}/u.test(letter)) return strip
  return insert(text, strip, { from: { part, at: start }, to: { part, at: start + letter.length } }, other)
}

/** Takes a mark away: what stood there stands there again. */
export function restore(text: string, strip: Strip, index: number): Strip {
  const mark = strip[index]
  if (mark === undefined || mark.kind === 'range') return strip
  return settle(text, settleRanges([...strip.slice(0, index), ...mark.was, ...strip.slice(index + 1)]))
}

/** Changes the words of an insertion, and where it stands without a space. */
export function rewordInsertion(strip: Strip, index: number, words: string, glued?: Glued): Strip {
  const mark = strip[index]
  const clean = words.replaceAll('\0', '').trim()
  if (mark?.kind !== 'insertion' || clean === '') return strip
  const next = withGlue(
    { ...mark, text: clean },
    glued === 'left' || glued === 'both',
    glued === 'right' || glued === 'both',
  )
  return strip.with(index, next)
}

/** One more stretch of the text; what lies between it and the others is left out, and can be put back. */
export function addPassage(text: string, strip: Strip, start: number, end: number): Strip {
  const added = stretchOf(text, start, end)
  if (!added) return strip
  const whole = reachOf(strip) ?? added
  const first = stretchOf(text, added.start, Math.min(added.end, whole.start))
  const last = stretchOf(text, Math.max(added.start, whole.end), added.end)
  return settle(text, [...(first ? [first] : []), ...bringBack(text, strip, added), ...(last ? [last] : [])])
}

/** Elisions give back what a passage asks of them, and keep the rest. */
function bringBack(text: string, strip: Strip, wanted: Stretch): Strip {
  return strip.flatMap((part): Strip => {
    const reach = part.kind === 'elision' ? reachOf(part.was) : null
    if (!reach || reach.end <= wanted.start || reach.start >= wanted.end) return [part]
    const start = Math.max(reach.start, wanted.start)
    const end = Math.min(reach.end, wanted.end)
    const rest = (from: number, to: number): Strip =>
      isBlank(text.slice(from, to)) ? [] : [elisionOf(text, [{ kind: 'range', start: from, end: to }])]
    return [...rest(reach.start, start), { kind: 'range', start, end }, ...rest(end, reach.end)]
  })
}
