// A sentence of a translation while it is written: with what the memory and the glossary have for it. What is written is kept
// with every key, and nobody's words are overwritten unseen.

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { wordsOf } from '../api/ask.ts'
import { Conflict, conflictOf } from '../parts/conflict.tsx'
import { directionOf } from '../text/languages.ts'
import { interfaceDirection, t } from '../text/t.ts'
import { SentenceAidsList, listAids, type Aid } from './translation-aids.tsx'
import { CutButtons, cutSentence, type Cut } from './translation-cuts.tsx'
import { saidAt, targetAt, useCorrection, type SentencePlace } from './translation-deeds.ts'
import { findDraft, forgetDraft, keepDraft } from './translation-drafts.ts'
import { aidsQuestion, showTranslation } from './translation-questions.ts'
import { TermSheet } from './translation-term.tsx'
import type { Move } from './use-sentences.ts'

type EditProps = { view: TranslationView; place: SentencePlace; onLeave: (move: Move) => void }

/** The words under one's hands, kept with every key. */
function useWords(view: TranslationView, place: SentencePlace) {
  const [kept] = useState(() => findDraft(view, place))
  const [seen] = useState(kept?.of === view.id ? kept.revision : view.revision)
  const stored = targetAt(view, place) ?? ''
  const [words, setWords] = useState(kept?.words ?? stored)
  const write = (next: string) => {
    setWords(next)
    if (next.trim() === stored.trim()) forgetDraft(view, place)
    else keepDraft(view, place, { words: next, of: view.id, revision: seen })
  }
  const putBack = () => {
    setWords(stored)
    forgetDraft(view, place)
  }
  return { words, write, putBack, seen, stored, isRestored: kept !== null, isChanged: words.trim() !== stored.trim() }
}

type Words = ReturnType<typeof useWords>

/** Saved as it is, machine words are reviewed; words that stand there already are left alone. */
function useFinish({ view, place, onLeave }: EditProps, text: Words) {
  const { save, busy, problem } = useCorrection(view, place)
  const finish = async (move: Move, seen = text.seen) => {
    const words = text.words.trim()
    if (words === '' || busy) return
    const isSame = words === text.stored.trim() && saidAt(view, place)?.state !== 'machine'
    if (isSame || (await save(words, seen))) onLeave(move)
  }
  return { finish: (move: Move, seen?: number) => void finish(move, seen), busy, problem }
}

export function SentenceEdit({ view, place, onLeave }: EditProps) {
  const text = useWords(view, place)
  const box = useRef<HTMLTextAreaElement>(null)
  const [isNaming, setIsNaming] = useState(false)
  const { data } = useQuery(aidsQuestion(view.id, place))
  const { finish, busy, problem } = useFinish({ view, place, onLeave }, text)
  const aids = listAids(data)
  useEffect(() => box.current?.focus(), [])
  const insert = (aid: Aid | undefined) => aid && box.current && text.write(insertAid(box.current, aid))
  const cut = (how: Cut) => {
    const caret = box.current?.selectionStart ?? 0
    if (place !== 'title')
      void cutSentence({ view, segment: place, caret, isChanged: text.isChanged, how, onDone: () => onLeave(null) })
  }
  const act = (wish: Act) => {
    if (wish.kind === 'save') finish(wish.move)
    else if (wish.kind === 'leave') onLeave(wish.move)
    else if (wish.kind === 'insert') insert(aids[wish.at])
    else if (wish.kind === 'name') setIsNaming(true)
    else cut(wish.kind)
  }
  const name = place === 'title' ? t('translation.title') : t('translation.sentence', { n: place + 1 })
  return (
    <span className="sentence-edit">
      <WordsBox {...{ view, box, name }} words={text.words} onWrite={text.write} onAct={act} />
      <span className="edit-foot" dir={interfaceDirection()}>
        {text.isRestored && <RestoredDraft onPutBack={text.putBack} />}
        <SentenceAidsList aids={aids} view={view} onInsert={insert} />
        <span className="small q">{t('translation.edit.hint')}</span>
        <EditActs busy={busy} canCut={place !== 'title'} onAct={act} />
        <EditProblem
          {...{ view, place, problem, name, onLeave }}
          words={text.words}
          onMine={(seen) => finish(null, seen)}
        />
      </span>
      {isNaming && <TermSheet view={view} near={box} onClose={() => setIsNaming(false)} />}
    </span>
  )
}

