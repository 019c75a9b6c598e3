// The excerpt under one's hands: original and translation in parts, who speaks, what it is for; kept by Enter.

import { useEffect, useRef, type FormEvent, type KeyboardEvent } from 'react'
import { wordsOf } from '../../api/ask.ts'
import { Conflict } from '../../parts/conflict.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useKeys } from '../../shell/keys.ts'
import { t } from '../../text/t.ts'
import { draftOf, type Draft, type Page, type Side, type KeptExcerpt } from './draft.ts'
import { EditorHead } from './editor-head.tsx'
import { ExcerptFields } from './fields.tsx'
import { InsertionField } from './insertion-field.tsx'
import { OriginalSide, TranslationSide } from './sides.tsx'
import { printStrip } from './strip-print.ts'
import { sideOf, useEditing, type Editing } from './use-editing.ts'
import { useKeep } from './use-keep.ts'
import { beginChange, setWork, type Work } from './work.ts'
import '../../style/excerpts.css'

type EditorProps = {
  itemId: string
  byline: readonly string[]
  work: Work
  draft: Draft
  /** The page as the reader shows it now. */
  live: Page
  /** The side that the work began on. */
  first: Side
  onClose: () => void
  onKept: (kept: KeptExcerpt | null) => void
}

/** Keys that mean something here; all other single keys stay within the editor, so that none decides about the page. */
const OWN = new Set(['e', 'i', 'n', 'h', 'u', 'U', 'v', 'V', 'a', '?'])

const isField = (target: EventTarget) =>
  target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

function useEditorKeys(editing: Editing, onClose: () => void) {
  useKeys([
    { key: 'e', name: 'excerpt.elide', run: editing.elide },
    { key: 'i', name: 'excerpt.insert', run: () => void editing.beginInsert() },
    { key: 'n', name: 'excerpt.narrow', run: editing.narrow },
    { key: 'h', name: 'excerpt.case', quiet: true, run: editing.changeCase },
    { key: 'u', name: 'act.undo', quiet: true, run: editing.undo },
    { key: 'U', name: 'excerpt.redo', quiet: true, run: editing.redo },
    { key: 'Escape', name: 'act.cancel', run: onClose },
  ])
  return (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
    if ((ctrlKey || metaKey) && /^[zy]$/i.test(key) && !isField(target)) {
      event.preventDefault()
      if (shiftKey || key.toLowerCase() === 'y') editing.redo()
      else editing.undo()
    } else if (key === 'Escape' && isField(target)) {
      event.stopPropagation()
      onClose()
    } else if (key.length === 1 && !ctrlKey && !metaKey && !altKey && !OWN.has(key)) event.stopPropagation()
  }
}

export function Editor({ itemId, byline, work, draft, live, first, onClose, onKept }: EditorProps) {
  const editing = useEditing(itemId, work, draft, first)
  const keeping = useKeep(itemId, onKept)
  const onKeyDown = useEditorKeys(editing, onClose)
  const form = useRef<HTMLFormElement>(null)
  const { side, inserting, writing } = editing
  // Where nothing is being written, the hands are on the words.
  useEffect(() => {
    if (inserting === null && writing === null)
      form.current?.querySelector<HTMLElement>(`.side-${side} .strip`)?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a side takes the focus by itself
  }, [inserting, writing])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!keeping.busy) void keeping.keep(editing.withWriting())
  }
  const onEnter = (event: KeyboardEvent) => {
    onKeyDown(event)
    const isStrip = event.target instanceof HTMLElement && event.target.matches('.strip')
    if (event.key === 'Enter' && isStrip && !event.defaultPrevented) submit(event)
  }
  return (
    <form
      ref={form}
      className="excerpt-form"
      aria-label={t(work.kept ? 'excerpt.change' : 'excerpt.act')}
      onSubmit={submit}
      onKeyDown={onEnter}
    >
      <EditorHead work={work} draft={draft} editing={editing} busy={keeping.busy} onClose={onClose} />
      <div className="excerpt-sides">
        <OriginalSide work={work} draft={draft} editing={editing} />
        <TranslationSide work={work} draft={draft} editing={editing} live={live} />
      </div>
      {editing.inserting !== null && (
        <InsertionField
          key={String(editing.inserting)}
          mark={editing.insertion}
          language={editing.side === 'original' ? work.page.reading.language : (work.page.view?.to ?? null)}
          onDone={editing.putIn}
          onRemove={() => typeof editing.inserting === 'number' && editing.remove(editing.inserting)}
          onClose={editing.closeInsert}
        />
      )}
      <ExcerptFields
        itemId={itemId}
        byline={byline}
        page={work.page}
        draft={draft}
        fields={work.fields}
        onChange={editing.setFields}
      />
      <Trouble itemId={itemId} work={work} draft={draft} keeping={keeping} />
    </form>
  )
}

type TroubleProps = { itemId: string; work: Work; draft: Draft; keeping: ReturnType<typeof useKeep> }

/** Why it was not kept; when somebody else was first, both versions side by side. */
function Trouble({ itemId, work, draft, keeping }: TroubleProps) {
  const { current, problem } = keeping
  if (problem === null) return null
  if (!current)
    return (
      <p className="st stop" role="alert">
        <Icon name="cross" />
        {wordsOf(problem)}
      </p>
    )
  const printed = (side: Side) => {
    const strip = sideOf(work, draft, side)
    return strip ? printStrip(strip.text, strip.strip) : null
  }
  const names = {
    original: t('excerpt.original'),
    translation: t('excerpt.translation'),
    speaker: t('excerpt.speaker'),
    basket: t('excerpt.basket'),
    tags: t('excerpt.tags'),
    note: t('excerpt.note'),
  }
  return (
    <Conflict
      now={{ ...current, original: current.printed, translation: current.translation?.printed ?? null }}
      yours={{ ...work.fields, original: printed('original'), translation: printed('translation') }}
      names={names}
      onTheirs={() => {
        keeping.forget()
        setWork(itemId, beginChange(work.page, current, draftOf(work.page, current)))
      }}
      onMine={() => void keeping.keep(work, current)}
    />
  )
}
