import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { GlossaryDeed, SignedTermView, TermSaved, TermView, TermWish } from '../../server/shapes/glossary.ts'
import { ask, queryOf, refuse, wordsOf } from '../api/ask.ts'
import { isolate } from '../parts/outside.tsx'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'
import { askGlossaryAnew } from './questions.ts'

/** What a term is called in words of ours: its first agreed name. */
export function titleOfTerm({ names, key }: Pick<TermView, 'names' | 'key'>): string {
  const name = names.find(({ status }) => status === 'agreed') ?? names[0]
  return isolate(name?.text ?? key)
}

const overtaken = (detail: string) => ({ type: '/problems/conflict', title: '', status: 409, detail, code: 'conflict' })

/** What people do to terms; each deed can be taken back. */
export function useTermDeeds() {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const anew = () => askGlossaryAnew(client)

  /** Says what was done, with the way back. */
  const sayUndoable = (words: string, deedId: string) =>
    sayDeed(words, async () => {
      const { left } = await ask<GlossaryDeed>(`/api/glossary/deeds/${deedId}/undo`, { method: 'POST' })
      await anew()
      if (left > 0) throw refuse(overtaken(t('glossary.undo.left', { n: left })))
    })

  const save = async (wish: TermWish): Promise<TermSaved> => {
    const signedBy = readSignature()
    setBusy(true)
    try {
      const body: TermWish = { ...wish, ...(signedBy ? { signedBy } : {}) }
      const saved = await ask<TermSaved>('/api/glossary/terms', { method: 'PUT', body })
      const title = titleOfTerm(saved.term)
      sayUndoable(t(saved.term.revision === 1 ? 'glossary.did.added' : 'glossary.did.changed', { title }), saved.deedId)
      await anew()
      return saved
    } finally {
      setBusy(false)
    }
  }

  const remove = async (term: SignedTermView): Promise<void> => {
    setBusy(true)
    try {
      const { key, revision } = term
      const path = `/api/glossary/terms${queryOf({ key, revision })}`
      const { deedId } = await ask<Pick<GlossaryDeed, 'deedId'>>(path, { method: 'DELETE' })
      sayUndoable(t('glossary.did.removed', { title: titleOfTerm(term) }), deedId)
      await anew()
    } catch (error) {
      sayWords(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  return { save, remove, sayUndoable, anew, busy }
}
