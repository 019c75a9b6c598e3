// The excerpt under one's hands: original and translation in parts, who speaks, what it is for; kept by Enter.

import { useEffect, useRef, type KeyboardEvent, type SyntheticEvent } from 'react'
import { useKeys } from '../../shell/keys.ts'
import { t } from '../../text/t.ts'
import type { Draft, KeptExcerpt, Page, Side } from './draft.ts'
import { EditorHead } from './editor-head.tsx'
import { Trouble } from './editor-trouble.tsx'
import { ExcerptFields } from './fields.tsx'
import { InsertionField } from './insertion-field.tsx'
import { OriginalSide, TranslationSide } from './sides.tsx'
import { useEditing, type Editing } from './use-editing.ts'
import { useKeep } from './use-keep.ts'
import { setWork, type Work } from './work.ts'
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

const isStrip = (target: EventTarget) => target instanceof HTMLElement && target.matches('.strip')

function useEditorKeys(editing: Editing, onClose: () => void, onEnter: (event: KeyboardEvent) => void) {
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
    } else if (key === 'Enter' && isStrip(target)) onEnter(event)
    else if (key.length === 1 && !ctrlKey && !metaKey && !altKey && !OWN.has(key)) event.stopPropagation()
  }
}

/** Where nothing is being written, the hands are on the words. @returns the form to be drawn so */
function useFocus({ side, inserting, writing }: Editing) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (inserting === null && writing === null)
      form.current?.querySelector<HTMLElement>(`.side-${side} .strip`)?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a side takes the focus by itself
  }, [inserting, writing])
  return form
}

export function Editor(props: EditorProps) {
  const { itemId, byline, work, draft, live, first, onClose, onKept } = props
  const editing = useEditing(itemId, work, draft, first)
  const keeping = useKeep(itemId, onKept)
  const form = useFocus(editing)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!keeping.busy) void keeping.keep(editing.withWriting())
  }
  const onKeyDown = useEditorKeys(editing, onClose, submit)
  const anew = () => setWork(itemId, { ...work, page: live, draft: null, past: [], future: [] })
  return (
    <form
      ref={form}
      className="excerpt-form"
      aria-label={t(work.kept ? 'excerpt.change' : 'excerpt.act')}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <EditorHead work={work} draft={draft} editing={editing} busy={keeping.busy} onClose={onClose} />
      <div className="excerpt-sides">
        <OriginalSide work={work} draft={draft} editing={editing} onAnew={anew} />
        <TranslationSide work={work} draft={draft} editing={editing} live={live} />
      </div>
      <Insertion work={work} editing={editing} />
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

function Insertion({ work, editing }: { work: Work; editing: Editing }) {
  const { inserting, insertion, side } = editing
  if (inserting === null) return null
  const { reading, view } = work.page
  return (
    <InsertionField
      key={String(inserting)}
      mark={insertion}
      language={side === 'original' ? reading.language : (view?.to ?? null)}
      onDone={editing.putIn}
      onRemove={() => inserting !== 'new' && editing.remove(inserting)}
      onClose={editing.closeInsert}
    />
  )
}
