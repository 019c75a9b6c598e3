// In: a translation as it stands, and what a person wants to change. Out: the translation as it is to be, or why not. Pure.

import type { LayoutChange, RevisionDeed, SentenceChange } from '../domain/translation-history.ts'
import type { SegmentFlag } from '../domain/translation.ts'
import type { StoredTranslation } from '../store/translations.ts'
import { saidAt, sayAt, sourceAt, stillStands } from './record-changes.ts'

export type Signature = { readonly signedBy: string; readonly now: number }

/** A sentence by its number, from 0; null = the title. */
export type Place = number | null

export type TranslationChange =
  | { readonly kind: 'correct'; readonly segment: Place; readonly target: string }
  /** null = all machine sentences and the title. */
  | { readonly kind: 'review'; readonly segments: readonly Place[] | null }
  /** A doubt, by its own words: it is right as it is, or is not. */
  | {
      readonly kind: 'dismiss'
      readonly segment: Place
      readonly flag: Pick<SegmentFlag, 'kind' | 'words'>
      readonly isDismissed: boolean
    }
  /** This sentence and the next are one. */
  | { readonly kind: 'join'; readonly segment: number }
  /** The second part begins there, in UTF-16 units; `targetAt` null = it has no words yet. */
  | { readonly kind: 'split'; readonly segment: number; readonly sourceAt: number; readonly targetAt: number | null }
  /** Back to what a revision found (`before`) or said (`after`); undefined = in all the places that it changed. */
  | {
      readonly kind: 'restore'
      readonly of: number
      readonly segment?: Place | undefined
      readonly words: 'before' | 'after'
    }

export type Planned =
  | {
      readonly kind: 'planned'
      readonly draft: StoredTranslation
      readonly deed: RevisionDeed
      /** Where sentences were cut otherwise. */
      readonly layout?: LayoutChange
    }
  | { readonly kind: 'refused'; readonly reason: string }

const refused = (reason: string): Planned => ({ kind: 'refused', reason })

/** @param flags what a comparison finds in the new words */
export function planCorrection(
  standing: StoredTranslation,
  { segment, target }: { readonly segment: Place; readonly target: string },
  flags: readonly SegmentFlag[],
  { signedBy, now }: Signature,
): Planned {
  const words = target.trim()
  if (words === '') return refused('A correction must have words.')
  const said = saidAt(standing, segment)
  if (!said) return refused('There is no such sentence.')
  if (said.target === words) {
    if (said.state === 'machine') return planReview(standing, [segment], { signedBy, now })
    return refused('These are the words that stand there already.')
  }
  const draft = sayAt(standing, segment, {
    target: words,
    state: 'human',
    origin: { kind: 'person', name: signedBy, at: now },
    reviewedBy: signedBy,
    reviewedAt: now,
    flags: flags.map((flag) => keepDismissal(flag, said.flags)),
  })
  return { kind: 'planned', draft, deed: 'corrected' }
}

/** A doubt that was let go and is found again, word for word, stays so. */
function keepDismissal(flag: SegmentFlag, before: readonly SegmentFlag[]): SegmentFlag {
  const dismissed = before.find((one) => isSameFlag(one, flag))?.dismissed
  return dismissed ? { ...flag, dismissed } : flag
}

const isSameFlag = (one: Pick<SegmentFlag, 'kind' | 'words'>, other: Pick<SegmentFlag, 'kind' | 'words'>): boolean =>
  one.kind === other.kind && one.words === other.words

export function planReview(
  standing: StoredTranslation,
  chosen: readonly Place[] | null,
  { signedBy, now }: Signature,
): Planned {
  const places = (chosen ?? [null, ...standing.segments.keys()]).filter(
    (at) => saidAt(standing, at)?.state === 'machine',
  )
  if (places.length === 0) return refused('There is nothing here that waits for review.')
  const signs = { state: 'machine-reviewed', reviewedBy: signedBy, reviewedAt: now } as const
  return { kind: 'planned', draft: places.reduce((draft, at) => sayAt(draft, at, signs), standing), deed: 'reviewed' }
}

export function planDismissal(
  standing: StoredTranslation,
  { segment, flag, isDismissed }: Extract<TranslationChange, { kind: 'dismiss' }>,
  { signedBy, now }: Signature,
): Planned {
  const said = saidAt(standing, segment)
  const found = said?.flags.find((one) => isSameFlag(one, flag))
  if (!said || !found) return refused('There is no such doubt here any more.')
  if (Boolean(found.dismissed) === isDismissed) return refused('That is what stands there already.')
  const { dismissed: _, ...open } = found
  const next = isDismissed ? { ...found, dismissed: { by: signedBy, at: now } } : open
  const flags = said.flags.map((one) => (one === found ? next : one))
  return { kind: 'planned', draft: sayAt(standing, segment, { flags }), deed: 'dismissed' }
}

/** @param changes of the revision that is gone back on */
export function planRestoration(
  standing: StoredTranslation,
  { segment, words }: Pick<Extract<TranslationChange, { kind: 'restore' }>, 'segment' | 'words'>,
  changes: readonly SentenceChange[],
): Planned {
  const chosen = changes.filter((change) => segment === undefined || change.segment === segment)
  if (chosen.length === 0) return refused('That revision changed no words here.')
  // All of a revision is taken back only where nobody has said anything since; one sentence may go back any way.
  const possible = chosen.filter((change) =>
    segment === undefined ? stillStands(standing, change) : isSameSentence(standing, change),
  )
  if (possible.length === 0)
    return refused(
      'It was changed again since, or the page does not say this any more: choose a wording in the history.',
    )
  const draft = possible.reduce((now, change) => sayAt(now, change.segment, change[words]), standing)
  return { kind: 'planned', draft, deed: 'restored' }
}

/** Records of before name no sentence: theirs is the one of the number. */
function isSameSentence(standing: StoredTranslation, { segment, source }: SentenceChange): boolean {
  return saidAt(standing, segment) !== undefined && (source === '' || sourceAt(standing, segment) === source)
}
