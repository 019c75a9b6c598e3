// What is done to many excerpts at once: sent in turn, kept while the server is away, and taken back by undo.

import type {
  ExcerptDeed,
  ExcerptLabelChange,
  ExcerptMoved,
  ExcerptsChanged,
  UseRecords,
} from '../../server/shapes/excerpt-collection.ts'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { wordsOf } from '../api/ask.ts'
import { makeEdit, sendEdit, type Sent } from '../edits/edit-queue.ts'
import { isolate } from '../parts/outside.tsx'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'
import { askCollectionAnew } from './collection-questions.ts'

type Picked = Pick<Excerpt, 'id' | 'revision'>

const signature = () => {
  const signedBy = readSignature()
  return signedBy === '' ? {} : { signedBy }
}

async function post<Answer>(path: string, body: object, words: string): Promise<Sent<Answer>> {
  return sendEdit<Answer>(makeEdit({ method: 'POST', path: `/api/excerpts${path}`, body, words }))
}

/** Sends, says what was done, and keeps the way back. @returns whether the server has done it */
async function perform<Answer>(
  words: string,
  send: () => Promise<Sent<Answer>>,
  undo: (answer: Answer) => Promise<unknown>,
): Promise<boolean> {
  try {
    const sent = await send()
    if (sent.kind === 'kept') {
      sayWords(words)
      return false
    }
    sayDeed(words, async () => {
      await undo(sent.answer)
      await askCollectionAnew()
    })
    return true
  } catch (error) {
    sayWords(wordsOf(error))
    return false
  } finally {
    await askCollectionAnew()
  }
}

async function undoDeed({ deedId }: ExcerptsChanged, words: string): Promise<void> {
  if (deedId !== null) await post(`/deeds/${deedId}/undo`, { onlyUnchanged: true, ...signature() }, words)
}

const wordsFor = (deed: ExcerptDeed, n: number): string => {
  const label = 'label' in deed ? isolate(deed.label ?? '') : ''
  if (deed.kind === 'basket')
    return t(deed.label === null ? 'collection.did.unbasket' : 'collection.did.basket', { n, label })
  return t(`collection.did.${deed.kind}`, { n, label })
}

export function changeExcerpts(picked: readonly Picked[], deed: ExcerptDeed): Promise<boolean> {
  const words = wordsFor(deed, picked.length)
  const excerpts = picked.map(({ id, revision }) => ({ id, revision }))
  return perform<ExcerptsChanged>(
    words,
    () => post('/deeds', { excerpts, deed, ...signature() }, words),
    (answer) => undoDeed(answer, words),
  )
}

export function renameLabel(change: Omit<ExcerptLabelChange, 'signedBy'>): Promise<boolean> {
  const names = { from: isolate(change.from), to: isolate(change.to ?? '') }
  const words = t(change.to === null ? 'collection.did.emptied' : 'collection.did.renamed', names)
  return perform<ExcerptsChanged>(
    words,
    () => post('/labels', { ...change, ...signature() }, words),
    (answer) => undoDeed(answer, words),
  )
}

/** @param before the one that it is to stand before; null = to the end */
export function moveExcerpt(id: string, before: string | null): Promise<boolean> {
  const words = t('collection.did.move')
  return perform<ExcerptMoved>(
    words,
    () => post('/moves', { id, before }, words),
    (answer) => post('/moves', { id, before: answer.before }, words),
  )
}

export function writeUses(ids: readonly string[], place: string, note: string | null): Promise<boolean> {
  const words = t('collection.did.use', { n: ids.length, place: isolate(place) })
  return perform<UseRecords>(
    words,
    () => post('/uses', { excerpts: ids, place, note, ...signature() }, words),
    ({ uses }) => post('/uses/removals', { uses, ...signature() }, words),
  )
}

export function takeUseBack(excerptId: string, id: string): Promise<boolean> {
  const words = t('collection.did.unuse')
  return perform<UseRecords>(
    words,
    () => post('/uses/removals', { uses: [{ excerptId, id }], ...signature() }, words),
    ({ uses }) => post('/uses/removals', { uses, ...signature() }, words),
  )
}
