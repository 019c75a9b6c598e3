// In: the invented press, which brings translations by people and names that are agreed on. Out: a memory that knows them,
// sentence by sentence, and a glossary, so that the demo shows originals and translations side by side, and finds names in any
// script, without any engine.

import { sampleGlossary } from '../sample/sample-glossary.ts'
import { afterRevision, type SampleItem, type SampleOutlet } from '../sample/sample-outlet.ts'
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
      const lessons = lessonsOf(item, from)
      if (lessons.length > 0) learnt += await teachMemory(db, { from, to: 'en' }, lessons, now)
    }
  }
  return learnt
}

/** Of the page as it is first printed, and as it is after its outlet has changed it. */
export function lessonsOf(item: SampleItem, from: string): Lesson[] {
  const versions = item.revision ? [item, afterRevision(item)] : [item]
  const pairs = versions.flatMap(({ title, paragraphs, translation }) =>
    translation === undefined
      ? []
      : [
          [title, translation.title] as const,
          ...paragraphs.flatMap((paragraph, at) =>
            pairSentences(
              at === 0 ? printFirst(item.dateline, paragraph) : paragraph,
              at === 0
                ? printFirst(item.datelineInEnglish, translation.paragraphs[at] ?? '')
                : (translation.paragraphs[at] ?? ''),
              from,
            ),
          ),
        ],
  )
  return pairs.map(([source, target]) => ({ source, target, state: 'human', origin: ORIGIN }))
}

/** The page prints its dateline in front of its first paragraph, and the reader takes both as one. */
const printFirst = (dateline: string | undefined, paragraph: string): string =>
  dateline === undefined ? paragraph : `${dateline} ${paragraph}`

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
