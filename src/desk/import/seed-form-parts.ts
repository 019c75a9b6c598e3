// Parts of the exchange form that only some kinds of document have.

import type { ArticlePrint, Printed } from '../../domain/article.ts'
import { correctNames } from './correct-names.ts'
import { findFigures, findInTextAttributions } from './find-claims.ts'
import { holdsBankAccount } from './read-signals.ts'

/** What an index has beside other documents: its rows, and what they come to. */
export function indexForm(document: ArticlePrint): Record<string, unknown> {
  const { entries } = document
  const dates = entries
    .map((entry) => entry.date)
    .filter((date) => date !== '')
    .toSorted()
  const corrected = correctNames(entries.map((entry) => entry.authors))
  return {
    subject: /\bon\s(\S.{0,80})$/iu.exec(document.title?.text ?? '')?.[1] ?? null,
    uniqueEntries: entries.filter((entry) => entry.duplicateOfLine === null).length,
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
    groups: entries.filter((entry, at) => entry.line !== (entries[at - 1]?.line ?? -1) + 1).length,
    entries: entries.map((entry, at) => ({
      date: entry.date,
      title: norm(entry.title),
      authors: entry.authors.map(norm),
      ...(corrected[at] === undefined ? {} : { authorsCorrected: corrected[at] }),
      line: entry.line,
      ...(entry.duplicateOfLine === null ? {} : { duplicateOfLine: entry.duplicateOfLine }),
      ...(entry.defect === null ? {} : { defect: entry.defect }),
    })),
  }
}

/** What a text without apparatus has: the site around it, what it lists, what it claims, when it can have been written. */
export function commentaryForm(document: ArticlePrint, text: string): Record<string, unknown> {
  const { repost } = document
  const chrome = document.blocks
    .filter((block) => block.kind === 'chrome')
    .flatMap((block) => text.slice(block.start, block.end).split(/\r\n|\r|\n/u))
  return {
    author: null,
    date: null,
    url: null,
    repost: {
      site: repost?.site ?? null,
      siteLanguage: repost?.siteLanguage ?? null,
      chromeLines: repost?.chromeLines ?? [],
      // Whose account money should go to is nothing that a desk keeps.
      chrome: chrome
        .map((line) => norm(line))
        .filter((line) => line !== '' && line !== null)
        .map((line) => (holdsBankAccount(line ?? '') ? '[bank details]' : line)),
      originalAuthorPrinted: false,
      originalUrlPrinted: false,
    },
    relatedReading: document.related.map(({ date, dateAsPrinted, title, url, defect, line }) => ({
      date,
      dateAsPrinted,
      title: norm(title),
      url,
      ...(defect === null ? {} : { defect }),
      line,
    })),
    inTextAttributions: findInTextAttributions(document.body),
    figures: findFigures(document.body),
    relativeDates: [...new Set(repost?.relativeDates.map((date) => norm(date.text)))],
    dateEarliestPossible: repost?.earliest?.date ?? null,
    ...(repost?.earliest === null || repost === null ? {} : { dateNote: repost.earliest.why }),
  }
}

/** Paragraphs with an empty line between. */
export function joined(paragraphs: readonly Printed[]): string {
  return paragraphs.map((paragraph) => norm(paragraph.text)).join('\n\n')
}

/** Unicode NFC, as the exchange form wants it; null stays null. */
export function norm<T extends string | null>(text: T): T | string {
  return text === null ? text : text.normalize('NFC')
}
