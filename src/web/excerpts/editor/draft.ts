// An excerpt being made: a strip of the original and one of its translation, side by side.
// In: the page, and what a person selects on either side. Out: a draft with both sides.
// Why both: a selection in the translation rests on the sentences of the original that belong to it, and the other way round.

import type { Excerpt } from '../../../server/shapes/excerpt.ts'
import type { ReadingRecord } from '../../../server/shapes/item.ts'
import type { TranslationStateName, TranslationView } from '../../../server/shapes/translation.ts'
import { findWords, ownWords, readQuotes } from './read-parts.ts'
import { addPassage } from './strip-deeds.ts'
import { stretchOf, type Stretch, type Strip } from './strip.ts'
import { joinSentences, reachOfSentences, sentencesAt, sentencesOf, type TranslationText } from './translation-text.ts'

/** A kept excerpt, as it comes in a list or alone. */
export type KeptExcerpt = Omit<Excerpt, 'uses'>

/** What an excerpt is made from. */
export type Page = {
  readonly reading: Pick<ReadingRecord, 'id' | 'text' | 'blocks' | 'language' | 'direction'>
  readonly view: TranslationView | null
  readonly told: TranslationText
}

export type Side = 'original' | 'translation'
export type Selected = { readonly side: Side; readonly start: number; readonly end: number }

export type Retold = {
  readonly text: string
  readonly strip: Strip
  /** Its words are those of the translation in the reader; else they are its own. */
  readonly isOfView: boolean
  /** Changed by hand here. */
  readonly edited: boolean
}
export type Draft = {
  readonly original: Strip
  /** The quoted words themselves, when they stand in another version of the page and the strip is of them; else null. */
  readonly elsewhere: string | null
  readonly retold: Retold | null
}

/** The text that the original's strip is of. */
export const originalText = ({ reading }: Page, { elsewhere }: Draft): string => elsewhere ?? reading.text

export function openPage(reading: Page['reading'], view: TranslationView | null): Page {
  const told = view ? joinSentences(view.segments, reading.blocks, view.to) : { text: '', places: [] }
  return { reading, view, told }
}

const ofView = (page: Page, strip: Strip): Retold => ({ text: page.told.text, strip, isOfView: true, edited: false })

/** A draft of a selection; null = there are no words in it. */
export function startDraft(page: Page, selected: Selected): Draft | null {
  const { original, retold } = bothSides(page, selected)
  if (!original) return null
  return { original: [original], elsewhere: null, retold: retold ? ofView(page, [retold]) : null }
}

/** The passage of each side that a selection on one of them means. */
function bothSides({ reading, view, told }: Page, { side, start, end }: Selected) {
  const segments = view?.segments ?? []
  if (side === 'original') {
    const original = stretchOf(reading.text, start, end)
    const reach = original && reachOfSentences(told, sentencesOf(segments, original))
    return { original, retold: reach && stretchOf(told.text, reach.start, reach.end) }
  }
  const retold = wholeWords(told.text, start, end, view?.to ?? null)
  const numbers = retold ? sentencesAt(told, retold) : []
  const [first, last] = [segments[numbers[0] ?? -1], segments[numbers.at(-1) ?? -1]]
  return { original: first && last ? stretchOf(reading.text, first.start, last.end) : null, retold }
}

/** Words of a translation are taken whole: what a pointer cuts of them, nobody means. */
function wholeWords(text: string, start: number, end: number, language: string | null): Stretch | null {
  const words = new Intl.Segmenter(language ?? 'und', { granularity: 'word' }).segment(text)
  const [first, last] = [words.containing(start), words.containing(end - 1)]
  const from = first?.isWordLike ? first.index : start
  const to = last?.isWordLike ? last.index + last.segment.length : end
  return stretchOf(text, from, to)
}

/** One more passage of the page, with its other side; what lies between is left out. */
export function addSelected(page: Page, draft: Draft, selected: Selected): Draft {
  const { original, retold } = bothSides(page, selected)
  if (!original || draft.elsewhere !== null) return draft
  const next = addPassage(page.reading.text, draft.original, original.start, original.end)
  return { ...draft, original: next, retold: retold ? addRetold(page, draft.retold, retold) : draft.retold }
}

function addRetold(page: Page, former: Retold | null, { start, end }: { start: number; end: number }): Retold {
  if (former === null) return ofView(page, [{ kind: 'range', start, end }])
  if (former.isOfView) return { ...former, strip: addPassage(former.text, former.strip, start, end) }
  // Words of its own know no places: the new ones come after them.
  const text = `${former.text}\n${page.told.text.slice(start, end)}`
  return { ...former, text, strip: addPassage(text, former.strip, former.text.length + 1, text.length) }
}

type Kept = Pick<Excerpt, 'readingId' | 'parts' | 'translation'>

