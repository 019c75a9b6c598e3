// All keys, and how the desk looks in this browser.

import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../text/t.ts'
import { Choice } from './choice.tsx'
import { groupKeys, keyLabel } from './key-line.tsx'
import type { KeyBinding } from './keys.ts'

const shown = ['theme', 'density', 'singleKeys'] as const

export function KeySheet({ keys, onClose }: { keys: readonly KeyBinding[]; onClose: () => void }) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet">
        <Dialog>
          <header>
            <Heading slot="title">{t('keys.title')}</Heading>
            <button type="button" className="btn" onClick={onClose}>
              {t('act.close')} <kbd>Esc</kbd>
            </button>
          </header>
          <dl className="all-keys">
            {groupKeys(keys).map(({ name, keys: group }) => (
              <div key={name}>
                <dt>
                  {group.map((key) => (
                    <kbd key={key}>{keyLabel(key)}</kbd>
                  ))}
                </dt>
                <dd>{t(name)}</dd>
              </div>
            ))}
          </dl>
          <div className="choices">
            {shown.map((name) => (
              <Choice key={name} name={name} />
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
