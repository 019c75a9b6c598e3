// The frame around every screen.

import { Outlet, useMatchRoute, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { t } from '../text/t.ts'
import { becomeCalm } from './calm.ts'
import { useActiveKeys, useKeys, type KeyBinding } from './keys.ts'
import { Rail } from './rail.tsx'

const KeySheet = lazy(() => import('./key-sheet.tsx').then((file) => ({ default: file.KeySheet })))

export function Shell() {
  const navigate = useNavigate()
  const reading = useMatchRoute()({ to: '/items/$id' })
  const keys = useActiveKeys()
  const inInbox = useMatchRoute()({ to: '/' })
  useEffect(() => {
    if (!inInbox) becomeCalm()
  }, [inInbox])
  const [sheet, setSheet] = useState<readonly KeyBinding[] | null>(null)
  useKeys(
    [
      { key: '/', name: 'key.search', run: () => void navigate({ to: '/search' }) },
      { key: '?', name: 'key.all', run: () => setSheet(keys) },
    ],
    true,
  )
  return (
    <div className={reading ? 'app thin' : 'app'}>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Rail />
      <main className="main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {sheet && (
        <Suspense>
          <KeySheet keys={sheet} onClose={() => setSheet(null)} />
        </Suspense>
      )}
    </div>
  )
}
