// In: the texts of an original and its copy. Out: what the copy added, dropped and altered, in words people read.
// What stands around the text is named apart, and numbers of accounts in it are left out: a donation appeal is no news.

import { compareCopies } from './compare-copies.ts'
import type { CopyKind } from '../../domain/copy.ts'

export type ChangeReport = {
  readonly added: readonly string[]
  readonly dropped: readonly string[]
  readonly altered: readonly {
    readonly original: string
    readonly copy: string
    readonly words: readonly { readonly dropped: string; readonly added: string }[]
  }[]
  /** Short lines around and between that are no sentences. */
  readonly furniture: readonly string[]
  /** Changes that were left out, because there are so many. */
  readonly more: number
}

const MOST = 30
const LONGEST = 500
/** IBAN (ISO 13616), card and account numbers. */
const ACCOUNT =
  /(?<![\p{L}\p{N}])(?:[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?|\d(?:[ -]?\d){11,22})(?![\p{L}\p{N}])/gu

/** At most 30 changes of each sort, each at most 500 letters. All that an `in-chrome` copy adds is furniture. */
export function reportChanges(original: string, copy: string, kind: CopyKind): ChangeReport {
  const changes = compareCopies(original, copy)
  const show = (text: string, { start, end }: { start: number; end: number }) => {
    const shown = text.slice(start, Math.min(end, start + LONGEST)).replace(ACCOUNT, '[account number left out]')
    return end - start > LONGEST ? `${shown}…` : shown
  }
  const added: string[] = []
  const furniture: string[] = []
  const dropped: string[] = []
  const altered: ChangeReport['altered'][number][] = []
  for (const change of changes) {
    if (change.kind === 'added')
      (change.isFurniture || kind === 'in-chrome' ? furniture : added).push(show(copy, change.copy))
    else if (change.kind === 'dropped') dropped.push(show(original, change.original))
    else altered.push({ original: show(original, change.original), copy: show(copy, change.copy), words: change.words })
  }
  const more = [added, furniture, dropped, altered].reduce((sum, list) => sum + Math.max(0, list.length - MOST), 0)
  return {
    added: added.slice(0, MOST),
    dropped: dropped.slice(0, MOST),
    altered: altered.slice(0, MOST),
    furniture: furniture.slice(0, MOST),
    more,
  }
}
