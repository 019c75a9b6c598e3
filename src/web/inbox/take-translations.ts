// A translation that arrives shows in its place: the row stays where it is, in every list that holds it.

import type { ItemRow } from '../../server/shapes/item.ts'
import { client } from '../api/client.ts'
import { onTranslated } from '../api/live.ts'
import { changeItems } from '../triage/change-items.ts'
import { askRowsAnew } from './item-pages.ts'

/** Shows items' translations as they stand now. */
export function takeTranslations(now: readonly Pick<ItemRow, 'id' | 'translation'>[]) {
  const standing = new Map(now.map(({ id, translation }) => [id, translation]))
  changeItems((item) => {
    const translation = standing.get(item.id)
    return translation === undefined || isSame(translation, item.translation) ? item : { ...item, translation }
  })
}

const isSame = (one: ItemRow['translation'], other: ItemRow['translation']) =>
  JSON.stringify(one) === JSON.stringify(other)

/** Called once, when the desk starts. */
export function followTranslations() {
  onTranslated(({ changed }) => {
    if (changed !== null) takeTranslations(changed)
    else void askRowsAnew(client).then(takeTranslations, () => {}) // the server went away: it will open again
    // What names pages in other shapes is asked anew when it is next looked at.
    void client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'notices' || queryKey[2] === 'copies',
      refetchType: 'none',
    })
  })
}
