// An article of a digest, as it is printed: the blocks of the page and what they say.
// Nothing here is corrected: what a field holds is what was printed. What was worked out stands apart, with its reason.

import type { Id } from './id.ts'

export type ArticleId = Id<'article'>

/** `article`: title to image credit. `index`: rows of date, title, authors. `commentary`: a text without apparatus, often a repost. */
export type ArticleKind = 'article' | 'index' | 'commentary'

/** Where something stands in the decoded text that was brought in: UTF-16 offsets, `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number }

/** What a stretch of the printed text is. Headings are the labels ("Sources:", "Notes:", "Image Information:"). */
export type ArticleBlockKind =
  | 'title'
  | 'caption'
  | 'pull-quote'
  | 'summary'
  | 'body'
  | 'heading'
  | 'citation'
  | 'excerpt'
  | 'note'
  | 'image'
  | 'index-row'
  | 'related-reading'
  | 'chrome'

/** A stretch of the input. Blocks are in order, do not overlap, and with the white space between them make up the document. */
export type ArticleBlock = Span & {
  readonly kind: ArticleBlockKind
  /** Which citation, excerpt, note… of the document, from 0; absent where there is only one. */
  readonly ordinal?: number
}

/** A piece of text with its place. `text` is the input's own, white space collapsed; line = first line, from 1, in the file. */
export type Printed = Span & { readonly text: string; readonly line: number }

export type ArticleSource = {
  /** From 1, in the order of print. */
  readonly ordinal: number
  /** As printed; null = none. */
  readonly author: string | null
  /** In normal order ("Jane Roe"), one each. */
  readonly authors: readonly string[]
  /** As printed, in its script (or romanised); null where only an English title is printed. */
  readonly titleOriginal: string | null
  readonly titleEnglish: string | null
  /** The words that hold the titles, with their marks. */
  readonly titleAsPrinted: string | null
  /** BCP 47 of the original (`fa-Latn` = romanised Persian); null = not stated. */
  readonly language: string | null
  readonly outlet: string | null
  /** A translation of the outlet's name, where one stands in parentheses. */
  readonly outletEnglish: string | null
  readonly descriptor: string | null
  /** EDTF; null when no year is printed. */
  readonly date: string | null
  readonly dateAsPrinted: string | null
  /** EDTF of the date that the address carries, Jalali turned into Gregorian. */
  readonly dateInUrl: string | null
  /** The address meant, repaired; null = none. */
  readonly url: string | null
  /** Only when it differs from `url`. */
  readonly urlAsPrinted: string | null
  /** The tail of an address that was stripped. */
  readonly urlFragment: string | null
  /** What sort of source it is, where that can be told (`social-media-post`). */
  readonly medium: string | null
  /** The lines of the citation, in order. */
  readonly citation: readonly Printed[]
  /** Paragraphs of the excerpt. */
  readonly excerpt: readonly Printed[]
  /** The excerpt begins on the citation's line. */
  readonly excerptRunIn: boolean
}

/** A mention of an earlier piece of the digest. */
export type CrossReference = Span & {
  readonly author: string | null
  readonly title: string
  /** `YYYY-MM` of the issue; null = none printed. */
  readonly issue: string | null
  readonly issueAsPrinted: string | null
  readonly url: string | null
}

/** A mention of an influence study. */
export type StudyReference = Span & {
  readonly authors: readonly string[]
  readonly title: string
  readonly date: string | null
  readonly url: string | null
}

export type ArticleNote = {
  /** Lower-case roman, without brackets. */
  readonly label: string
  /** Paragraphs, the label left out. */
  readonly paragraphs: readonly Printed[]
  readonly urls: readonly string[]
  readonly crossReferences: readonly CrossReference[]
  readonly studies: readonly StudyReference[]
  /** Text that an editor forgot to replace, as in "(last Roe OE Watch)". */
  readonly placeholder: string | null
  /** A phrase that announces a reference ("See:") and none follows. */
  readonly emptyReference: string | null
}

export type ArticleImage = {
  readonly caption: string | null
  readonly source: string | null
  readonly sourceUrl: string | null
  readonly attribution: string | null
  /** Creator or agency, where printed. */
  readonly credit: string | null
  readonly lines: readonly Printed[]
}

export type IndexEntry = Printed & {
  /** ISO day as printed. */
  readonly date: string
  readonly title: string
  readonly authors: readonly string[]
  /** The line of the earlier row that says the same. */
  readonly duplicateOfLine: number | null
  readonly defect: string | null
}

export type RelatedReading = Printed & {
  readonly date: string | null
  readonly dateAsPrinted: string | null
  readonly title: string
  readonly url: string | null
  readonly defect: string | null
}

/** What can be said of a text that stands inside another site. */
export type Repost = {
  readonly site: string | null
  readonly siteLanguage: string | null
  /** Lines of the site around the text. Bank details and appeals are counted here by line, and their words are not kept. */
  readonly chromeLines: readonly number[]
  readonly relativeDates: readonly Printed[]
  /** EDTF of the earliest time at which it can have been written, with the reason; null = nothing to reason from. */
  readonly earliest: { readonly date: string; readonly why: string } | null
}

/** One document of a digest, as printed. */
export type ArticlePrint = {
  readonly kind: ArticleKind
  /** First and last line in the file, from 1. */
  readonly lines: readonly [first: number, last: number]
  readonly title: Printed | null
  readonly caption: Printed | null
  readonly captionRepeats: readonly Printed[]
  readonly pullQuote: Printed | null
  /** Without its label. */
  readonly summary: Printed | null
  /** Paragraphs of the analysis, markers left in. */
  readonly body: readonly Printed[]
  /** Labels of the note markers in the body, in order. */
  readonly markers: readonly string[]
  readonly sources: readonly ArticleSource[]
  readonly notes: readonly ArticleNote[]
  readonly image: ArticleImage | null
  readonly entries: readonly IndexEntry[]
  readonly related: readonly RelatedReading[]
  readonly repost: Repost | null
  readonly blocks: readonly ArticleBlock[]
}

/** What was worked out from elsewhere, never printed on the page. */
export type Derived = {
  readonly field: 'author' | 'issue' | 'published'
  readonly value: string
  /** A sentence: which reference or index row says so. */
  readonly why: string
  /** The article or file that it was read from. */
  readonly from: string
}

export type Severity = 'error' | 'warning' | 'information'

/** One place that a check points at. */
export type CheckFinding = Span & {
  readonly check: string
  readonly severity: Severity
  /** Line in the file, from 1; absent where something is missing altogether. */
  readonly line?: number
  /** The words meant, verbatim. */
  readonly phrase: string
  readonly why: string
  /** The words to put in place of `phrase`, where that is safe to offer. */
  readonly fix?: string
}
