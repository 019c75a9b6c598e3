// What an excerpt was in each of its revisions, so that people see what was changed and by whom.

import { printParts, type Excerpt as KeptExcerpt, type ExcerptId } from '../../domain/excerpt.ts'
import type { Db } from '../../store/db.ts'
import { listExcerptRevisions } from '../../store/excerpts.ts'
import { findChangedFigures } from '../../translate/compare/compare-figures.ts'
import { findMachineMarks, findMarkup } from '../../translate/compare/find-marks.ts'
import type { ExcerptDetail } from '../shapes/excerpt-detail.ts'

type Revision = ExcerptDetail['revisions'][number]

export async function loadRevisions(db: Db, id: ExcerptId): Promise<Revision[]> {
  const revisions = await listExcerptRevisions(db, id)
  return revisions.map(({ excerpt, ...revision }) => ({ ...revision, content: contentOf(excerpt) }))
}

function contentOf({ parts, translation, speaker, tags, note, basket, captureId }: KeptExcerpt): Revision['content'] {
  return {
    printed: printParts(parts),
    translation: translation && {
      printed: printParts(translation.parts),
      state: translation.state,
      by: translation.by,
      edited: translation.edited === true,
    },
    speaker,
    tags: [...tags],
    note,
    basket,
    captureId,
  }
}

/**
 * Figures that the excerpt and its translation do not share, whoever wrote it: a slip of the hand is one too. What one side
 * leaves out on purpose is no slip.
 */
export function differsOf({ parts, translation, language }: Pick<KeptExcerpt, 'parts' | 'translation' | 'language'>) {
  if (translation === null) return []
  const pair = {
    source: printParts(parts),
    target: printParts(translation.parts),
    from: language,
    to: translation.language,
  }
  const isCut = ({ kind }: { readonly kind: string }): boolean => kind === 'elision'
  const [original, told] = [parts.some(isCut), translation.parts.some(isCut)]
  return findChangedFigures(pair)
    .filter(({ inTranslation }) => (inTranslation === undefined ? !told : !original))
    .map(({ words }) => words)
}

/** Why a person should ask “unreviewed machine translation?”: what no translator writes. In plain words; empty = nothing. */
export function doubtsOf({ parts, translation }: Pick<KeptExcerpt, 'parts' | 'translation'>): string[] {
  if (translation === null) return []
  const pair = {
    source: printParts(parts),
    target: printParts(translation.parts),
    from: null,
    to: translation.language,
  }
  return [...findMachineMarks(pair), ...findMarkup(pair)].map(({ words }) => words)
}
