// In: a sentence in a script with capitals. Out: its runs of capitalised words, each a name perhaps, with their places.

import { foldWord } from '../../lib/analyse/fold-letters.ts'

export type NameWord = {
  readonly text: string
  /** UTF-16 offsets into the sentence. */
  readonly start: number
  readonly end: number
  /** Lower case, without marks, apostrophes and the Arabic article. */
  readonly folded: string
}

export type NameRun = {
  readonly words: readonly NameWord[]
  /** Its first word begins the sentence or something said in it, so that the capital may mean nothing. */
  readonly isFirst: boolean
}

const WORD = /[\p{L}\p{M}]+(?:['’‘ʼ-][\p{L}\p{M}]+)*/gu
/** What may stand inside a name with a small letter. */
const particles = new Set(
  'al el ad an ar as ash at az ed er es ould bin ben ibn bint de del della di da do dos das du des la le von van der den ten y e -e ye ul ol od or os oz'.split(
    ' ',
  ),
)
const MOST_RUNS = 200

/** Lower case without marks; without the article, an elided one, and what is hung on with an apostrophe. */
export function foldName(word: string): string {
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[dl]['’](?=\p{L}{2})/u, '')
    .replace(/(?<=\p{Script=Latin}{3})['’]\p{L}{1,4}$|['’‘ʼ]$/u, '')
    .replace(/^(?:al|el|ad|an|ar|as|ash|at|az|аль|ад|ар|ас|аш|ан|ат|эль)-(?=\p{L}{2})/u, '')
    .replace(/['’‘ʼ]/gu, '')
    // ‘Abd is said with the article after it: Abdul, Abdel.
    .replace(/^abd(?:[aeou]{1,2}[lrnzs])$/u, 'abd')
  return plain.split('-').map(foldWord).join('-')
}

/** Runs in order; particles are inside a run, never at its ends. Words in capitals only are acronyms and in none. */
export function readNameRuns(sentence: string): NameRun[] {
  const runs: NameRun[] = []
  let run: NameWord[] = []
  let pending = false
  let isFirst = true
  let end = 0
  const close = (): void => {
    if (run.length > 0 && runs.length < MOST_RUNS) runs.push({ words: run, isFirst })
    run = []
    pending = false
  }
  for (const match of sentence.matchAll(WORD)) {
    const [text] = match
    const gap = sentence.slice(end, match.index)
    end = match.index + text.length
    const isJoined = /^[\s\u00a0-]*$/u.test(gap)
    if (!isJoined) close()
    const isCapital = /^(?:[a-z]{1,3}[-’'‘])?\p{Lu}/u.test(text)
    const isAcronym = /^\p{Lu}{2,}s?$/u.test(text)
    if (isCapital && !isAcronym) {
      if (run.length === 0) isFirst = startsSaying(sentence, match.index)
      run.push({ text, start: match.index, end, folded: foldName(text) })
      pending = false
    } else if (run.length > 0 && !pending && particles.has(text.toLowerCase())) pending = true
    else close()
  }
  close()
  return runs
}

/** At the beginning of the sentence, after a full stop, a colon or an opening quotation mark. */
const startsSaying = (sentence: string, at: number): boolean =>
  /(?:^|[.!?:;/|…–—*•]\s*|["“«„‘(]\s*)$/u.test(sentence.slice(Math.max(0, at - 4), at).replace(/^\s+$/u, ''))

const LEAST_WORDS = 3
/** Words that headlines leave small. */
const smallInHeadlines =
  /^(?:the|and|for|its|his|her|not|but|nor|yet|off|out|via|per|del|las|los|por|con|des|les|dan|der|die|das|und|from|with|over|into|onto|upon|than|that|this|amid|when|after|under|about|against|between|para|sobre|pour|dans|avec|yang|untuk|dari)$/u

/** A headline that gives every other word a capital: none of them says anything. */
export function isHeadline(sentence: string): boolean {
  const words = (sentence.match(/\p{L}{3,}/gu) ?? []).slice(1, 200).filter((word) => !smallInHeadlines.test(word))
  return words.length >= LEAST_WORDS && words.every((word) => /^\p{Lu}/u.test(word))
}
