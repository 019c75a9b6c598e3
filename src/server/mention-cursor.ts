// A place in a list of mentions as text: opaque outside, checked when it comes back.

import { DeskError } from '../domain/errors.ts'
import type { MentionCursor } from '../store/authority-mentions.ts'

/** Writes the place after a mention. */
export function writeMentionCursor({ orderAt, id }: MentionCursor): string {
  return `${orderAt.toString(36)}.${id}`
}

/** Reads it again. Throws `bad-input` for anything that we did not write. */
export function readMentionCursor(text: string): MentionCursor {
  const [, time = '', id = ''] = /^(-?[0-9a-z]{1,11})\.([0-9a-f-]{36}:m\d{1,7})$/.exec(text) ?? []
  const orderAt = Number.parseInt(time, 36)
  if (id === '' || !Number.isSafeInteger(orderAt)) {
    throw new DeskError('bad-input', '“before” is not a place in this list. Take it from “next” of the page before.')
  }
  return { orderAt, id }
}
