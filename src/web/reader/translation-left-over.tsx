// What people said of sentences that the page does not have any more: kept, with its signs, and never lost.

import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Outside } from '../parts/outside.tsx'
import { t } from '../text/t.ts'
import { sayOrigin, StateMark } from './translation-state.tsx'

export function LeftOverSheet({ view, onClose }: { view: TranslationView; onClose: () => void }) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet broad">
        <Dialog>
          <header>
            <Heading slot="title">{t('translation.leftOver', { n: view.leftOver.length })}</Heading>
            <button type="button" className="btn" onClick={onClose}>
              {t('act.close')} <kbd>Esc</kbd>
            </button>
          </header>
          <p className="q">{t('translation.leftOver.why')}</p>
          <ol className="history translation-history">
            {view.leftOver.map((one, at) => (
              <li key={at} className="wording">
                <Outside text={one.source} lang={view.from} className="press q2 block-line" />
                <p>
                  <Outside text={one.target ?? ''} lang={view.to} className="press" />{' '}
                  <CopyButton text={one.target ?? ''} label={t('translation.copy')} />
                </p>
                <p className="small">
                  <StateMark state={one.state} by={sayOrigin(one)} />
                </p>
              </li>
            ))}
          </ol>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
