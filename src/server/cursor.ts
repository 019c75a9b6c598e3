// A place in a list as text: opaque outside, checked when it comes back.

import { DeskError } from '../domain/errors.ts'
import { parseId } from '../domain/id.ts'
import type { ItemCursor } from '../store/item-list.ts'

/** Writes the place after an item. */
export function writeItemCursor(cursor: ItemCursor): string {
  return `${cursor.orderAt.toString(36)}.${cursor.id}`
}

/** Reads it again. Throws `bad-input` for anything that we did not write. */
export function readItemCursor(text: string): ItemCursor {
  const [time = '', idText = ''] = text.split('.')
  const id = parseId<'item'>(idText)
  const orderAt = /^-?[0-9a-z]{1,11}$/.test(time) ? Number.parseInt(time, 36) : Number.NaN
  if (id === undefined || !Number.isSafeInteger(orderAt)) {
    throw new DeskError('bad-input', '“before” is not a place in this list. Take it from “next” of the page before.')
  }
  return { orderAt, id }
}
