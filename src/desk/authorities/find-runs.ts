// In: a paragraph. Out: its runs of capitalised words, with what stands right before and behind each: candidates for names.

import { foldWord } from '../../lib/analyse/fold-letters.ts'
import { joints, ordinaryWords, organisationWords } from './cue-words.ts'

export type Word = { readonly text: string; readonly folded: string; readonly start: number; readonly end: number }

export type Run = {
  readonly words: readonly Word[]
  /** Folded; '' at the edge of a sentence. */
  readonly before: string
  readonly after: string
  /** It opens a sentence, so its first capital says nothing. */
  readonly isFirst: boolean
}

/** More capitals in a row are a headline, or a text in capitals; they name nothing that could be told apart. */
const MOST_WORDS = 14

/** What hyphens tie to a name without being of it. */
const attachedPattern =
  /-(affiliated|aligned|allied|backed|based|controlled|era|funded|held|inspired|language|led|linked|owned|run|speaking|sponsored|style)$/u

const wordPattern = /(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'ʼ-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu

/** @param isOrdinary whether a folded word stands in lower case elsewhere, and so is no name by itself */
export function findRuns(text: string, isOrdinary: (folded: string) => boolean): Run[] {
  const words = splitWords(text)
  const runs: Run[] = []
  for (let at = 0; at < words.length;) {
    const end = runEnd(text, words, at)
    if (end === at) at += 1
    else {
      const run = makeRun(text, words, at, end, isOrdinary)
      if (run) runs.push(run)
      at = end
    }
  }
  return runs
}

/** The words of a text with their places; a possessive `s` and what hangs on by a hyphen are cut off. */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(wordPattern)].flatMap((match) => {
    const possessive = /[’'ʼ]s$/u.exec(match[0])
    const bare = possessive ? match[0].slice(0, -possessive[0].length) : match[0]
    const tail = attachedPattern.exec(bare)
    if (!tail) return [makeWord(bare, match.index)]
    // “al-Qaeda-linked” is linked to al-Qaeda.
    return [makeWord(bare.slice(0, tail.index), match.index), makeWord(tail[1] ?? '', match.index + tail.index + 1)]
  })
}

function makeWord(text: string, start: number): Word {
  return { text, folded: foldWord(text), start, end: start + text.length }
}

/** The place behind the last word of the run that begins at `at`; `at` itself when none does. */
function runEnd(text: string, words: readonly Word[], at: number): number {
  const first = words[at]
  if (!first || !isCapital(first.text)) return at
  let end = at + 1
  for (;;) {
    const previous = words[end - 1]
    const next = words[end]
    if (!previous || !next || !isJoined(text, previous, next)) return end
    if (isCapital(next.text)) {
      end += 1
      continue
    }
    const further = skipJoints(text, words, end, words.slice(Math.max(at, end - MOST_WORDS), end))
    if (further === end) return end
    end = further
  }
}

/** Over “of the” and the like, when a capital follows; “and” only inside the name of an organisation. */
function skipJoints(text: string, words: readonly Word[], from: number, run: readonly Word[]): number {
  let at = from
  while (at < from + 2 && joints.has(words[at]?.folded ?? '')) {
    const [previous, here] = [words[at - 1], words[at]]
    if (!previous || !here || !isJoined(text, previous, here)) return from
    const isOpen = here.folded === 'and' || here.folded === 'for' || here.folded === 'the'
    if (isOpen && !run.some(({ folded }) => organisationWords.has(folded))) return from
    at += 1
  }
  const [previous, next] = [words[at - 1], words[at]]
  if (at === from || !previous || !next || !isCapital(next.text) || !isJoined(text, previous, next)) return from
  return at + 1
}

/** Nothing but a space between two words of one name. A possessive ends a name. */
function isJoined(text: string, one: Word, other: Word): boolean {
  return /^\s$/u.test(text.slice(one.end, other.start))
}

function isCapital(word: string): boolean {
  return /^(?:\p{Lu}|(?:al|el|as|ash|an|ad|at)-\p{Lu}|[a-z]-?\p{Lu}|\p{N}+-?\p{Lu})/u.test(word)
}

function makeRun(
  text: string,
  words: readonly Word[],
  start: number,
  end: number,
  isOrdinary: (folded: string) => boolean,
): Run | null {
  const isFirst = opensSentence(text, words[start - 1], words[start])
  let from = start
  // At the head of a sentence, “Meanwhile Marta Oduya” names Marta Oduya.
  while (from < end && isPlain(words[from], from === start && isFirst, isOrdinary)) from += 1
  const run = words.slice(from, end)
  if (run.length === 0 || run.length > MOST_WORDS) return null
  const [before, after] = [words[from - 1], words[end]]
  const first = run[0]
  const last = run.at(-1)
  return {
    words: run,
    before: before && first && /^[\s,“"‘'(]*$/u.test(text.slice(before.end, first.start)) ? before.folded : '',
    after: after && last && /^(?:[’'ʼ]s)?[\s,]*$/u.test(text.slice(last.end, after.start)) ? after.folded : '',
    isFirst: from === start && isFirst,
  }
}

function isPlain(word: Word | undefined, isFirst: boolean, isOrdinary: (folded: string) => boolean): boolean {
  if (!word) return false
  if (ordinaryWords.has(word.folded) || joints.has(word.text)) return !/^\p{Lu}{2,}$/u.test(word.text)
  return isFirst && isOrdinary(word.folded)
}

function opensSentence(text: string, before: Word | undefined, first: Word | undefined): boolean {
  if (!first) return false
  const gap = text.slice(before?.end ?? 0, first.start)
  return before === undefined || /[.!?…:“"]/u.test(gap)
}
