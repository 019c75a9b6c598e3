// A row of an index that was brought in, and a line of one that the desk makes.

import type { ArticleId } from '../../domain/article.ts'
import type { DateMeaning } from './read-date-meaning.ts'

export type IndexRow = {
  readonly id: string
  /** As printed. */
  readonly date: string
  /** Null = not a day. */
  readonly meaning: DateMeaning | null
  readonly title: string
  readonly authors: readonly string[]
  /** In the file, from 1. */
  readonly line: number
  /** The first row that says the same. */
  readonly duplicateOf: string | null
  /** What is wrong with it as printed. */
  readonly defect: string | null
}

/** A line of a made index: one piece, once, whoever speaks of it. */
export type IndexLine = {
  /** `YYYY-MM`; null = not known. */
  readonly issue: string | null
  /** EDTF; null = not known. */
  readonly published: string | null
  readonly title: string
  readonly authors: readonly string[]
  /** Null = the desk knows of it and does not have it. */
  readonly articleId: ArticleId | null
}