/** A kept excerpt, to be changed. Where it rests on another version of the page, its passage stays as it is. */
export function draftOf(page: Page, excerpt: Kept): Draft {
  const { translation, parts } = excerpt
  const { text } = page.reading
  const isHere =
    excerpt.readingId === page.reading.id &&
    parts.every((part) => part.kind !== 'quote' || text.slice(part.anchor.start, part.anchor.end) === part.anchor.exact)
  const original = isHere ? readQuotes(text, parts) : null
  if (original) return { original, elsewhere: null, retold: translation && retoldOf(page, original, translation) }
  const words = ownWords(
    parts.map((part) => (part.kind === 'quote' ? { kind: 'words', text: part.anchor.exact } : part)),
  )
  const retold = translation && { ...ownWords(translation.parts), isOfView: false, edited: translation.edited }
  return { original: words.strip, elsewhere: words.text, retold }
}

/** A kept excerpt on a passage that a person has selected anew; its translation stays, until somebody takes another. */
export function anewOn(page: Page, excerpt: Kept, selected: Selected): Draft | null {
  const fresh = startDraft(page, selected)
  if (!fresh || !excerpt.translation) return fresh
  return { ...fresh, retold: retoldOf(page, fresh.original, excerpt.translation) }
}

function retoldOf(
  page: Page,
  original: Strip,
  translation: Pick<NonNullable<Excerpt['translation']>, 'parts' | 'edited' | 'language'>,
): Retold {
  const { view, told } = page
  const first = original.find(({ kind }) => kind === 'range')
  const number = first?.kind === 'range' ? sentencesOf(view?.segments ?? [], first)[0] : undefined
  const from = told.places[number ?? -1]?.start ?? 0
  const found =
    translation.edited || view?.to !== translation.language ? null : findWords(told.text, translation.parts, from)
  if (found) return ofView(page, found)
  return { ...ownWords(translation.parts), isOfView: false, edited: translation.edited }
}

type Flag = TranslationView['segments'][number]['flags'][number]
/** Something to look at; `isMachine` = what no person writes, or what nobody has looked at in a machine's words. */
export type Doubt = { readonly kind: Flag['kind']; readonly words: string; readonly isMachine: boolean }

const MACHINE: ReadonlySet<Flag['kind']> = new Set(['machine-marks', 'markup', 'missing', 'language'])

export type Standing = {
  readonly state: TranslationStateName
  readonly by: string
  /** What comparison with the original found in the sentences used. */
  readonly doubts: readonly Doubt[]
  /** How many sentences of the passage have no translation. */
  readonly untold: number
}

const worst: readonly TranslationStateName[] = ['none', 'machine', 'machine-reviewed', 'human']

/** Many versions begin with the name already, as in “DeepL API v2”. */
const engineOf = ({ engine, version }: { engine: string; version: string }): string =>
  version.toLowerCase().startsWith(engine) ? version : `${engine} ${version}`

/** Names that go on record with an excerpt: plain, and in no language of ours. */
const makersOf = ({ origin, reviewedBy }: TranslationView['segments'][number]): string[] => [
  ...(origin?.kind === 'engine' ? [engineOf(origin)] : []),
  ...(origin?.kind === 'memory' && origin.of !== null ? [origin.of] : []),
  ...(origin?.kind === 'person' ? [origin.name] : []),
  ...(reviewedBy === null ? [] : [reviewedBy]),
]

const shown = (strip: Strip): Stretch[] => strip.flatMap((part) => (part.kind === 'range' ? [part] : []))

/** Numbers of the sentences that the passage shows something of. */
function sentencesShown(page: Page, { original, elsewhere }: Draft): number[] {
  const segments = page.view?.segments ?? []
  const numbers = shown(original).flatMap((range) => sentencesOf(segments, range))
  return elsewhere === null ? [...new Set(numbers)] : []
}

/** The least that can be said of all sentences whose words are shown. Words changed by hand are those of who signs. */
export function standingOf(page: Page, draft: Draft, signature: string): Standing {
  const { retold } = draft
  const inOriginal = sentencesShown(page, draft)
  const told = retold?.isOfView ? shown(retold.strip).flatMap((range) => sentencesAt(page.told, range)) : inOriginal
  const used = [...new Set(told)].flatMap((number) => page.view?.segments[number] ?? [])
  const state = worst.find((each) => used.some((segment) => segment.state === each)) ?? 'none'
  const makers = [...new Set(used.flatMap(makersOf))]
  const doubts = used.flatMap((segment) =>
    segment.flags
      .filter(({ dismissed }) => dismissed === undefined)
      .map(({ kind, words }) => ({ kind, words, isMachine: segment.state === 'machine' || MACHINE.has(kind) })),
  )
  const untold = retold?.isOfView ? inOriginal.filter((number) => !page.told.places[number]).length : 0
  if (!retold?.edited) return { state, by: makers.join(', '), doubts, untold }
  // A machine's words that a person has worked on are a machine's all the same, reviewed.
  const isMachine = state === 'machine' || state === 'machine-reviewed'
  const signed = [...(isMachine ? makers : []), signature].filter((name) => name !== '')
  return { state: isMachine ? 'machine-reviewed' : 'human', by: [...new Set(signed)].join(', '), doubts: [], untold: 0 }
}
