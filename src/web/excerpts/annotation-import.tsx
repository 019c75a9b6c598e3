// Web Annotations brought in: what each would become is shown first, and nothing is kept until the person says so.

import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { AnnotationOutcome, AnnotationsImported } from '../../server/shapes/excerpt-collection.ts'
import { ask } from '../api/ask.ts'
import { FileImport } from '../parts/file-import.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { t } from '../text/t.ts'

const looks: Readonly<Record<AnnotationOutcome['kind'], { icon: IconName; hue: string }>> = {
  new: { icon: 'add', hue: 'good' },
  known: { icon: 'tick', hue: 'q' },
  differs: { icon: 'differs', hue: 'warn' },
  refused: { icon: 'cross', hue: 'stop' },
}

function Outcome({ outcome }: { outcome: AnnotationOutcome }) {
  const { icon, hue } = looks[outcome.kind]
  return (
    <li>
      <span className={`st ${hue}`}>
        <Icon name={icon} />
        {t(`collection.import.${outcome.kind}`)}
      </span>{' '}
      {outcome.words === '' ? (
        <bdi className="mono small">{outcome.id ?? outcome.number}</bdi>
      ) : (
        <Outside text={outcome.words} className="press" />
      )}
      {outcome.reason !== null && (
        <p className="small q2">
          <bdi>{outcome.reason}</bdi>
        </p>
      )}
    </li>
  )
}

const MOST_SHOWN = 500

function Plan({ result }: { result: AnnotationsImported }) {
  const rank = ({ kind }: AnnotationOutcome) => ['refused', 'differs', 'new', 'known'].indexOf(kind)
  const shown = result.outcomes.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_SHOWN)
  const count = (kind: AnnotationOutcome['kind']) => result.outcomes.filter((outcome) => outcome.kind === kind).length
  return (
    <>
      <p role="status">
        {(['new', 'known', 'differs', 'refused'] as const)
          .map((kind) => t(`collection.import.count.${kind}`, { n: count(kind) }))
          .join(' · ')}
      </p>
      <ol className="outcomes">
        {shown.map((outcome) => (
          <Outcome key={outcome.number} outcome={outcome} />
        ))}
      </ol>
    </>
  )
}

async function send(file: File, dryRun: boolean): Promise<AnnotationsImported> {
  const form = new FormData()
  form.append('file', file)
  return ask(`/api/excerpts/import?dryRun=${dryRun}`, { method: 'POST', form })
}

export function AnnotationImport({ onClose }: { onClose: () => void }) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet wide-sheet">
        <Dialog>
          <header>
            <Heading slot="title">{t('collection.import')}</Heading>
            <button type="button" className="btn" onClick={onClose}>
              {t('act.close')} <kbd>Esc</kbd>
            </button>
          </header>
          <p className="small q2">{t('collection.import.words')}</p>
          <FileImport<AnnotationsImported>
            accept=".jsonld,.json,application/ld+json,application/json"
            label={t('collection.import.file')}
            send={send}
            plan={(result) => <Plan result={result} />}
            wanted={({ added }) => added}
            words={{
              take: (n) => t('collection.import.take', { n }),
              did: ({ added }) => t('collection.import.did', { n: added }),
              done: t('collection.import.done'),
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
