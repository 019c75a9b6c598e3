// In: the lines of a text without apparatus. Out: what a repost shows of itself: the site around it, related readings, relative dates.

import type { Printed, RelatedReading, Repost } from '../../domain/article.ts'
import { findAddresses } from './find-addresses.ts'
import { findDates } from './find-dates.ts'
import { latinLanguage } from './judge-words.ts'
import { printedLine, type Line } from './printed-lines.ts'
import { reasonEarliest } from './reason-earliest.ts'
import { bareTitle } from './split-titles.ts'

const monthWord = 'January|February|March|April|May|June|July|August|September|October|November|December'
const relative = new RegExp(
  `\\b(?:(?:last|this|next|past) (?:week|month|year|spring|summer|autumn|fall|winter|decade|${monthWord}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:’s(?: \\p{Lu}{2,8}\\b)?)?|(?:earlier|later) this (?:week|month|year)|recently|yesterday|today|tomorrow|at the (?:start|beginning|end) of the (?:year|month|week)|(?:a|two|three|four|several|\\d{1,2}) (?:days|weeks|months|years|day|week|month|year) ago)`,
  'gu',
)

/** A bullet "date: “title”" as related reading. */
export function readRelated(line: Line): RelatedReading {
  const lead = /^[*•‣▪–-]\s{1,4}/u.exec(line.text)?.[0].length ?? 0
  const rest = line.text.slice(lead)
  const date = findDates(rest.slice(0, 40)).find((found) => found.start === 0)
  const after = rest.slice(date?.end ?? 0).replace(/^[\s:,–—-]+/u, '')
  const address = findAddresses(after)[0]
  const quoted = after.slice(0, address?.start ?? after.length)
  const open = /^[“"«]/u.test(quoted) && !/[”"»]/u.test(quoted.slice(1))
  return {
    ...printedLine(line),
    date: date?.edtf ?? null,
    dateAsPrinted: date?.text ?? null,
    title: bareTitle(quoted),
    url: address?.url ?? null,
    defect: open ? 'closing quotation mark missing' : null,
  }
}

/** What can be said of the site around a text, and of when the text was written. */
export function readRepost(
  chrome: readonly Line[],
  body: readonly Printed[],
  related: readonly RelatedReading[],
): Repost {
  const words = chrome.map((line) => line.text).join('\n')
  return {
    site: siteIn(words),
    siteLanguage: chrome.length === 0 ? null : languageOf(chrome),
    chromeLines: chrome.map((line) => line.number),
    relativeDates: body.flatMap(findRelativeDates),
    earliest: reasonEarliest(body, related),
  }
}

function findRelativeDates(paragraph: Printed): Printed[] {
  return [...paragraph.text.matchAll(relative)].map((match) => ({
    text: match[0],
    start: paragraph.start + match.index,
    end: paragraph.start + match.index + match[0].length,
    line: paragraph.line,
  }))
}

function siteIn(words: string): string | null {
  return (
    /(?<![\p{L}\p{N}@.])((?:[\p{L}\p{N}-]{1,40}\.){1,3}(?:com|org|net|info|news|eu|[a-z]{2}))(?![\p{L}\p{N}.])/iu.exec(
      words,
    )?.[1] ?? null
  )
}

/** The language most of the lines are in; a line of English furniture ("Exit mobile version") does not outvote the others. */
function languageOf(chrome: readonly Line[]): string | null {
  const longest = chrome.toSorted((a, b) => b.text.length - a.text.length)[0]
  return longest === undefined ? null : latinLanguage(longest.text)
}
