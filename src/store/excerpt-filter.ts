// Which excerpts are asked for. Lists within a filter are alternatives; filters together all hold.

import type { Anchoring } from '../domain/excerpt.ts'
import type { ItemId } from '../domain/feed.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { TranslationState } from '../domain/translation.ts'
import { tokenStream } from '../lib/analyse/analyse.ts'
import type { Db } from './db.ts'

export type ExcerptFilter = {
  readonly itemId?: ItemId | undefined
  readonly outlets?: readonly OutletId[] | undefined
  /** null = in none. */
  readonly baskets?: readonly (string | null)[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly anchorings?: readonly Anchoring[] | undefined
  /** null = not known. */
  readonly languages?: readonly (string | null)[] | undefined
  /** null = the outlet itself, or not said. */
  readonly speakers?: readonly (string | null)[] | undefined
  readonly translations?: readonly TranslationState[] | undefined
  /** Whether a use of it stands. */
  readonly used?: boolean | undefined
  /** Words that all occur in it, in original, translation, note, speaker or tags; folded as search folds them. */
  readonly words?: string | undefined
  /** Those that were withdrawn: not (the default), too, or only they. */
  readonly withdrawn?: 'without' | 'with' | 'only' | undefined
}

/** How many words of a question are looked at. */
const MOST_WORDS = 20

export function filterExcerpts(db: Db, filter: ExcerptFilter) {
  let query = db.selectFrom('excerpts')
  const { itemId, outlets, baskets, tags, anchorings, languages, speakers, translations, used } = filter
  if (itemId !== undefined) query = query.where('excerpts.item_id', '=', itemId)
  if (outlets) {
    const theirs = db.selectFrom('items').select('id').where('outlet_id', 'in', someOf(outlets))
    query = query.where('excerpts.item_id', 'in', theirs)
  }
  if (tags) {
    const labelled = db.selectFrom('excerpt_tags').select('excerpt_id').where('label', 'in', someOf(tags))
    query = query.where('excerpts.id', 'in', labelled)
  }
  if (anchorings) query = query.where('excerpts.anchoring', 'in', someOf(anchorings))
  if (translations) query = query.where('excerpts.translation_state', 'in', someOf(translations))
  const nullable = { basket: baskets, language: languages, speaker: speakers } as const
  for (const column of ['basket', 'language', 'speaker'] as const) {
    const wanted = nullable[column]
    if (!wanted) continue
    const named = wanted.filter((value) => value !== null)
    query = query.where((e) =>
      e.or([
        ...(named.length > 0 ? [e(`excerpts.${column}`, 'in', named)] : []),
        ...(wanted.includes(null) ? [e(`excerpts.${column}`, 'is', null)] : []),
      ]),
    )
  }
  if (used !== undefined) query = query.where('excerpts.uses', used ? '>' : '=', 0)
  const { withdrawn = 'without' } = filter
  if (withdrawn !== 'with') query = query.where('excerpts.withdrawn_at', withdrawn === 'only' ? 'is not' : 'is', null)
  // Tokens hold letters, marks and digits only, never a sign that `like` would read.
  for (const word of wordsOf(filter)) query = query.where('excerpts.words', 'like', `% ${word} %`)
  return query
}

function wordsOf({ words = '' }: ExcerptFilter): string[] {
  return tokenStream(words)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
}

/** No engine takes an empty list; no value is an empty text. */
function someOf<Value extends string>(values: readonly Value[]): readonly (Value | '')[] {
  return values.length === 0 ? [''] : values
}
