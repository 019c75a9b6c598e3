// In: a document. Out: its stretches of print with what each is, so that a check says "in excerpts" and not how a page is built.

import type { ArticlePrint, Printed, Span } from '../../../domain/article.ts'
import type { CheckDocument, Place } from '../check.ts'

export type PassageRole =
  | 'title'
  | 'caption'
  | 'pull-quote'
  | 'summary'
  | 'body'
  | 'citation'
  | 'excerpt'
  | 'note'
  | 'image'
  | 'index-row'
  | 'related'

export type Passage = Span & {
  readonly role: PassageRole
  /** Which source, note, row…, from 0. */
  readonly of: number
  /** The input's own words: `raw.charAt(i)` stands at `start + i`. */
  readonly raw: string
  /** `raw` with every address replaced by as many U+FFFC, so that patterns for prose do not read addresses. */
  readonly prose: string
}

/** No paragraph is longer; what a broken page has beyond it is not looked at. */
const LONGEST = 40_000

/** More places of one pattern than this are noise. */
const MOST_PLACES = 1000

const known = new WeakMap<ArticlePrint, readonly Passage[]>()
const address = /(?:https?:\/\/|www\.)[^\s“”«»<>]+/giu

/** Every passage of the document, in the order of the page. */
export function passagesOf({ text, document }: CheckDocument): readonly Passage[] {
  const done = known.get(document)
  if (done) return done
  const passages = [...collect(document)].map(({ role, of, at }) => toPassage(text, role, of, at))
  const inOrder = passages.filter(({ raw }) => raw !== '').sort((a, b) => a.start - b.start)
  known.set(document, inOrder)
  return inOrder
}

/** The passages of some kinds. */
export function passagesIn(context: CheckDocument, ...roles: readonly PassageRole[]): Passage[] {
  return passagesOf(context).filter(({ role }) => roles.includes(role))
}

/** The English titles of citations, each as a passage: of a citation, only these are the desk’s own writing. */
export function englishTitles(context: CheckDocument): Passage[] {
  return passagesIn(context, 'citation').flatMap((passage) => {
    const title = context.document.sources[passage.of]?.titleEnglish ?? null
    const index = title === null ? -1 : passage.raw.indexOf(title)
    if (title === null || index < 0) return []
    return [
      { ...passage, start: passage.start + index, end: passage.start + index + title.length, raw: title, prose: title },
    ]
  })
}

/** `text` with its addresses made unreadable, letter for letter. */
export function withoutAddresses(text: string): string {
  return text.replace(address, (found) => '\uFFFC'.repeat(found.length))
}

/** All places where `pattern` (global) is met in the prose of the passages. */
export function findInProse(
  passages: readonly Passage[],
  pattern: RegExp,
  describe: (match: RegExpExecArray, passage: Passage) => Partial<Place> | null = () => ({}),
): Place[] {
  return findIn(passages, pattern, describe, ({ prose }) => prose)
}

/** As findInProse, with addresses as they are printed. */
export function findInRaw(
  passages: readonly Passage[],
  pattern: RegExp,
  describe: (match: RegExpExecArray, passage: Passage) => Partial<Place> | null = () => ({}),
): Place[] {
  return findIn(passages, pattern, describe, ({ raw }) => raw)
}

function findIn(
  passages: readonly Passage[],
  pattern: RegExp,
  describe: (match: RegExpExecArray, passage: Passage) => Partial<Place> | null,
  read: (passage: Passage) => string,
): Place[] {
  const places: Place[] = []
  for (const passage of passages) {
    for (const match of read(passage).matchAll(pattern)) {
      const said = describe(match, passage)
      const start = passage.start + match.index
      if (said !== null) places.push({ start, end: start + match[0].length, ...said })
      if (places.length >= MOST_PLACES) return places
    }
  }
  return places
}

type Piece = { readonly role: PassageRole; readonly of: number; readonly at: Span }

function* collect(document: ArticlePrint): Generator<Piece> {
  yield* pieces('title', [document.title])
  yield* pieces('caption', [document.caption, ...document.captionRepeats])
  yield* pieces('pull-quote', [document.pullQuote])
  yield* pieces('summary', [document.summary])
  yield* pieces('body', document.body)
  for (const [index, source] of document.sources.entries()) {
    for (const at of source.citation) yield { role: 'citation', of: index, at }
    for (const at of source.excerpt) yield { role: 'excerpt', of: index, at }
  }
  for (const [index, note] of document.notes.entries())
    for (const at of note.paragraphs) yield { role: 'note', of: index, at }
  yield* pieces('image', document.image?.lines ?? [])
  yield* pieces('index-row', document.entries)
  yield* pieces('related', document.related)
}

function* pieces(role: PassageRole, printed: readonly (Printed | null)[]): Generator<Piece> {
  for (const [index, at] of printed.entries()) if (at !== null) yield { role, of: index, at }
}

function toPassage(text: string, role: PassageRole, of: number, { start, end }: Span): Passage {
  const raw = text.slice(start, Math.min(end, start + LONGEST))
  return { role, of, start, end: start + raw.length, raw, prose: withoutAddresses(raw) }
}
