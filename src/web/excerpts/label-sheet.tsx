// Choosing a basket, a tag or a place of use: one that is there already, or a new one.

import { useState, type FormEvent } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Field } from '../parts/field.tsx'
import { count, t } from '../text/t.ts'

export type Offered = { readonly label: string; readonly excerpts?: number }

type LabelSheetProps = {
  title: string
  field: string
  hint?: string
  start?: string
  offered: readonly Offered[]
  most: number
  act: string
  /** A field for a note is shown when there is one to take. */
  withNote?: boolean
  /** What it means when the label is there already, for renaming. */
  taken?: (label: string) => string
  /** Takes the label off; absent = there is nothing to take off. */
  onNone?: { name: string; run: () => void }
  onTake: (label: string, note: string | null) => void
  onClose: () => void
}

type LabelFieldProps = Pick<LabelSheetProps, 'field' | 'hint' | 'most'> & {
  value: string
  onValue: (label: string) => void
}

type LabelActsProps = Pick<LabelSheetProps, 'act' | 'onNone' | 'onClose'> & { isTakeable: boolean }

const FEW = 12

function LabelField({ field, hint, most, value, onValue }: LabelFieldProps) {
  return (
    <Field label={field} {...(hint === undefined ? {} : { hint })}>
      {(id) => (
        <input
          id={id}
          dir="auto"
          autoFocus
          maxLength={most}
          value={value}
          onChange={(event) => onValue(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
      )}
    </Field>
  )
}

function NoteField({ note, onNote }: { note: string; onNote: (note: string) => void }) {
  return (
    <Field label={t('excerpt.note')}>
      {(id) => (
        <input id={id} dir="auto" maxLength={1000} value={note} onChange={(event) => onNote(event.target.value)} />
      )}
    </Field>
  )
}

function LabelActs({ act, isTakeable, onNone, onClose }: LabelActsProps) {
  const takeOff = () => {
    onNone?.run()
    onClose()
  }
  return (
    <p className="act-line">
      <button type="submit" className="btn main-act" disabled={!isTakeable}>
        {act}
      </button>
      {onNone && (
        <button type="button" className="btn" onClick={takeOff}>
          {onNone.name}
        </button>
      )}
    </p>
  )
}

/** The labels there are that look like what is typed. */
function Alike({ labels, onPick }: { labels: readonly Offered[]; onPick: (label: string) => void }) {
  if (labels.length === 0) return null
  return (
    <p className="kinds">
      {labels.map(({ label, excerpts }) => (
        <button key={label} type="button" className="btn" onClick={() => onPick(label)}>
          <bdi>{label}</bdi>
          {excerpts !== undefined && <span className="q">{count(excerpts)}</span>}
        </button>
      ))}
    </p>
  )
}

/** The form, and below it the labels there are; one that is picked is taken at once, but for renaming. */
function LabelChoice(props: LabelSheetProps) {
  const { start, offered, withNote = false, taken, onTake, onClose } = props
  const [label, setLabel] = useState(start ?? '')
  const [note, setNote] = useState('')
  const typed = label.trim()
  const others = offered.filter((each) => each.label !== start)
  const isTaken = typed !== start && others.some((each) => each.label === typed)
  const alike = others.filter((each) => each.label.toLowerCase().includes(typed.toLowerCase())).slice(0, FEW)
  const take = (chosen: string) => {
    onTake(chosen, note.trim() || null)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed !== '') take(typed)
  }
  return (
    <>
      <form className="form" onSubmit={submit}>
        <LabelField {...props} value={label} onValue={setLabel} />
        {withNote && <NoteField note={note} onNote={setNote} />}
        {isTaken && taken && <p role="status">{taken(typed)}</p>}
        <LabelActs {...props} isTakeable={typed !== '' && typed !== start} />
      </form>
      <Alike labels={alike} onPick={taken ? setLabel : take} />
    </>
  )
}

export function LabelSheet(props: LabelSheetProps) {
  const { title, onClose } = props
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet">
        <Dialog>
          <header>
            <Heading slot="title">{title}</Heading>
            <button type="button" className="btn" onClick={onClose}>
              {t('act.close')} <kbd>Esc</kbd>
            </button>
          </header>
          <LabelChoice {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
