// Choosing the label to mark with: one that is in use, or a new one.

import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { ItemRow } from '../../server/shapes/item.ts'
import { marksQuestion } from '../api/questions.ts'
import { Field } from '../parts/field.tsx'
import { count, t } from '../text/t.ts'
import { currentMark, keepMark } from './current-mark.ts'
import { decide } from './triage-deeds.ts'

export function MarkSheet({ item, onClose }: { item: ItemRow; onClose: () => void }) {
  const { data } = useQuery(marksQuestion())
  const [label, setLabel] = useState(currentMark)
  const mark = (chosen: string) => {
    keepMark(chosen)
    decide([item], { kind: 'mark', label: chosen })
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim()) mark(label.trim())
  }
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet">
        <Dialog>
          <header>
            <Heading slot="title">{t('mark.title')}</Heading>
            <button type="button" className="btn" onClick={onClose}>
              {t('act.close')} <kbd>Esc</kbd>
            </button>
          </header>
          <form className="form" onSubmit={submit}>
            <Field label={t('mark.label')} hint={t('mark.hint')}>
              {(id) => (
                <input
                  id={id}
                  dir="auto"
                  autoFocus
                  maxLength={80}
                  value={label}
                  onChange={(event) => setLabel(event.target.value)}
                  onFocus={(event) => event.target.select()}
                />
              )}
            </Field>
            <p className="act-line">
              <button type="submit" className="btn main-act">
                {t('mark.put')}
              </button>
            </p>
          </form>
          {(data?.marks.length ?? 0) > 0 && (
            <p className="kinds">
              {data?.marks.map((each) => (
                <button key={each.label} type="button" className="btn" onClick={() => mark(each.label)}>
                  <bdi>{each.label}</bdi> <span className="q">{count(each.items)}</span>
                </button>
              ))}
            </p>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
