// A term while it is written: what is typed, and what becomes of it when it is saved, or was changed by somebody else.

import { useState } from 'react'
import type { SignedTermView, TermKindName, TermNameView, TermWish } from '../../server/shapes/glossary.ts'
import { conflictOf } from '../parts/conflict.tsx'
import { useTermDeeds } from './use-term-deeds.ts'

export type TermDraft = { readonly kind: TermKindName; readonly note: string; readonly names: readonly TermNameView[] }

export const emptyName = (language: string): TermNameView => ({ language, text: '', status: 'agreed' })

const begun = (term: SignedTermView | null): TermDraft =>
  term === null
    ? { kind: 'place', note: '', names: [emptyName(''), emptyName('en')] }
    : { kind: term.kind, note: term.note ?? '', names: term.names }

function wishOf({ kind, note, names }: TermDraft, term: SignedTermView | null): TermWish {
  const given = names
    .map(({ language, text, status }) => ({ language: language.trim(), text: text.trim(), status }))
    .filter(({ text }) => text !== '')
  const of = term === null ? { revision: null } : { key: term.key, revision: term.revision }
  return { ...of, kind, names: given, note: note.trim() === '' ? null : note.trim() }
}

/** @param begin the term as it was opened; null = a new one */
export function useTermDraft(begin: SignedTermView | null, onDone: () => void) {
  const { save, busy } = useTermDeeds()
  const [on, setOn] = useState(begin)
  const [draft, setDraft] = useState(() => begun(begin))
  const [problem, setProblem] = useState<unknown>(null)
  const send = async (wish: TermWish) => {
    setProblem(null)
    try {
      await save(wish)
      onDone()
    } catch (error) {
      setProblem(error)
    }
  }
  const takeTheirs = (now: SignedTermView) => {
    setOn(now)
    setDraft(begun(now))
    setProblem(null)
  }
  return {
    draft,
    change: (part: Partial<TermDraft>) => setDraft({ ...draft, ...part }),
    wish: wishOf(draft, on),
    send,
    busy,
    problem,
    /** The term as somebody else has changed it in between. */
    now: conflictOf(problem) as SignedTermView | null,
    takeTheirs,
  }
}
