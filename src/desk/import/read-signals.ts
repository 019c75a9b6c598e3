// In: the lines of an import. Out: what each line looks like, as small facts that the labelling weighs.
// A line is judged by its first characters and its last ones only, so a line of a hundred megabytes costs as much as a page.

import { foldTitle } from './fold-title.ts'
import { clearLanguage, isEnglish, scriptOf } from './judge-words.ts'
import { findCitation } from './find-citation.ts'
import type { Line } from './printed-lines.ts'
import { weighHeadline } from './weigh-headline.ts'
import { isNameLine } from './read-author.ts'
import { noteLabelOf, type NoteLabel } from './note-label.ts'

export type Heading = 'sources' | 'notes' | 'image'

export type Signals = {
  readonly length: number
  readonly blanksBefore: number
  readonly heading: Heading | null
  /** `Image:`, `Source:`, `Attribution:` at the start. */
  readonly imageLabel: boolean
  readonly summary: boolean
  readonly note: NoteLabel | null
  /** An endnote marker stands inside. */
  readonly marker: boolean
  readonly indexRow: boolean
  readonly bullet: boolean
  readonly addressOnly: boolean
  /** How much the line looks like a citation: 0 = not at all, above 4 = surely. */
  readonly citation: number
  readonly opensQuoted: boolean
  readonly closesQuoted: boolean
  /** The next line begins with a bracket, as a translation under an original title does. */
  readonly aboveBracket: boolean
  /** The next line is a citation. */
  readonly aboveCitation: boolean
  /** Names alone, above a citation that begins with its title. */
  readonly isAuthorLine: boolean
  /** In Latin letters, and surely not in English. */
  readonly foreign: boolean
  /** In another language than the file, and clearly so. */
  readonly alien: boolean
  /** An opening mark that is never closed. */
  readonly leftOpen: boolean
  /** How much the line looks like a headline, about -8 to 6. */
  readonly headline: number
  readonly endsSentence: boolean
  readonly startsLower: boolean
  /** Most letters are of another script than Latin. */
  readonly otherScript: boolean
  /** The line says what a `Image:` line of the same file says. */
  readonly isImageCaption: boolean
  /** The line repeats the one before it. */
  readonly repeats: boolean
  /** Words of a site around a text: appeals, menus, sharing. */
  readonly chrome: boolean
  readonly endsWithComma: boolean
}

const windowSize = 4000
const headings: readonly [Heading, RegExp][] = [
  ['sources', /^(?:sources?|citations?)\s{0,3}:?$/iu],
  ['notes', /^(?:end)?\s?notes?\s{0,3}:?$/iu],
  ['image', /^(?:image|photo|picture)s?\s(?:information|info|credits?)\s{0,3}:?$/iu],
]
const imageLabel = /^(?:image|source|attribution)\s{0,3}:/iu
const datedRow =
  /^(?:[*•‣▪–-]\s{1,4})?(?:\d{4}-\d{2}(?:-\d{2})?|\d{1,2}\s\p{L}{3,9}\.?\s\d{4}|\p{Lu}\p{L}{2,8}\s(?:\d{1,2},\s)?\d{4})\s{1,4}[^\s:–—-]/u
const isoRow = /^(?:[*•‣▪–-]\s{1,4})?\d{4}-\d{2}-\d{2}\s{1,4}\S/u
const marker = /\[[ivxl]{1,7}\]/u
const bullet = /^[*•‣▪–-]\s{1,4}\S/u
const chromeWords =
  /exit mobile version|share this|subscribe to|sign up for|all rights reserved|cookie|donate|donation|annetus|click here|skip to (?:main )?content|read more|back to top|follow us|powered by|leave a comment|related posts|print this|\bIBAN\b/iu
/** Short lines that are a button or a number of a page, and nothing else. */
const furniture =
  /^(?:home|about(?: us)?|contact(?: us)?|menu|search|sign in|log ?in|tweet|share|facebook|twitter|linkedin|whatsapp|telegram|email|print|download|subscribe|privacy(?: policy)?|terms(?: of use)?|site ?map|archives?|next|previous|older posts|newer posts|page \d{1,4}(?: of \d{1,4})?|\d{1,4}(?: ?\/ ?\d{1,4})?|[-=_*—–.· ]{2,80}|share this:?|like this:?|loading…?|\d{1,3} comments?|copyright .{0,60}|© .{0,60})$/iu
const account = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/u

