// An excerpt is a chosen passage of a reading, anchored in it, with its translation.
// Elisions and insertions are parts of it, never characters that somebody typed.

import type { CaptureId } from './capture.ts'
import type { Id } from './id.ts'
import type { ReadingId } from './reading.ts'
import type { TranslationState } from './translation.ts'

export type ExcerptId = Id<'excerpt'>

/** W3C Web Annotation Data Model, 4.2.4 and 4.2.5: the words with what stands around them, and their place. */
export type Anchor = {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** UTF-16 offsets into `Reading.text`, so that `text.slice(start, end) === exact`. */
  readonly start: number
  readonly end: number
}

/** On which sides a part stands without a space, as in “[H]e”; absent = on none. */
export type Glued = 'left' | 'right' | 'both'

/** Something was left out here. Shown as “…”. */
export type Elision = { readonly kind: 'elision'; readonly glued?: Glued }

/** An editor's words, shown as “[words]”. */
export type Insertion = { readonly kind: 'insertion'; readonly text: string; readonly glued?: Glued }

export type ExcerptPart = { readonly kind: 'quote'; readonly anchor: Anchor } | Elision | Insertion

/** The translation of an excerpt, in parts of the same kinds. */
export type TranslatedPart = { readonly kind: 'words'; readonly text: string } | Elision | Insertion

/** - `held`: its words stand where they stood; `moved`: found elsewhere, and a person has not looked yet; `lost`: not found. */
export type Anchoring = 'held' | 'moved' | 'lost'

export type Excerpt = {
  readonly id: ExcerptId
  readonly readingId: ReadingId
  readonly captureId: CaptureId
  readonly parts: readonly ExcerptPart[]
  /** BCP 47 of the original. */
  readonly language: string | null
  /** Who is quoted; null = the outlet itself, or not said. */
  readonly speaker: string | null
  readonly translation: {
    readonly language: string
    readonly parts: readonly TranslatedPart[]
    readonly state: TranslationState
    /** Engine with version, or a person; null when the state is `none`. */
    readonly by: string | null
    readonly at: number | null
    /** Its words were changed by hand in the excerpt, and so stand in no translation of the page; absent = they were not. */
    readonly edited?: boolean
  } | null
  readonly anchoring: Anchoring
  readonly tags: readonly string[]
  readonly note: string | null
  /** The planned article it is kept for; null = none. */
  readonly basket: string | null
  readonly madeBy: string
  readonly madeAt: number
  readonly revision: number
}

/** What a reader sees: quotes with “…” and “[…]” in their places. */
export function printParts(parts: readonly (ExcerptPart | TranslatedPart)[]): string {
  return parts.reduce((print, part, at) => {
    const before = parts[at - 1]
    const isTight = at === 0 || isGlued(part, 'left') || (before !== undefined && isGlued(before, 'right'))
    return `${print}${isTight ? '' : ' '}${printPart(part)}`
  }, '')
}

function printPart(part: ExcerptPart | TranslatedPart): string {
  if (part.kind === 'quote') return part.anchor.exact
  if (part.kind === 'words') return part.text
  return part.kind === 'elision' ? '…' : `[${part.text}]`
}

function isGlued(part: ExcerptPart | TranslatedPart, side: 'left' | 'right'): boolean {
  return 'glued' in part && (part.glued === side || part.glued === 'both')
}

/** The source reference of an excerpt: what is printed, and from which records it was made. */
export type Citation = {
  readonly authors: readonly string[]
  readonly titleOriginal: string | null
  /** BCP 47 of the original title. */
  readonly language: string | null
  readonly titleEnglish: string | null
  readonly titleState: TranslationState
  /** Who made and who reviewed the English title, in words that go on record; null = not known. */
  readonly titleBy: string | null
  /** Empty = it is not known who published it. */
  readonly outlet: string
  readonly outletOriginal: string | null
  /** As valid on the day of publication; null = none on file. */
  readonly descriptor: string | null
  /** Who published the copy that was captured, when that is not the outlet. */
  readonly republisher: string | null
  /** EDTF; null = not known. */
  readonly date: string | null
  /** As the page prints it, when it does so in another calendar; null = it does not. */
  readonly printedDate: { readonly literal: string; readonly calendar: string } | null
  /** When it is a post on a platform; `words`: how it begins, for forms that cite it by its text. */
  readonly post: {
    readonly platform: string
    /** As people write it, with “@” where they do; null = not known. */
    readonly account: string | null
    readonly id: string
    readonly words: string | null
  } | null
  readonly url: string
  /** Where everybody can find a preserved copy; null = nowhere that the desk knows. */
  readonly archivedUrl: string | null
  /** ISO day of the capture. */
  readonly accessed: string
  /** By which anybody who holds the archive can check: when the copy was made (milliseconds UTC), and its SHA-256. */
  readonly captured: { readonly at: number; readonly digest: string }
}
