// Starts the desk in the page.

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client } from './api/client.ts'
import { takeUpEdits } from './edits/edit-queue.ts'
import { router } from './routes.tsx'
import { listenToKeys } from './shell/keys.ts'
import { followSettings } from './settings/follow-settings.ts'
import { takeFirstItems } from './inbox/take-first-items.ts'
import { followTranslations } from './inbox/take-translations.ts'
import { whenCalm } from './shell/calm.ts'
import { applySettings, chosenLanguage } from './shell/settings.ts'
import { beginToSpeak, Spoken } from './shell/spoken.tsx'

const AFTER_FIRST_PAINT_MS = 1500

async function start(): Promise<void> {
  await Promise.all([beginToSpeak(chosenLanguage()), takeFirstItems()])
  const place = document.getElementById('desk')
  if (!place) return
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Spoken>
          <RouterProvider router={router} />
        </Spoken>
      </QueryClientProvider>
    </StrictMode>,
  )
}

applySettings()
listenToKeys()
takeUpEdits()
followTranslations()
void start()
// The next screens are fetched while nothing else happens, so that “/” can be typed after at once.
whenCalm(() => void import('./style/faces-han.ts'))
setTimeout(() => {
  for (const to of ['/search', '/outlets', '/status'] as const) void router.preloadRoute({ to })
  void import('./reader/reader.tsx')
  void followSettings()
}, AFTER_FIRST_PAINT_MS)
