// The work on an excerpt as its screen needs it: which side is worked on, what is selected there, and what can be done with it.

import { useState } from 'react'
import { originalText, type Draft, type Page, type Retold, type Side } from './draft.ts'
import { findPassages } from './find-passages.ts'
import type { Inserted } from './insertion-field.tsx'
import { rewrite } from './rewrite.ts'
import { changeCase, elide, insertTyped, narrow, restore, rewordInsertion } from './strip-deeds.ts'
import type { Span, Strip } from './strip.ts'
import { spanOf, type Picked } from './words.ts'
import { change, redo, setWork, undo, type Fields, type Work } from './work.ts'

/** A strip with its text, as one side of a draft. */
export type Written = { readonly text: string; readonly strip: Strip }

export function sideOf(work: Work, draft: Draft, side: Side): Written | null {
  if (side === 'original') return { text: originalText(work.page, draft), strip: draft.original }
  return draft.retold
}

const withSide = (draft: Draft, side: Side, strip: Strip): Draft =>
  side === 'original' ? { ...draft, original: strip } : { ...draft, retold: draft.retold && { ...draft.retold, strip } }

/** Words that a person wrote: they stand in no translation but this. */
const written = ({ text, strip }: Written): Retold => ({ text, strip, isOfView: false, edited: true })

/** What has just been made is stood on: one key more takes it away again. */
function onNew(before: Strip, after: Strip): Picked | null {
  const part = after.findIndex((each) => each.kind !== 'range' && !before.includes(each))
  return part < 0 ? null : { anchor: { part, at: 0 }, head: { part, at: 1 } }
}

const place = (span: Span, isInstead: boolean): Span => (isInstead ? span : { from: span.to, to: span.to })

/** What stands on the screen and nowhere else: the side worked on, what is selected there, what is being written. */
function useHands(first: Side) {
  const [side, setSide] = useState<Side>(first)
  const [picked, setPicked] = useState<Picked | null>(null)
  /** The insertion that is made or changed; a number = a part of the strip. */
  const [inserting, setInserting] = useState<number | 'new' | null>(null)
  const [writing, setWriting] = useState<string | null>(null)
  return {
    side,
    picked,
    inserting,
    writing,
    setPicked,
    setInserting,
    setWriting,
    pick: (on: Side, next: Picked | null) => {
      setSide(on)
      setPicked(next)
    },
    focus: (on: Side) => {
      if (on !== side) setPicked(null)
      setSide(on)
    },
  }
}

type Hands = ReturnType<typeof useHands>
type Desk = { readonly itemId: string; readonly work: Work; readonly draft: Draft; readonly hands: Hands }

/** Another state of the work; what is selected is of the one before. */
const become = ({ itemId, hands }: Desk, next: Work, stand: Picked | null = null) => {
  hands.setPicked(stand)
  setWork(itemId, next)
}

/** What can be done to the strip that is worked on. */
function stripDeeds(desk: Desk) {
  const { work, draft, hands } = desk
  const { side, picked, inserting, setInserting } = hands
  const here = sideOf(work, draft, side)
  const isFixed = side === 'original' && draft.elsewhere !== null
  const restrip = (strip: Strip) => {
    if (!here || strip === here.strip || isFixed) return
    become(desk, change(work, withSide(draft, side, strip)), onNew(here.strip, strip))
  }
  const onPicked = (deed: (text: string, strip: Strip, span: Span) => Strip) => () => {
    if (here && picked) restrip(deed(here.text, here.strip, spanOf(picked)))
  }
  const putBack = (part: number) => here && restrip(restore(here.text, here.strip, part))
  return {
    here,
    isFixed,
    elide: onPicked(elide),
    narrow: onPicked(narrow),
    changeCase: onPicked((text, strip, { from }) => changeCase(text, strip, from)),
    beginInsert: () => picked && !isFixed && setInserting('new'),
    open: (part: number) => {
      if (here?.strip[part]?.kind === 'insertion' && !isFixed) setInserting(part)
      else putBack(part)
    },
    remove: (part: number) => {
      setInserting(null)
      putBack(part)
    },
    putIn: ({ words, isInstead, glued }: Inserted) => {
      setInserting(null)
      if (!here) return
      if (typeof inserting === 'number') restrip(rewordInsertion(here.strip, inserting, words, glued))
      else if (picked) restrip(insertTyped(here.text, here.strip, place(spanOf(picked), isInstead), words))
    },
  }
}

/** What can be done to the excerpt as a whole. */
function draftDeeds(desk: Desk) {
  const { itemId, work, draft, hands } = desk
  const { writing, setWriting } = hands
  const withWriting = () => (writing === null ? work : change(work, writeBy(draft, writing)))
  return {
    undo: () => become(desk, undo(work)),
    redo: () => become(desk, redo(work)),
    setFields: (fields: Fields) => setWork(itemId, { ...work, fields }),
    /** The translation as it is in the reader now, with the page as it is now. */
    takeFresh: (page: Page, retold: Retold) => become(desk, { ...change(work, { ...draft, retold }), page }),
    /** Words pasted from the page: their passages take the place of those that are shown. */
    findPasted: async (typed: string) => {
      if (typed.trim() === '' || draft.elsewhere !== null) return
      const strip = await findPassages(work.page, typed)
      if (strip) become(desk, change(work, { ...draft, original: strip }))
    },
    /** The work with what is being written by hand. */
    withWriting,
    endWriting: () => {
      become(desk, withWriting())
      setWriting(null)
    },
  }
}

/** @param draft of the work; the passage has been selected */
export function useEditing(itemId: string, work: Work, draft: Draft, first: Side) {
  const hands = useHands(first)
  const desk: Desk = { itemId, work, draft, hands }
  const deeds = stripDeeds(desk)
  const part = typeof hands.inserting === 'number' ? deeds.here?.strip[hands.inserting] : undefined
  return {
    ...hands,
    ...deeds,
    ...draftDeeds(desk),
    insertion: part?.kind === 'insertion' ? part : null,
    closeInsert: () => hands.setInserting(null),
  }
}

export type Editing = ReturnType<typeof useEditing>

/** The translation as a person typed it; nothing typed = none. */
function writeBy(draft: Draft, typed: string): Draft {
  const former = draft.retold
  if (typed.trim() === '') return former ? { ...draft, retold: null } : draft
  const next = rewrite(former ?? { text: '', strip: [] }, typed.trim())
  return former && next.strip === former.strip ? draft : { ...draft, retold: written(next) }
}
