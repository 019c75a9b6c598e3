// In: an excerpt as it was made on the screen. Out: what the desk is asked to keep, and the way back afterwards.

import type { ExcerptChange, ExcerptToMake } from '../../../server/shapes/excerpt-wish.ts'
import { readSignature } from '../../shell/signature.ts'
import { standingOf, type Draft, type Page, type KeptExcerpt } from './draft.ts'
import { ownWords } from './read-parts.ts'
import { piecesOf, wordsOf } from './strip-print.ts'
import type { Fields, Work } from './work.ts'

const plain = (words: string): string | null => words.trim() || null

export function signed(): { signedBy?: string } {
  const signedBy = readSignature()
  return signedBy === '' ? {} : { signedBy }
}

const wishedFields = ({ speaker, tags, note, basket }: Fields) => ({
  speaker: plain(speaker),
  tags: [...tags],
  note: plain(note),
  basket: plain(basket),
})

type TranslationWish = NonNullable<ExcerptToMake['translation']>

/** @param now milliseconds since 1970 */
function wishedTranslation(page: Page, draft: Draft, kept: KeptExcerpt | null, now: number): TranslationWish | null {
  const { retold } = draft
  if (!retold) return null
  const parts = wordsOf(retold.text, retold.strip)
  const language = page.view?.to ?? kept?.translation?.language ?? 'en'
  const former = kept?.translation
  // Words that nobody has touched keep their maker and their time.
  if (former && !retold.isOfView && retold.text === ownWords(former.parts).text)
    return {
      language: former.language,
      parts,
      state: former.state,
      by: former.by,
      at: former.at,
      edited: former.edited,
    }
  const { state, by } = standingOf(page, draft, readSignature())
  return { language, parts, state, by: by.slice(0, 200) || null, at: now, edited: retold.edited }
}

export function wishOf({ page, fields }: Work, draft: Draft, now: number): ExcerptToMake {
  const translation = wishedTranslation(page, draft, null, now)
  return {
    readingId: page.reading.id,
    pieces: piecesOf(page.reading.text, draft.original),
    ...wishedFields(fields),
    ...(translation ? { translation } : {}),
    ...signed(),
  }
}

/** @param revision that the person has seen */
export function changeOf(work: Work, draft: Draft, kept: KeptExcerpt, revision: number, now: number): ExcerptChange {
  const { page, fields } = work
  const isElsewhere = draft.elsewhere !== null
  const isOther = !isElsewhere && kept.readingId !== page.reading.id
  return {
    revision,
    ...(isElsewhere ? {} : { pieces: piecesOf(page.reading.text, draft.original) }),
    ...(isOther ? { readingId: page.reading.id } : {}),
    translation: wishedTranslation(page, draft, kept, now),
    ...wishedFields(fields),
    ...signed(),
  }
}

/** Everything as it was before: the next revision, made on the one that has just been kept. */
export function backTo(former: KeptExcerpt, now: KeptExcerpt): ExcerptChange {
  const { parts, translation, speaker, tags, note, basket } = former
  const pieces = parts.map((part) =>
    part.kind === 'quote' ? { kind: 'range' as const, start: part.anchor.start, end: part.anchor.end } : part,
  )
  const { state, by, at, edited, language } = translation ?? {}
  // Where the very text that it was cut from was read anew, its places are not those of today.
  const isOther = former.readingId !== now.readingId
  const stands = isOther || former.anchoring === 'held'
  return {
    revision: now.revision,
    ...(stands ? { pieces } : {}),
    ...(isOther ? { readingId: former.readingId } : {}),
    translation:
      translation && state && language
        ? { language, parts: translation.parts, state, by: by ?? null, at: at ?? null, edited: edited ?? false }
        : null,
    speaker,
    tags: [...tags],
    note,
    basket,
    ...signed(),
  }
}
