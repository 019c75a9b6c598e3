// In: many excerpts and one thing to do to all of them. Out: a further revision of each, all or none, under one deed.
// Why a deed: what was done at once is undone at once; an excerpt that somebody has changed since is told, never overwritten.

import type { ExcerptDeed } from '../../domain/excerpt-history.ts'
import type { Excerpt, ExcerptId } from '../../domain/excerpt.ts'
import { newId, type Id } from '../../domain/id.ts'
import type { Tx } from '../../store/db.ts'
import { findExcerptsForChange, listDeedRevisions, type DeedRevision } from '../../store/excerpt-deeds.ts'
import { findExcerptRevision, reviseExcerpt, type Signed, type StoredExcerpt } from '../../store/excerpts.ts'
import { withoutStore } from './change-excerpt.ts'
import { cleanTags, plain } from './make-excerpt.ts'

/** `retag` with `to: null` takes the tag off. */
export type ManyWish =
  | { readonly kind: 'basket'; readonly label: string | null }
  | { readonly kind: 'tag'; readonly label: string }
  | { readonly kind: 'retag'; readonly from: string; readonly to: string | null }
  | { readonly kind: 'withdraw'; readonly why: string | null }
  | { readonly kind: 'restore' }

/** An excerpt with the revision that the person has seen, where known. */
export type Picked = { readonly id: ExcerptId; readonly revision?: number | undefined }

export type ManyEnd =
  | {
      readonly kind: 'done'
      /** null = there was nothing to do. */
      readonly deedId: Id<'deed'> | null
      readonly changed: readonly { readonly id: ExcerptId; readonly revision: number }[]
      readonly unchanged: number
    }
  /** Nothing was written: these have changed since. */
  | { readonly kind: 'conflict'; readonly current: readonly StoredExcerpt[] }
  | { readonly kind: 'no-such-deed' }

/** Does one thing to many excerpts, in the order given: in that order they are put into a basket. Unknown ids are left out. */
export async function changeMany(tx: Tx, picked: readonly Picked[], wish: ManyWish, signed: Signed): Promise<ManyEnd> {
  const standing = await findExcerptsForChange(
    tx,
    picked.map(({ id }) => id),
  )
  const stale = picked.flatMap(({ id, revision }) => {
    const current = standing.get(id)
    return current && revision !== undefined && current.revision !== revision ? [current] : []
  })
  if (stale.length > 0) return { kind: 'conflict', current: stale }
  const steps = [...new Set(picked.map(({ id }) => id))].flatMap((id) => {
    const current = standing.get(id)
    const step = current && planChange(current, wish)
    return step ? [step] : []
  })
  const note = wish.kind === 'withdraw' ? { ...signed, why: wish.why } : signed
  return writeAll(tx, steps, standing.size - steps.length, note)
}

type Step = { readonly next: Excerpt; readonly deed: ExcerptDeed; readonly position?: number }

/** What is to be written; undefined when it is so already, or cannot be: what is withdrawn is only restored. */
function planChange(current: StoredExcerpt, wish: ManyWish): Step | undefined {
  const excerpt = withoutStore(current)
  const isWithdrawn = current.withdrawnAt !== null
  if (wish.kind === 'restore') return isWithdrawn ? { next: excerpt, deed: 'restored' } : undefined
  if (isWithdrawn) return undefined
  if (wish.kind === 'withdraw') return { next: excerpt, deed: 'withdrawn' }
  if (wish.kind === 'basket') {
    const basket = plain(wish.label)
    return basket === excerpt.basket ? undefined : { next: { ...excerpt, basket }, deed: 'changed' }
  }
  const tags = cleanTags(wish.kind === 'tag' ? [...excerpt.tags, wish.label] : retag(excerpt.tags, wish))
  return tags.join('\n') === excerpt.tags.join('\n') ? undefined : { next: { ...excerpt, tags }, deed: 'changed' }
}

function retag(tags: readonly string[], { from, to }: { from: string; to: string | null }): string[] {
  return tags.flatMap((tag) => (tag === from ? (to === null ? [] : [to]) : [tag]))
}

async function writeAll(tx: Tx, steps: readonly Step[], unchanged: number, signed: Signed): Promise<ManyEnd> {
  if (steps.length === 0) return { kind: 'done', deedId: null, changed: [], unchanged }
  const deedId = newId<'deed'>(signed.at)
  const changed: { id: ExcerptId; revision: number }[] = []
  for (const { next, deed, position } of steps) {
    const around = { deedId, ...(position !== undefined && { position }) }
    if (!(await reviseExcerpt(tx, next, deed, signed, around))) continue
    changed.push({ id: next.id, revision: next.revision + 1 })
  }
  return { kind: 'done', deedId, changed, unchanged: unchanged + steps.length - changed.length }
}

/**
 * Takes a deed back. Excerpts that somebody touched since are a conflict, or stay as they are with `onlyUnchanged`. The undo is
 * a deed itself, which can be undone.
 */
export async function undoMany(tx: Tx, deedId: Id<'deed'>, onlyUnchanged: boolean, signed: Signed): Promise<ManyEnd> {
  const revisions = await listDeedRevisions(tx, deedId)
  if (revisions.length === 0) return { kind: 'no-such-deed' }
  const standing = await findExcerptsForChange(
    tx,
    revisions.map(({ excerptId }) => excerptId),
  )
  const steps: Step[] = []
  const touched: StoredExcerpt[] = []
  for (const revision of revisions) {
    const current = standing.get(revision.excerptId)
    if (!current) continue
    if (current.revision === revision.number) steps.push(await planUndo(tx, current, revision))
    else touched.push(current)
  }
  if (touched.length > 0 && !onlyUnchanged) return { kind: 'conflict', current: touched }
  return writeAll(tx, steps, touched.length, signed)
}

async function planUndo(tx: Tx, current: StoredExcerpt, { number, deed, positionBefore }: DeedRevision): Promise<Step> {
  const excerpt = withoutStore(current)
  if (deed === 'withdrawn') return { next: excerpt, deed: 'restored' }
  if (deed === 'restored') return { next: excerpt, deed: 'withdrawn' }
  const before = await findExcerptRevision(tx, current.id, number - 1)
  const { basket, tags } = before ?? excerpt
  const place = basket !== null && basket !== excerpt.basket && positionBefore !== null
  return { next: { ...excerpt, basket, tags }, deed: 'changed', ...(place && { position: positionBefore }) }
}
