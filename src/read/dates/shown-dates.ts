// Dates that a page shows to people: time elements, and lines beside the headline, at the end, or anywhere.

import { attributeOf } from '../html/attributes.ts'
import { textOfNode } from '../html/node-text.ts'
import { hint, hintsOf } from '../text/hints.ts'
import { articleSpan, isCredits, isInOthers } from './clue-places.ts'
import { addClue, addMachineClue, swapOf, type DateAsk, type DateClue } from './date-clue.ts'
import { findLabelledDates, isUpdateWord, roleBefore, type DateRole, type LabelledDate } from './labelled-dates.ts'
import { findPrintedDates, toPrintedDate, type FoundDate } from './printed-dates.ts'
import { readRelative } from './relative-dates.ts'

export function addTimes(ask: DateAsk, clues: DateClue[]): void {
  const [from, to] = articleSpan(ask)
  let nth = 0
  for (const node of ask.facts.times.slice(0, 200)) {
    const at = ask.article.plan.segmentAt[node] ?? 0
    if (isInOthers(ask, node)) continue
    const isNear = at >= from - 8 && at <= to + 4
    const names = hintsOf(ask.tree, node)
    const class_ = (attributeOf(ask.tree, node, 'class') ?? '').toLowerCase()
    const label = labelOfTime(ask, node, at)
    const role = isUpdateWord(class_) || label === 'updated' ? 'updated' : 'published'
    const bonus = (names & hint.credits) !== 0 || attributeOf(ask.tree, node, 'pubdate') !== undefined ? 1 : 0
    const weight = (isNear ? 6.5 : 3) + bonus - Math.min(nth * 0.7, 3)
    const value = attributeOf(ask.tree, node, 'datetime')
    const done =
      addMachineClue(clues, value, 'time-element', role === 'published' ? weight : 3, role, ask) ||
      addMachineClue(
        clues,
        textOfNode(ask.tree, node, 120),
        'time-element',
        role === 'published' ? weight - 0.5 : 3,
        role,
        ask,
      )
    if (done) nth++
  }
}

/** What the words before a time element say; where its text is not found there, those at the head of its segment. */
function labelOfTime(ask: DateAsk, node: number, at: number): DateRole | null {
  const text = ask.article.plan.segments[at]?.text ?? ''
  const shown = textOfNode(ask.tree, node, 120).replace(/\s+/g, ' ').trim()
  const place = shown === '' ? -1 : text.indexOf(shown)
  if (place >= 0) return roleBefore(`${text.slice(Math.max(0, place - 60), place)} ${shown}`)
  return isUpdateWord(text.slice(0, 60)) ? 'updated' : null
}

/** Dates in short lines: around the headline, at the end of the article, and, for want of better, anywhere. */
export function addPrinted(ask: DateAsk, clues: DateClue[]): void {
  const { plan } = ask.article
  const [from, to] = articleSpan(ask)
  const others = hint.related | hint.comments | hint.promo | hint.consent
  // «3 hours ago» tells nothing to a page that says when; its phrases cost a language ten milliseconds to learn.
  const mayBeRelative = !clues.some((clue) => clue.role === 'published' && clue.weight >= 6)
  let nth = 0
  for (let at = Math.max(0, from - 15); at < Math.min(plan.segments.length, to + 12); at++) {
    // Far from both ends of a long text nothing tells when it was printed.
    if (at > from + 200 && at < to - 40) continue
    const segment = plan.segments[at]
    if (!segment || ((plan.out[at] ?? 0) & others & ~(isCredits(plan.out[at]) ? others : 0)) !== 0) continue
    const isLabel = segment.weight < (isCredits(plan.out[at]) || (at > to && at <= to + 4) ? 220 : 110)
    const isBeforeText = at <= from + 8
    if (!isLabel && !(at <= from + 4 && at >= from)) continue
    const found = findLabelledDates(segment.text.slice(0, 200), ask.context)
    const relative =
      mayBeRelative && found.length === 0 && isLabel && at >= from && at <= from + 6 && segment.linkShare < 0.5
        ? readRelative(segment.text, ask.context.language, ask.now)
        : null
    for (const one of relative ? [withRole(relative, segment.text)] : found) {
      const nearness = at >= from - 2 && isBeforeText ? 5.5 : isBeforeText ? 4 : at >= to - 1 ? 3.5 : 1.5
      const weight = (isLabel ? nearness : 1.5) - Math.min(nth * 0.4, 2) + (segment.weight < 40 ? 0.4 : 0)
      const called = one.isCalledPublished && one.isSure ? 0.8 : 0
      addClue(clues, toPrintedDate(one), one.role === 'published' ? weight + called : 2.5, one.role, ask.now, one)
      nth++
    }
  }
}

function withRole(found: FoundDate, text: string): LabelledDate {
  const label = roleBefore(text.slice(Math.max(0, found.at - 40), found.at))
  return { ...found, role: label ?? 'published', isCalledPublished: false }
}

/** Pages of reference works print their date at the very end, beside other small print. */
export function addPrintedAnywhere(ask: DateAsk, clues: DateClue[]): void {
  const { plan } = ask.article
  for (let at = plan.segments.length - 1; at >= 0; at--) {
    const segment = plan.segments[at]
    if (!segment || segment.weight > 220 || ((plan.out[at] ?? 0) & (hint.related | hint.comments | hint.consent)) !== 0)
      continue
    const found = findPrintedDates(segment.text, ask.context)[0]
    if (found)
      addClue(
        clues,
        toPrintedDate(found),
        1.2 + (isUpdateWord(segment.text) ? 0.5 : 0),
        'published',
        ask.now,
        swapOf(found),
      )
  }
}