function RestoredDraft({ onPutBack }: { onPutBack: () => void }) {
  return (
    <span className="small">
      {t('translation.restoredDraft')}{' '}
      <button type="button" className="link" onClick={onPutBack}>
        {t('translation.putBack')}
      </button>
    </span>
  )
}

function EditActs({ busy, canCut, onAct }: { busy: boolean; canCut: boolean; onAct: (act: Act) => void }) {
  return (
    <span className="act-line">
      <button
        type="button"
        className="btn main-act"
        disabled={busy}
        onClick={() => onAct({ kind: 'save', move: null })}
      >
        {t('act.save')} <kbd>Enter</kbd>
      </button>
      <button type="button" className="btn" disabled={busy} onClick={() => onAct({ kind: 'save', move: 'empty' })}>
        {t('translation.saveNext')} <kbd>Ctrl+Enter</kbd>
      </button>
      <button type="button" className="btn" onClick={() => onAct({ kind: 'name' })}>
        {t('translation.term')} <kbd>Alt+G</kbd>
      </button>
      {canCut && <CutButtons onCut={(kind) => onAct({ kind })} />}
      <button type="button" className="btn" onClick={() => onAct({ kind: 'leave', move: null })}>
        {t('act.close')} <kbd>Esc</kbd>
      </button>
    </span>
  )
}

type BoxProps = {
  view: TranslationView
  box: RefObject<HTMLTextAreaElement | null>
  name: string
  words: string
  onWrite: (words: string) => void
  onAct: (act: Act) => void
}

function WordsBox({ view, box, name, words, onWrite, onAct }: BoxProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? null : readKey(event)
    if (act === null) return
    event.preventDefault()
    onAct(act)
  }
  return (
    <textarea
      ref={box}
      aria-label={name}
      lang={view.to}
      dir={directionOf(view.to)}
      rows={Math.min(8, 1 + Math.ceil(words.length / 60))}
      maxLength={20_000}
      value={words}
      onChange={(event) => onWrite(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

type Act =
  | { readonly kind: 'save' | 'leave'; readonly move: Move }
  | { readonly kind: 'insert'; readonly at: number }
  | { readonly kind: 'name' | 'join' | 'split' }

/** Physical keys, so that they are the same on every layout; AltGr is no Alt. */
function readKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Act | null {
  if (key === 'Escape') return { kind: 'leave', move: null }
  if (key === 'Enter' && !shiftKey && !altKey) return { kind: 'save', move: ctrlKey || metaKey ? 'empty' : null }
  if (!altKey || ctrlKey) return null
  if (key === 'ArrowDown') return { kind: 'leave', move: 'next' }
  if (key === 'ArrowUp') return { kind: 'leave', move: 'previous' }
  if (code === 'KeyG') return { kind: 'name' }
  if (code === 'KeyJ') return { kind: 'join' }
  if (code === 'KeyS') return { kind: 'split' }
  const digit = /^Digit([1-9])$/.exec(code)?.[1]
  return digit === undefined ? null : { kind: 'insert', at: Number(digit) - 1 }
}

/** A whole sentence takes the place of what is there; a term goes where one writes. @returns what the box says then */
function insertAid(box: HTMLTextAreaElement, { words, isWhole }: Aid): string {
  const [start, end] = isWhole ? [0, box.value.length] : [box.selectionStart, box.selectionEnd]
  box.setRangeText(words, start, end, 'end')
  box.focus()
  return box.value
}

type ProblemProps = {
  view: TranslationView
  place: SentencePlace
  problem: unknown
  name: string
  words: string
  onLeave: (move: Move) => void
  onMine: (seen: number) => void
}

function EditProblem({ view, place, problem, name, words, onLeave, onMine }: ProblemProps) {
  if (problem === null) return null
  const current = conflictOf(problem) as TranslationView | null
  if (!current)
    return (
      <span className="st stop" role="alert">
        {wordsOf(problem)}
      </span>
    )
  return (
    <Conflict
      now={{ target: targetAt(current, place) }}
      yours={{ target: words }}
      names={{ target: name }}
      onTheirs={() => {
        forgetDraft(view, place)
        showTranslation(current)
        onLeave(null)
      }}
      onMine={() => onMine(current.revision)}
    />
  )
}
