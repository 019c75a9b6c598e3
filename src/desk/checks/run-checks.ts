// In: the documents of a run. Out: what every check finds in them, in the order of the page.
// A check only points; line, phrase, severity and reason are put to it here, the same way for all.

import type { CheckFinding } from '../../domain/article.ts'
import { allChecks } from './all-checks.ts'
import type { Check, CheckContext, CheckDocument, DocumentFinding, KnownOutlet, Place } from './check.ts'
import { lineAt } from './parts/lines.ts'

export type RunChecks = {
  /** The checks to run; all when left out. */
  readonly checks?: readonly Check[]
  readonly outlets?: readonly KnownOutlet[]
  /** Documents to compare with, which are not themselves looked at (the articles of the home). */
  readonly others?: readonly CheckDocument[]
}

/** A page with more places of one kind is broken as a whole; nobody reads further. */
const MOST_FINDINGS = 1000

/** Looks at every document with every check. Findings come document by document, each in the order of the page. */
export function runChecks(documents: readonly CheckDocument[], options: RunChecks = {}): DocumentFinding[] {
  const all = [...documents, ...(options.others ?? [])]
  return documents.flatMap((document) => {
    const context: CheckContext = { ...document, all, outlets: options.outlets ?? [] }
    const title = titleOf(document)
    return (options.checks ?? allChecks)
      .flatMap((check) => runCheck(check, context))
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((finding) => ({ ...finding, document: title, file: document.file }))
  })
}

/** What one check finds in one document. A place found twice is told once. */
function runCheck(check: Check, context: CheckContext): CheckFinding[] {
  const seen = new Set<string>()
  return check
    .find(context)
    .slice(0, MOST_FINDINGS)
    .flatMap((place) => {
      const finding = toFinding(check, place, context.text)
      const key = `${finding.start} ${finding.end}`
      if (finding.phrase === '' || seen.has(key)) return []
      seen.add(key)
      return [finding]
    })
}

function toFinding(check: Check, place: Place, text: string): CheckFinding {
  const { start, end } = withinOneLine(text, place.start, place.end)
  const whole = start === place.start && end === place.end
  return {
    check: check.id,
    severity: place.severity ?? check.severity,
    start,
    end,
    line: lineAt(text, start),
    phrase: text.slice(start, end),
    why: (place.why ?? check.why).replace(/\s*\n\s*/gu, ' '),
    ...(place.fix !== undefined && whole ? { fix: place.fix } : {}),
  }
}

/** A finding stands on one line, without white space around it: the first line of the place that says something. */
function withinOneLine(text: string, from: number, to: number): { start: number; end: number } {
  let start = Math.max(0, from)
  while (start < to && /\s/u.test(text.charAt(start))) start += 1
  const newline = text.indexOf('\n', start)
  let end = Math.min(to, text.length, newline < 0 ? text.length : newline)
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1
  return { start, end }
}

function titleOf({ document, file }: CheckDocument): string {
  return document.title?.text ?? file
}
