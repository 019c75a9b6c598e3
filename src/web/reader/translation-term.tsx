// An agreed term from selected words: how the desk calls something from now on.

import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type RefObject } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { TermWish } from '../../server/shapes/glossary.ts'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { wordsOf } from '../api/ask.ts'
import { useSend } from '../edits/use-send.ts'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { readSignature } from '../shell/signature.ts'
import { directionOf, languageName } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { lastSelected, LONGEST } from './selected-words.ts'

const kinds = ['other', 'person', 'organisation', 'place'] as const

const selectedInBox = (box: HTMLTextAreaElement | null): string =>
  box ? box.value.slice(box.selectionStart, box.selectionEnd).trim() : ''

type TermProps = {
  view: TranslationView
  /** The box that is written in: its selected words are the translation. */
  near?: RefObject<HTMLTextAreaElement | null>
  onClose: () => void
}

/** A term under one's hands, and how it is kept. */
function useTerm({ view, near, onClose }: TermProps) {
  const client = useQueryClient()
  const [original, setOriginal] = useState(() => lastSelected('x'))
  const [translation, setTranslation] = useState(() => (near ? selectedInBox(near.current) : lastSelected('y')))
  const [kind, setKind] = useState<TermWish['kind']>('other')
  const { send, busy, problem } = useSend()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const signedBy = readSignature()
    const names = [
      { language: view.from, text: original.trim(), status: 'agreed' as const },
      { language: view.to, text: translation.trim(), status: 'agreed' as const },
    ]
    const body: TermWish = { kind, names, note: null, ...(signedBy === '' ? {} : { signedBy }) }
    const words = t('translation.term.added', { term: translation.trim() })
    const sent = await send({ method: 'PUT', path: '/api/glossary/terms', body, words })
    if (sent === null) return
    sayDeed(words)
    void client.invalidateQueries({ queryKey: ['translation', view.id, 'aids'] })
    onClose()
  }
  return { original, setOriginal, translation, setTranslation, kind, setKind, busy, problem, submit }
}

export function TermSheet(props: TermProps) {
  const { view, onClose } = props
  const term = useTerm(props)
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet">
        <Dialog>
          <header>
            <Heading slot="title">{t('translation.term')}</Heading>
          </header>
          <form className="form" onSubmit={(event) => void term.submit(event)}>
            <NameField language={view.from} text={term.original} onText={term.setOriginal} />
            <NameField language={view.to} text={term.translation} onText={term.setTranslation} />
            <KindField kind={term.kind} onKind={term.setKind} />
            {term.problem !== null && (
              <p className="st stop" role="alert">
                {wordsOf(term.problem)}
              </p>
            )}
            <FormActs act={t('translation.term.add')} busy={term.busy} onCancel={onClose} />
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function KindField({ kind, onKind }: { kind: TermWish['kind']; onKind: (kind: TermWish['kind']) => void }) {
  return (
    <Field label={t('translation.term.kind')}>
      {(id) => (
        <select id={id} value={kind} onChange={(event) => onKind(event.target.value as TermWish['kind'])}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`translation.term.${each}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function NameField({ language, text, onText }: { language: string; text: string; onText: (text: string) => void }) {
  return (
    <Field label={languageName(language)}>
      {(id) => (
        <input
          id={id}
          required
          className="press"
          lang={language}
          dir={directionOf(language)}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Field>
  )
}
