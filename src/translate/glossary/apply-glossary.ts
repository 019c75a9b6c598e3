// In: a sentence, and the glossary. Out: the terms that are in it, with what each is to be called.
// Found by the same analyser that search uses: case, forms of letters and light endings do not matter, whole words do.

import { analyse, type Token } from '../../lib/analyse/analyse.ts'
import { isLanguage, type GlossaryTerm } from './glossary-term.ts'

export type TermFound = {
  readonly term: GlossaryTerm
  /** UTF-16 offsets into the sentence. */
  readonly start: number
  readonly end: number
  /** What it is to be called, the agreed name first; never empty. */
  readonly targets: readonly string[]
  readonly forbidden: readonly string[]
}

type Entry = { readonly tokens: readonly string[]; readonly term: GlossaryTerm }
export type Glossary = {
  readonly find: (sentence: string) => TermFound[]
}

/** Makes a glossary ready for one direction: finding costs the length of the sentence, however many terms there are. */
export function openGlossary(terms: readonly GlossaryTerm[], from: string, to: string): Glossary {
  const byFirst = new Map<string, Entry[]>()
  for (const term of terms) {
    if (targetsOf(term, to).length === 0) continue
    for (const name of term.names) {
      if (!isLanguage(name.language, from) || name.status === 'forbidden') continue
      const tokens = analyse(name.text).map(({ token }) => token)
      const [first] = tokens
      if (first === undefined) continue
      const entries = byFirst.get(first) ?? []
      entries.push({ tokens, term })
      byFirst.set(first, entries)
    }
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.tokens.length - a.tokens.length)
  return { find: (sentence) => findTerms(analyse(sentence), byFirst, to) }
}

/** The longest term wins, and a word is in one term only. */
function findTerms(tokens: readonly Token[], byFirst: ReadonlyMap<string, readonly Entry[]>, to: string): TermFound[] {
  const found: TermFound[] = []
  for (let at = 0; at < tokens.length;) {
    const entry = byFirst.get(tokens[at]?.token ?? '')?.find((one) => standsAt(tokens, at, one.tokens))
    if (!entry) {
      at += 1
      continue
    }
    const last = tokens[at + entry.tokens.length - 1]
    const forbidden = entry.term.names.flatMap((name) =>
      name.status === 'forbidden' && isLanguage(name.language, to) ? name.text : [],
    )
    found.push({
      term: entry.term,
      start: tokens[at]?.start ?? 0,
      end: last?.end ?? 0,
      targets: targetsOf(entry.term, to),
      forbidden,
    })
    at += entry.tokens.length
  }
  return found
}

function standsAt(tokens: readonly Token[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((token, offset) => tokens[at + offset]?.token === token)
}

function targetsOf(term: GlossaryTerm, to: string): string[] {
  const names = term.names.filter((name) => isLanguage(name.language, to) && name.status !== 'forbidden')
  return [
    ...names.filter(({ status }) => status === 'agreed'),
    ...names.filter(({ status }) => status === 'admitted'),
  ].map(({ text }) => text)
}

/** Whether a text has a name in it, word for word as the analyser sees words. */
export function containsName(text: string, name: string): boolean {
  const tokens = analyse(text)
  const wanted = analyse(name).map(({ token }) => token)
  return wanted.length > 0 && tokens.some((_, at) => standsAt(tokens, at, wanted))
}
