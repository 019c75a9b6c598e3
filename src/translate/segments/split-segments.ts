// In: the text of a reading and its blocks. Out: its sentences, as offsets into that text.
// Why by offsets: an excerpt, a translation and the evidence all point at the same letters of the same reading.

import type { Block } from '../../domain/reading.ts'
import { joinsNext } from './joins-next.ts'

/** UTF-16 offsets: `text.slice(start, end)` is the sentence, without space around it. */
export type SegmentSpan = { readonly start: number; readonly end: number; readonly kind: Block['kind'] }

/** What no engine takes at once and nobody corrects in one piece: cut at the best place before it. */
const LONGEST = 1_200
const segmenters = new Map<string, Intl.Segmenter>()

/**
 * Sentences in order, none reaching over the end of a block; every letter and digit of the blocks is in one.
 *
 * @param blocks where there are none, the lines of the text
 * @param language BCP 47; null = not known
 */
export function splitSegments(text: string, blocks: readonly Block[], language: string | null): SegmentSpan[] {
  const parts = blocks.length > 0 ? blocks : linesOf(text)
  return parts.flatMap((block) => splitBlock(text, block, block.language ?? language))
}

type Part = Pick<Block, 'kind' | 'start' | 'end' | 'language'>

function linesOf(text: string): Part[] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'paragraph',
    start: line.index,
    end: line.index + line[0].length,
  }))
}

function splitBlock(text: string, { kind, start, end }: Part, language: string | null): SegmentSpan[] {
  const pieces = joinPieces(sentencesOf(text.slice(start, end), language), language)
  const spans: SegmentSpan[] = []
  let at = start
  for (const piece of pieces) {
    for (const short of cutLong(piece)) {
      const span = trim(text, at, at + short.length)
      if (span) spans.push({ ...span, kind })
      at += short.length
    }
  }
  return spans
}

/** UAX 29, and a line each where lines are meant. */
function sentencesOf(text: string, language: string | null): string[] {
  return Array.from(segmenterOf(language).segment(text), ({ segment }) => segment)
}

function segmenterOf(language: string | null): Intl.Segmenter {
  const primary = language?.split('-')[0] ?? 'und'
  const known = segmenters.get(primary)
  if (known) return known
  const made = new Intl.Segmenter(isTag(primary) ? primary : 'und', { granularity: 'sentence' })
  segmenters.set(primary, made)
  return made
}

const isTag = (text: string): boolean => /^[a-z]{2,8}$/i.test(text)

function joinPieces(pieces: readonly string[], language: string | null): string[] {
  const joined: string[] = []
  for (const piece of moveOpeners(pieces).flatMap(splitGlued)) {
    const last = joined.at(-1)
    if (last !== undefined && joinsNext(last.slice(-80), piece.slice(0, 60), language))
      joined[joined.length - 1] = last + piece
    else joined.push(piece)
  }
  return joined
}

/**
 * Where UAX 29 sees no end and there is one: Urdu and Persian pages mix their stop with the Latin one; a Chinese stop may lack
 * the room for a break after its quotation; an ellipsis ends a sentence when a capital or another script’s letter follows; and
 * in a dialogue a dash begins another’s words.
 */
function splitGlued(piece: string): string[] {
  return piece.split(
    /(?<=[。！？][”」』]?)(?=[^”」』。！？…\s])|(?<=۔)(?=[^۔\s"”»)‘’'])|(?<=…["”»]?\s)(?=["“«]?[\p{Lu}\p{Lo}])|(?<=[.?!؟…]\s)(?=[—–]\s["“«]?[\p{Lu}\p{Lo}])/u,
  )
}

/** A mark that opens a quotation belongs to what follows it: UAX 29 leaves it with the sentence before when no blank parts them. */
function moveOpeners(pieces: readonly string[]): string[] {
  const moved: string[] = []
  let opener = ''
  for (const piece of pieces) {
    const whole = opener + piece
    const found = /(?<=[。！？…][”」』）]?)[“「『（《〈【]+$/u.exec(whole)
    opener = found?.[0] ?? ''
    if (whole.length > opener.length) moved.push(whole.slice(0, whole.length - opener.length))
  }
  return opener === '' ? moved : [...moved, opener]
}

function cutLong(piece: string): string[] {
  const parts: string[] = []
  let rest = piece
  while (rest.length > LONGEST) {
    const cut = bestCut(rest.slice(0, LONGEST))
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  parts.push(rest)
  return parts
}

/** After a mark in the second half, else after a space, else between two whole characters. */
function bestCut(head: string): number {
  for (const mark of [/[;؛；:：]\s*/gu, /[,،，、]\s*/gu, /\s+/gu]) {
    const last = [...head.matchAll(mark)].at(-1)
    if (last && last.index > head.length / 2) return last.index + last[0].length
  }
  const lastUnit = head.charCodeAt(head.length - 1)
  return lastUnit >= 0xd800 && lastUnit < 0xdc00 ? head.length - 1 : head.length
}

/** Without the room around it; undefined when nothing in it could be translated. */
function trim(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const piece = text.slice(start, end)
  if (!/[\p{L}\p{N}]/u.test(piece)) return undefined
  const lead = piece.length - piece.trimStart().length
  return { start: start + lead, end: start + piece.trimEnd().length }
}
