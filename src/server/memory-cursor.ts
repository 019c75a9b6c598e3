// A place in the memory as text: opaque outside, checked when it comes back.

import { DeskError } from '../domain/errors.ts'
import type { MemoryPlace } from '../store/memory-pages.ts'

export const writeMemoryCursor = ({ changedAt, no }: MemoryPlace): string =>
  `${changedAt.toString(36)}.${no.toString(36)}`

/** Throws `bad-input` for anything that we did not write. */
export function readMemoryCursor(text: string): MemoryPlace {
  const [, time = '', number = ''] = /^([0-9a-z]{1,11})\.([0-9a-z]{1,11})$/.exec(text) ?? []
  const place = { changedAt: Number.parseInt(time, 36), no: Number.parseInt(number, 36) }
  if (!Number.isSafeInteger(place.changedAt) || !Number.isSafeInteger(place.no))
    throw new DeskError('bad-input', '“before” is not a place in this list. Take it from “next” of the page before.')
  return place
}
