// The line under the bar: what waits above, the last deed with its undo, and whether the server is there.

import { useState, type ReactNode } from 'react'
import { wordsOf } from '../api/ask.ts'
import { useLive } from '../api/live.ts'
import { Icon } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { t } from '../text/t.ts'
import { forgetDeed, sayDeed, useLastDeed, type Deed } from './deeds.ts'
import { useKeys } from './keys.ts'

function AwayLine() {
  const { connection } = useLive()
  if (connection !== 'away') return null
  return (
    <div className="note away" role="status">
      <span className="st warn">
        <Icon name="gap" />
        {t('away.line')}
      </span>
    </div>
  )
}

function UndoButton({ deed, undo }: { deed: Deed; undo: () => Promise<unknown> }) {
  const [busy, setBusy] = useState(false)
  const run = async () => {
    if (busy) return
    setBusy(true)
    try {
      await undo()
      sayDeed(t('deed.undone', { deed: deed.words }))
    } catch (error) {
      sayDeed(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  useKeys([{ key: 'u', name: 'key.undo', run: () => void run() }])
  return (
    <button type="button" className="link" disabled={busy} onClick={() => void run()}>
      {t('act.undo')} <kbd>u</kbd>
    </button>
  )
}

export function NoteLine({ children }: { children?: ReactNode }) {
  const deed = useLastDeed()
  return (
    <>
      <AwayLine />
      {(children || deed) && (
        <div className="note">
          {children}
          {deed && (
            <span className="deed end" role="status">
              <bdi>{showControls(deed.words)}</bdi>
              {deed.undo && <UndoButton deed={deed} undo={deed.undo} />}
              <button type="button" className="btn bare" aria-label={t('act.close')} onClick={forgetDeed}>
                <Icon name="cross" />
              </button>
            </span>
          )}
        </div>
      )}
    </>
  )
}
