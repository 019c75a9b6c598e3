// A place in a list of excerpts as text: opaque outside, checked when it comes back.

import { DeskError } from '../domain/errors.ts'
import { parseId } from '../domain/id.ts'
import type { ExcerptPlace } from '../store/excerpts.ts'

/** Writes the place after an excerpt. */
export function writeExcerptPlace({ id, position }: ExcerptPlace): string {
  return position === null ? id : `${id}.${position.toString(36)}`
}

/** Reads it again. Throws `bad-input` for anything that we did not write. */
export function readExcerptPlace(text: string): ExcerptPlace {
  const [idText = '', placed] = text.split('.')
  const id = parseId<'excerpt'>(idText)
  const position =
    placed === undefined ? null : /^[0-9a-z]{1,11}$/.test(placed) ? Number.parseInt(placed, 36) : Number.NaN
  if (id === undefined || (position !== null && !Number.isSafeInteger(position))) {
    throw new DeskError('bad-input', '“before” is not a place in this list. Take it from “next” of the page before.')
  }
  return { id, position }
}
