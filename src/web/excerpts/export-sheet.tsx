// Excerpts handed out as a file: those chosen, or everything that the filters let through.

import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { ExportFormat } from '../../server/shapes/excerpt-collection.ts'
import { t } from '../text/t.ts'
import { useForm } from './citation-form.ts'
import type { CollectionFilter } from './collection-filter.ts'
import { exportPath } from './collection-questions.ts'
import { downloadExport } from './copy-citations.ts'

const formats = ['html', 'markdown', 'citations', 'csl', 'ris', 'jsonld'] as const satisfies readonly ExportFormat[]

type ExportSheetProps = {
  filter: CollectionFilter
  total: number
  /** In the order in which they are shown; empty = all that are found. */
  chosen: readonly string[]
  onClose: () => void
}

export function ExportSheet({ filter, total, chosen, onClose }: ExportSheetProps) {
  const form = useForm()
  const n = chosen.length === 0 ? total : chosen.length
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet">
        <Dialog>
          <header>
            <Heading slot="title">{t('collection.export.title', { n })}</Heading>
            <button type="button" className="btn" onClick={onClose}>
              {t('act.close')} <kbd>Esc</kbd>
            </button>
          </header>
          <p className="small q2">{t('collection.export.form', { form: t(`excerpt.cite.${form}`) })}</p>
          <ul className="formats">
            {formats.map((as) => (
              <li key={as}>
                {chosen.length === 0 ? (
                  <a className="btn" href={exportPath(filter, as, form)} download onClick={onClose}>
                    {t(`collection.export.${as}`)}
                  </a>
                ) : (
                  <button
                    type="button"
                    className="btn"
                    onClick={() => {
                      void downloadExport(chosen, as, form)
                      onClose()
                    }}
                  >
                    {t(`collection.export.${as}`)}
                  </button>
                )}
                <span className="small q2">{t(`collection.export.${as}.hint`)}</span>
              </li>
            ))}
          </ul>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
