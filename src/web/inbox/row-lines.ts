// In: an item, and what is to stand first. Out: the two lines of its row. Never three: what has no room stands in the peek.

import type { ItemRow } from '../../server/shapes/item.ts'
import { shownTranslation, type TitleOrder, type TitleTranslation } from '../parts/shown-title.ts'

export type RowLine =
  | { readonly kind: 'translation'; readonly of: TitleTranslation }
  | { readonly kind: 'original' }
  | { readonly kind: 'lead' }

/** A translation never stands without its original; an original without a translation has its lead under it. */
export function layRow(item: Pick<ItemRow, 'translation'>, order: TitleOrder): readonly [RowLine, RowLine] {
  const of = shownTranslation(item, order)
  const original = { kind: 'original' } as const
  if (of === null) return [original, { kind: 'lead' }]
  const translation = { kind: 'translation', of } as const
  return order === 'original' ? [original, translation] : [translation, original]
}

/** Whether the row must say that nobody has translated it. @param to what the desk translates into */
export function lacksTranslation(
  item: Pick<ItemRow, 'translation' | 'language' | 'state'>,
  order: TitleOrder,
  to: string,
): boolean {
  if (order === 'alone' || item.state !== 'read' || item.language === null) return false
  return shownTranslation(item, order) === null && primaryOf(item.language) !== primaryOf(to)
}

const primaryOf = (tag: string) => tag.split('-', 1)[0]?.toLowerCase()
