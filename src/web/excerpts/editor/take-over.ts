// In: a kept excerpt and the translation in the reader. Out: what could be taken over from it, if anything.
// Why an offer: words of an excerpt may have been quoted already; nobody's words are changed without a person.

import type { Excerpt } from '../../../server/shapes/excerpt.ts'
import { draftOf, standingOf, startDraft, type Draft, type Page, type Standing } from './draft.ts'
import { reachOf } from './strip.ts'
import { printStrip } from './strip-print.ts'

export type Offer = {
  /** `standing`: the same words, now reviewed or said to be of another maker; `words`: other words. */
  readonly kind: 'standing' | 'words'
  readonly draft: Draft
  readonly standing: Standing
  readonly printed: string
}

type Kept = Pick<Excerpt, 'readingId' | 'parts' | 'translation'>

/** @returns null = nothing has changed since, or nothing can be said of it */
export function findOffer(page: Page, excerpt: Kept): Offer | null {
  const draft = draftOf(page, excerpt)
  const { translation } = excerpt
  if (draft.elsewhere !== null || !page.view) return null
  if (draft.retold?.isOfView && translation) {
    const standing = standingOf(page, draft, '')
    const isNew = standing.state !== translation.state || (standing.by !== '' && standing.by !== translation.by)
    const printed = printStrip(draft.retold.text, draft.retold.strip)
    return isNew && standing.state !== 'none' ? { kind: 'standing', draft, standing, printed } : null
  }
  return offerWords(page, excerpt, draft)
}

/** Other words are offered when the sentences were reviewed, or anything was written, after the excerpt took its own. */
function offerWords(page: Page, { translation }: Kept, draft: Draft): Offer | null {
  const reach = reachOf(draft.original)
  const fresh = reach && startDraft(page, { side: 'original', ...reach })
  if (!fresh?.retold) return null
  const standing = standingOf(page, { ...fresh, original: draft.original }, '')
  const since = translation?.at ?? 0
  const changedAt = page.view?.changedAt ?? 0
  const printed = printStrip(fresh.retold.text, fresh.retold.strip)
  const isOld = changedAt <= since || printed === translation?.printed || standing.state === 'none'
  return isOld ? null : { kind: 'words', draft: { ...draft, retold: fresh.retold }, standing, printed }
}
