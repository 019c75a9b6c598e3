// In: a translation on the screen. Out: the sentence that is lit, the one that is stood on, the one that is written; and the
// keys that go from one to the next and decide about it.

import { useCallback, useEffect, useMemo, useRef, useState, type SyntheticEvent } from 'react'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { sayWords } from '../shell/deeds.ts'
import { useKeys, type KeyBinding } from '../shell/keys.ts'
import { t } from '../text/t.ts'
import { dismissFlag, reviewSegments, saidAt, type SentencePlace } from './translation-deeds.ts'
import { openFlags } from './translation-state.tsx'

export type Move = 'next' | 'previous' | 'empty' | null
export type SentenceSheet = 'history' | 'term' | null

/** The sentence under the pointer or the focus. */
function placeOf(event: SyntheticEvent): SentencePlace | null {
  if (!(event.target instanceof Element)) return null
  const at = event.target.closest<HTMLElement>('[data-sentence]')?.dataset['sentence']
  if (at === undefined) return null
  return at === 'title' ? at : Number(at)
}

/** The places after one, in the order of the text, once round; the title comes first. */
function placesAfter(view: TranslationView, from: SentencePlace | null, step: 1 | -1): SentencePlace[] {
  const all: SentencePlace[] = ['title', ...view.segments.keys()]
  const at = from === null ? -1 : all.indexOf(from)
  if (step === 1) return [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))]
  const before = at < 0 ? all : all.slice(0, at)
  return [...before.toReversed(), ...(at < 0 ? [] : all.slice(at + 1).toReversed())]
}

const isEmptyAt = (view: TranslationView, place: SentencePlace): boolean => {
  const said = saidAt(view, place)
  return said !== null && said.target === null && said.source.trim() !== ''
}

const isDoubted = (view: TranslationView, place: SentencePlace): boolean =>
  openFlags(saidAt(view, place)?.flags ?? []).length > 0

/** Puts the focus on a sentence of the translation, when it has been drawn. */
function stepTo(place: SentencePlace) {
  requestAnimationFrame(() => {
    const sentence = document.querySelector<HTMLElement>(`.paired .y [data-sentence="${place}"]`)
    sentence?.focus({ preventScroll: true })
    sentence?.scrollIntoView({ block: 'nearest' })
  })
}

/** The sentence that is stood on and the one that is written; both callbacks stay the same, so that rows need not be drawn again. */
function usePlaces(view: TranslationView) {
  const [at, setAt] = useState<SentencePlace | null>(null)
  const [editing, setEditing] = useState<SentencePlace | null>(null)
  const latest = useRef({ view, editing })
  useEffect(() => {
    latest.current = { view, editing }
  })
  const edit = useCallback((place: SentencePlace) => {
    setAt(place)
    setEditing(place)
  }, [])
  /** Leaves the sentence that is written, for another or for none. */
  const leave = useCallback((move: Move) => {
    const { view: now, editing: from } = latest.current
    const after = placesAfter(now, from, move === 'previous' ? -1 : 1)
    const next = move === 'empty' ? after.find((place) => isEmptyAt(now, place)) : move === null ? undefined : after[0]
    setEditing(next ?? null)
    if (next !== undefined) setAt(next)
    else if (from !== null) stepTo(from)
    if (next === undefined && move === 'empty') sayWords(t('translation.nothingEmpty'))
  }, [])
  return { at, setAt, editing, edit, leave }
}

/** @param first the sentence to begin with where none is stood on */
export function useSentences(view: TranslationView, first: SentencePlace) {
  const [under, setUnder] = useState<SentencePlace | null>(null)
  const [sheet, setSheet] = useState<SentenceSheet>(null)
  const { at, setAt, editing, edit, leave } = usePlaces(view)
  useSentenceKeys({ view, here: at ?? first, edit, setSheet })
  const follow = (event: SyntheticEvent) => setUnder(placeOf(event))
  const stand = (event: SyntheticEvent) => {
    const place = placeOf(event)
    if (place === null) return
    setAt(place)
    setUnder(place)
  }
  return {
    lit: under ?? at,
    at,
    editing,
    edit,
    leave,
    sheet,
    setSheet,
    /** For the element that holds both sides. */
    followers: { onPointerOver: follow, onPointerLeave: () => setUnder(null), onFocus: stand, onClick: stand },
  }
}

type KeysOf = {
  view: TranslationView
  here: SentencePlace
  edit: (place: SentencePlace) => void
  setSheet: (sheet: SentenceSheet) => void
}

type Nothing = 'translation.nothingDoubted' | 'translation.nothingEmpty'

/** Goes to the next place that is so, or says that there is none. */
function seek(
  { view, here }: Pick<KeysOf, 'view' | 'here'>,
  is: typeof isDoubted,
  step: 1 | -1,
  none: Nothing,
): SentencePlace | undefined {
  const found = placesAfter(view, here, step).find((place) => is(view, place)) ?? (is(view, here) ? here : undefined)
  if (found === undefined) sayWords(t(none))
  else stepTo(found)
  return found
}

function useSentenceKeys(keys: KeysOf) {
  const { view, setSheet } = keys
  const hasDoubts = useMemo(() => placesAfter(view, null, 1).some((place) => isDoubted(view, place)), [view])
  const doubt = (step: 1 | -1) => void seek(keys, isDoubted, step, 'translation.nothingDoubted')
  useKeys([
    ...keysOfPlace(keys),
    { key: 'n', name: 'translation.doubtKey', quiet: !hasDoubts, run: () => doubt(1) },
    { key: 'N', name: 'translation.doubtKey', quiet: true, run: () => doubt(-1) },
    { key: 'g', name: 'translation.termKey', quiet: true, run: () => setSheet('term') },
    { key: 'H', name: 'translation.historyKey', quiet: true, run: () => setSheet('history') },
  ])
}

/** What can be done with the sentence that is stood on. */
function keysOfPlace(keys: KeysOf): KeyBinding[] {
  const { view, here, edit } = keys
  const said = saidAt(view, here)
  const [flag] = openFlags(said?.flags ?? [])
  const isMachine = said?.state === 'machine'
  const write = () => {
    const found = isEmptyAt(view, here) ? here : seek(keys, isEmptyAt, 1, 'translation.nothingEmpty')
    if (found !== undefined) edit(found)
  }
  return [
    { key: 'c', name: 'translation.editKey', run: () => edit(here) },
    { key: 'F2', name: 'translation.editKey', quiet: true, run: () => edit(here) },
    {
      key: 'r',
      name: 'translation.reviewKey',
      quiet: !isMachine,
      run: () => isMachine && void reviewSegments(view, [here]),
    },
    {
      key: 'y',
      name: 'translation.dismissKey',
      quiet: flag === undefined,
      run: () => flag && void dismissFlag(view, here, flag),
    },
    { key: 'w', name: 'translation.emptyKey', quiet: !view.isWaiting, run: write },
  ]
}
