// In: the invented press, which brings translations by people and names that are agreed on. Out: a memory that knows them,
// sentence by sentence, and a glossary, so that the demo shows originals and translations side by side, and finds names in any
// script, without any engine.

import { sampleGlossary } from '../sample/sample-glossary.ts'
import type { SampleItem, SampleOutlet } from '../sample/sample-outlet.ts'
import type { Db } from '../store/db.ts'
import { keepTerm } from '../translate/glossary/keep-glossary.ts'
import { teachMemory, type Lesson } from '../translate/memory/translation-memory.ts'
import { alignSegments } from '../translate/segments/align-segments.ts'
import { splitSegments } from '../translate/segments/split-segments.ts'

/** Who is said to have translated, and agreed on names. */
const ORIGIN = 'human, sample'

/** @returns how many sentences the memory has learnt */
export async function teachSample(db: Db, outlets: readonly SampleOutlet[], now: number): Promise<number> {
  for (const { key, kind, names } of sampleGlossary) {
    const agreed = Object.entries(names).map(([language, text]) => ({ language, text, status: 'agreed' as const }))
    await keepTerm(db, { key, kind, names: agreed, note: null }, { signedBy: ORIGIN, now })
  }
  let learnt = 0
  for (const outlet of outlets) {
    for (const item of outlet.items) {
      const from = item.language ?? outlet.languages[0] ?? 'und'
      if (item.translation) learnt += await teachMemory(db, { from, to: 'en' }, lessonsOf(item, from), now)
    }
  }
  return learnt
}

function lessonsOf({ title, paragraphs, translation }: SampleItem, from: string): Lesson[] {
  if (!translation) return []
  const pairs = paragraphs.flatMap((paragraph, at) => pairSentences(paragraph, translation.paragraphs[at] ?? '', from))
  return [[title, translation.title] as const, ...pairs].map(([source, target]) => ({
    source,
    target,
    state: 'human',
    origin: ORIGIN,
  }))
}

/** Sentences of a paragraph with what each became; two that became one are not taken apart. */
function pairSentences(source: string, target: string, from: string): (readonly [string, string])[] {
  const sources = sentencesOf(source, from)
  const targets = sentencesOf(target, 'en')
  return alignSegments(sources, targets, { from, to: 'en' }).flatMap((pair) => {
    const words = targets.slice(...pair.target).join(' ')
    const [only] = sources.slice(...pair.source)
    return only !== undefined && pair.source[1] - pair.source[0] === 1 && words !== '' ? [[only, words] as const] : []
  })
}

const sentencesOf = (text: string, language: string): string[] =>
  splitSegments(text, [], language).map(({ start, end }) => text.slice(start, end))
