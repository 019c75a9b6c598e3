// A reading is what one version of the reader made of a capture.
// It can be thrown away and made again; the capture cannot.

import type { Id } from './id.ts'
import type { CaptureId } from './capture.ts'

export type ReadingId = Id<'reading'>

export type BlockKind = 'paragraph' | 'heading' | 'quotation' | 'list-item' | 'table' | 'caption' | 'preformatted'

/**
 * A piece of the text. `start` and `end` are UTF-16 offsets into `Reading.text`,
 * so that `text.slice(start, end)` is the block; blocks are in order and do not overlap.
 */
export type Block = {
  readonly kind: BlockKind
  readonly start: number
  readonly end: number
  /** 1–6, for headings. */
  readonly level?: number
  /** BCP 47, where it differs from the document's. */
  readonly language?: string
  /** Child-element indexes from the root of the page to the element, e.g. "0/1/4"; absent for files without elements. */
  readonly path?: string
}

export type Calendar = 'gregorian' | 'persian' | 'islamic' | 'buddhist' | 'japanese' | 'roc' | 'ethiopic'

/** A date as somebody printed it. */
export type PrintedDate = {
  /** EDTF level 0 (ISO 8601-2): a day, or an instant with its offset, or a month, or a year. */
  readonly edtf: string
  /** The words or digits as printed, in their own script; null when it came from structured data. */
  readonly literal: string | null
  readonly calendar: Calendar
  readonly from: 'json-ld' | 'meta' | 'time-element' | 'text' | 'address' | 'feed' | 'header' | 'file'
}

/**
 * How much of the page there was to read.
 * - `whole`: nothing speaks against it
 * - `paywalled`, `needs-script`: the page says so, or shows it
 * - `out-of-time`: the budget ended; what was found by then is here
 * - `not-an-article`: no text that looks like one
 * - `unreadable`: the bytes are no page, PDF or text that we can read
 */
export type ReadingState = 'whole' | 'paywalled' | 'needs-script' | 'out-of-time' | 'not-an-article' | 'unreadable'

/** What a reader gives for bytes: everything but the ids. */
export type PageReading = {
  readonly state: ReadingState
  /** Why, in a sentence, when the state is not `whole`. */
  readonly reason: string | null
  readonly title: string | null
  readonly byline: readonly string[]
  readonly published: PrintedDate | null
  readonly updated: PrintedDate | null
  /** BCP 47 with script where it matters (e.g. `fa`, `zh-Hant`, `ckb`); null = not known. */
  readonly language: string | null
  /** 0–1, of `language`. */
  readonly languageConfidence: number
  readonly direction: 'ltr' | 'rtl'
  readonly text: string
  readonly blocks: readonly Block[]
  readonly canonicalUrl: string | null
  readonly siteName: string | null
  readonly section: string | null
  readonly tags: readonly string[]
  readonly leadImage: string | null
  /** How the bytes were turned into letters, and why that charset. */
  readonly charset: string
  /** Contradictions and oddities a person may want to see. */
  readonly notes: readonly string[]
}

export type Reading = PageReading & {
  readonly id: ReadingId
  readonly captureId: CaptureId
  /** Name and version of the reader, e.g. `dragoman-reader 1`. */
  readonly reader: string
  readonly readAt: number
}
