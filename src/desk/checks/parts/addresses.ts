// Addresses as they are printed, with their places.

import type { Span } from '../../../domain/article.ts'
import type { CheckDocument } from '../check.ts'
import { passagesIn, type PassageRole } from './passages.ts'

export type PrintedUrl = Span & { readonly url: string; readonly role: PassageRole }

/** Addresses in passages of some kinds, trailing punctuation left out. */
export function printedUrls(context: CheckDocument, ...roles: readonly PassageRole[]): PrintedUrl[] {
  return passagesIn(context, ...roles).flatMap(({ raw, start, role }) =>
    [...raw.matchAll(/https?:\/\/[^\s“”«»<>"]+/giu)].map(({ index, 0: found }) => {
      const url = found.replace(/[.,;:’]+$/u, '')
      return { url, role, start: start + index, end: start + index + url.length }
    }),
  )
}