/** Facts of every line, in order. */
export function readSignals(lines: readonly Line[]): Signals[] {
  const captions = new Set(lines.flatMap((line) => imageCaptionOf(line)))
  const weights = lines.map((line) => findCitation(line.text.slice(0, windowSize))?.weight ?? 0)
  const language = mainLanguage(lines)
  const rows = lines.map(({ text }) => rowLikeness(text))
  let before = ''
  return lines.map((line, at) => {
    const folded = line.text.length > windowSize ? '' : foldTitle(line.text)
    const around = {
      citation: weights[at] ?? 0,
      indexRow: rows[at] === 'row' || (rows[at] === 'dated' && (rows[at - 1] === 'row' || rows[at + 1] === 'row')),
      isImageCaption: folded !== '' && captions.has(folded),
      repeats: folded !== '' && folded === before,
      isAuthorLine: (weights[at + 1] ?? 0) >= 4 && /^[“"«‘(]/u.test(lines[at + 1]?.text ?? '') && isNameLine(line.text),
      aboveBracket: lines[at + 1]?.text.startsWith('(') ?? false,
      aboveCitation: (weights[at + 1] ?? 0) >= 4,
      alien: language !== null && line.text.length < 400 && isOther(clearLanguage(line.text), language),
    }
    before = folded
    return judgeLine(line, around)
  })
}

/** Whether a line holds a bank account number (ISO 13616), which no record keeps. */
export function holdsBankAccount(text: string): boolean {
  return account.test(text.slice(0, windowSize))
}

type Around = Pick<
  Signals,
  'citation' | 'isImageCaption' | 'repeats' | 'aboveBracket' | 'aboveCitation' | 'alien' | 'isAuthorLine' | 'indexRow'
>

function judgeLine(line: Line, around: Around): Signals {
  const { text } = line
  const head = text.slice(0, windowSize)
  const tail = text.slice(-80)
  return {
    length: text.length,
    blanksBefore: line.blanksBefore,
    heading: text.length > 40 ? null : (headings.find(([, pattern]) => pattern.test(text))?.[0] ?? null),
    imageLabel: imageLabel.test(head),
    summary: /^summary\s{0,3}:/iu.test(head),
    note: noteLabelOf(head),
    marker: marker.test(text.slice(1)),
    bullet: bullet.test(head),
    addressOnly: /^(?:https?:\/\/|www\.)\S{1,3000}$/u.test(text) || isSlug(text),
    opensQuoted: /^[“"‘«„”']/u.test(head),
    closesQuoted: /[”"’»“'][.,;…]{0,2}(?:\s{0,2}\[[ivxl]{1,7}\])?$/u.test(tail),
    leftOpen: countOf(head, /[“«„]/gu) > countOf(head, /[”»]/gu) || countOf(head, /"/gu) % 2 === 1,
    headline: weighHeadline(line, head, tail),
    endsSentence: /[.!?…。؟۔][”"’»)\]]{0,3}(?:\[[ivxl]{1,7}\])?$/u.test(tail),
    startsLower: /^\p{Ll}/u.test(head),
    otherScript: isOtherScript(head.slice(0, 600)),
    ...around,
    foreign: around.aboveCitation && text.length < 300 && isForeign(text),
    chrome: text.length < 400 && (furniture.test(text) || chromeWords.test(text) || holdsBankAccount(text)),
    endsWithComma: tail.endsWith(','),
  }
}

function imageCaptionOf(line: Line): string[] {
  const caption = /^image\s{0,3}:\s{0,8}(\S[^\n]{5,1500})$/iu.exec(line.text.slice(0, windowSize))?.[1]
  return caption === undefined ? [] : [foldTitle(caption)]
}

/** The end of an address, in any script, that stands alone: words joined by hyphens. */
function isSlug(text: string): boolean {
  return text.length < 600 && !/\s/u.test(text) && countOf(text, /-/gu) >= 3
}

function isOtherScript(text: string): boolean {
  const letters = countOf(text, /\p{L}/gu)
  return letters >= 3 && countOf(text, /[\p{L}--\p{Script=Latin}]/gv) * 2 > letters
}

/** A row has an ISO day, or another date and its authors; with another date alone it is one among rows only. */
function rowLikeness(text: string): 'row' | 'dated' | null {
  const head = text.slice(0, 200)
  if (isoRow.test(head)) return 'row'
  if (text.length > 400 || !datedRow.test(head)) return null
  return /\([^()]{3,80}\)?$/u.test(text.slice(-90)) ? 'row' : 'dated'
}

function isOther(language: string | null, main: string): boolean {
  return language !== null && language !== main
}

/** The language of most of the longer lines; null = none is clear. */
function mainLanguage(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>()
  for (const line of lines.filter(({ text }) => text.length > 120).slice(0, 60)) {
    const language = clearLanguage(line.text.slice(0, 600))
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function isForeign(text: string): boolean {
  return scriptOf(text) === 'Latn' && !isEnglish(text)
}

/** How often a pattern with the flag `g` is found. */
export function countOf(text: string, pattern: RegExp): number {
  let times = 0
  pattern.lastIndex = 0
  while (pattern.exec(text) !== null) times += 1
  return times
}
