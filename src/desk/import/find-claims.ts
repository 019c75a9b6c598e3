// In: the paragraphs of a commentary. Out: the figures in it and what it ascribes to whom in its running text.

import type { Printed } from '../../domain/article.ts'

export type Figure = {
  readonly value: string
  readonly what: string
  readonly period: string | null
  readonly source: string | null
}
export type Attribution = {
  readonly outlet: string | null
  readonly claim: string
  readonly attributedTo: string | null
}

const figure =
  /(?:[$€£]\s?)?\d[\d,.]{0,15}\d?\s?(?:%|percent|per cent|million|billion|trillion)|[$€£]\s?\d[\d,.]{0,15}/gu
const years = /\b((?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2})\b/gu
const accordingTo = /\baccording to (?:the )?([\p{Lu}][\p{L}\d&’-]{1,40}(?:\s\p{Lu}[\p{L}\d&’-]{1,40}){0,4})/u
const toldOutlet =
  /(?:\bthat\s)?([\p{L}\d’-]{2,30}(?:\s[\p{L}\d’-]{2,30}){0,3}\s(?:sources?|officials?|analysts?|experts?|diplomats?))\s(?:told|said to)\s(\p{Lu}[\p{L}\d.&’-]{1,40}(?:\s\p{Lu}[\p{L}\d.&’-]{1,40}){0,3})/u
/** A clause is a few words; what goes on without end is none. */
const longestClause = 2000
const decreasing = /\b(?:decreas|fell|fall|drop|declin|shr[aiu]nk|reduc|cut)\p{L}{0,4}\b/iu

/** Percentages and sums, with the period and the source named in the same sentence. */
export function findFigures(paragraphs: readonly Printed[]): Figure[] {
  return paragraphs.flatMap((paragraph) =>
    splitSentences(paragraph.text).flatMap((sentence) => {
      const source = accordingTo.exec(sentence)?.[1] ?? null
      return splitClauses(sentence).flatMap((clause) => {
        const period = [...clause.matchAll(years)].map((match) => match[1] ?? '').join(' → ')
        return [...clause.slice(0, longestClause).matchAll(figure)].map((match) => ({
          value:
            (decreasing.test(clause.slice(Math.max(0, match.index - 200), match.index)) ? '-' : '') + match[0].trim(),
          what: subjectOf(clause.slice(0, longestClause), match[0]),
          period: period === '' ? null : period,
          source,
        }))
      })
    }),
  )
}

/** Statements that the text puts into someone's mouth: "sources told X that “…”", "… according to Y". */
export function findInTextAttributions(paragraphs: readonly Printed[]): Attribution[] {
  return paragraphs.flatMap((paragraph) =>
    splitSentences(paragraph.text).flatMap((sentence): Attribution[] => {
      const told = toldOutlet.exec(sentence)
      const quoted = /[“"]([^“”"]{8,400})[”"]/gu
      if (told !== null) {
        const words =
          [...sentence.slice(told.index).matchAll(quoted)][0]?.[1] ?? sentence.slice(told.index + told[0].length).trim()
        return [{ outlet: told[2] ?? null, claim: words, attributedTo: told[1] ?? null }]
      }
      const source = accordingTo.exec(sentence)
      if (source === null) return []
      const clauses = splitClauses(sentence.slice(0, source.index)).filter((clause) => /\d/u.test(clause))
      const claims = clauses.length === 0 ? [sentence.slice(0, source.index)] : clauses
      return claims.map((claim) => ({ outlet: source[1] ?? null, claim: claim.trim(), attributedTo: null }))
    }),
  )
}

function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?]["”’]?)\s+(?=[\p{Lu}\d“"‘(])/u)
}

function splitClauses(sentence: string): string[] {
  return sentence.split(/,\s(?:though|although|but|while|whereas|and)\s/u)
}

/** What is counted: what shrinks stands before the word for that, and a share is a share of something. */
function subjectOf(clause: string, figureText: string): string {
  const at = clause.indexOf(figureText)
  const before = clause.slice(0, at)
  const shrinking = decreasing.exec(before)
  if (shrinking !== null) return tidy(before.slice(0, shrinking.index))
  const after = clause.slice(at + figureText.length).replace(accordingTo, '')
  const share = /^\s*of\s/u.exec(after)
  if (share === null) return tidy(`${before} ${after}`)
  return tidy(`share of ${after.slice(share[0].length).replace(/\b(?:were|was|are|is)\s/u, '')}`)
}

function tidy(text: string): string {
  return text
    .replace(/\b(?:between|from|in|during)\s(?:19|20)\d{2}.{0,200}$/u, '')
    .split(/[\s.,;]+(?=\s|$)|\s+/u)
    .filter(Boolean)
    .join(' ')
    .slice(0, 200)
}
