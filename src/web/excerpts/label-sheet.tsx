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

const FEW = 12

export function LabelSheet(props: LabelSheetProps) {
  const { title, field, hint, offered, most, act, withNote = false, taken, onNone, onTake, onClose } = props
  const [label, setLabel] = useState(props.start ?? '')
  const [note, setNote] = useState('')
  const typed = label.trim()
  const isTaken = taken !== undefined && typed !== props.start && offered.some((each) => each.label === typed)
  const take = (chosen: string) => {
    onTake(chosen, note.trim() || null)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed !== '') take(typed)
  }
  const alike = offered
    .filter((each) => each.label !== props.start && each.label.toLowerCase().includes(typed.toLowerCase()))
    .slice(0, FEW)
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
          <form className="form" onSubmit={submit}>
            <Field label={field} {...(hint === undefined ? {} : { hint })}>
              {(id) => (
                <input
                  id={id}
                  dir="auto"
                  autoFocus
                  maxLength={most}
                  value={label}
                  onChange={(event) => setLabel(event.target.value)}
                  onFocus={(event) => event.target.select()}
                />
              )}
            </Field>
            {withNote && (
              <Field label={t('excerpt.note')}>
                {(id) => (
                  <input
                    id={id}
                    dir="auto"
                    maxLength={1000}
                    value={note}
                    onChange={(event) => setNote(event.target.value)}
                  />
                )}
              </Field>
            )}
            {isTaken && <p role="status">{taken(typed)}</p>}
            <p className="act-line">
              <button type="submit" className="btn main-act" disabled={typed === '' || typed === props.start}>
                {act}
              </button>
              {onNone && (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    onNone.run()
                    onClose()
                  }}
                >
                  {onNone.name}
                </button>
              )}
            </p>
          </form>
          {alike.length > 0 && (
            <p className="kinds">
              {alike.map((each) => (
                <button
                  key={each.label}
                  type="button"
                  className="btn"
                  onClick={() => (taken ? setLabel(each.label) : take(each.label))}
                >
                  <bdi>{each.label}</bdi>
                  {each.excerpts !== undefined && <span className="q">{count(each.excerpts)}</span>}
                </button>
              ))}
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
