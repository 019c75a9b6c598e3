// The line under the bar: what waits above, the last deed with its undo, whether the server is there, and which edits
// wait for it.

import { useSyncExternalStore, type ReactNode } from 'react'
import { wordsOf } from '../api/ask.ts'
import { useLive } from '../api/live.ts'
import type { RefusedEdit } from '../edits/edit.ts'
import { forgetRefused, readQueue, watchQueue } from '../edits/edit-queue.ts'
import { Icon } from '../parts/icon.tsx'
import { showIsolated } from '../parts/outside.tsx'
import { Say } from '../text/say.tsx'
import { t } from '../text/t.ts'
import { forgetDeed, nextUndo, sayWords, undoLast, useLastDeed } from './deeds.ts'
import { useKeys } from './keys.ts'

const useQueue = () => useSyncExternalStore(watchQueue, readQueue)

function AwayLine() {
  const { connection } = useLive()
  const { waiting } = useQueue()
  if (connection !== 'away' && waiting.length === 0) return null
  return (
    <div className="note away" role="status">
      {connection === 'away' && (
        <span className="st warn">
          <Icon name="gap" />
          {t('away.line')}
        </span>
      )}
      {waiting.length > 0 && (
        <span>
          <Say k="away.kept" n={waiting.length} />
        </span>
      )}
    </div>
  )
}

function RefusedLine({ refused }: { refused: RefusedEdit }) {
  return (
    <div className="note away" role="alert">
      <span className="st stop">
        <Icon name="cross" />
        {t(refused.code === 'conflict' ? 'edit.overtaken' : 'edit.refused')}
      </span>
      <bdi>{showIsolated(refused.edit.words)}</bdi>
      <bdi className="q2">{refused.reason}</bdi>
      <button type="button" className="btn bare end" onClick={() => forgetRefused(refused.edit.id)}>
        {t('act.close')}
      </button>
    </div>
  )
}

/** Keeps `u` at hand as long as there is something to take back, whatever the line says now. */
function UndoButton({ undone }: { undone: boolean }) {
  const run = async () => {
    try {
      const deed = await undoLast()
      if (deed !== null) sayWords(t('deed.undone', { deed }))
    } catch (error) {
      sayWords(wordsOf(error))
    }
  }
  useKeys([{ key: 'u', name: 'key.undo', quiet: true, run: () => void run() }])
  return (
    <button type="button" className="link" onClick={() => void run()}>
      {t(undone ? 'act.undoMore' : 'act.undo')} <kbd>u</kbd>
    </button>
  )
}

export function NoteLine({ children }: { children?: ReactNode }) {
  const deed = useLastDeed()
  const { refused } = useQueue()
  const undo = nextUndo()
  return (
    <>
      <AwayLine />
      {refused.map((each) => (
        <RefusedLine key={each.edit.id} refused={each} />
      ))}
      {(children || deed || undo) && (
        <div className="note">
          {children}
          <span className="deed end" role="status">
            {deed && <bdi className="clip">{showIsolated(deed.words)}</bdi>}
            {undo && <UndoButton undone={deed !== undo} />}
            {deed && (
              <button type="button" className="btn bare" aria-label={t('act.close')} onClick={forgetDeed}>
                <Icon name="cross" />
              </button>
            )}
          </span>
        </div>
      )}
    </>
  )
}
