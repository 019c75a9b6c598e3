// The desk as a person meets it: a real server on the sample press, a real Chromium, one promise at a time.
// Skipped with a word where there is no Chromium, or where the pages have not been built.

import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { noBrowser } from '../end-to-end/open-browser.ts'
import { accessPromises } from './browser/test-access.ts'
import { addPromises } from './browser/test-add.ts'
import { archivePromises } from './browser/test-archive.ts'
import { attackPromises } from './browser/test-attacks.ts'
import { dayPromises } from './browser/test-day.ts'
import { openDesk, visit, type Desk } from './browser/test-desk.ts'
import { excerptPromises } from './browser/test-excerpts.ts'
import { arrivalPromises, inboxPromises } from './browser/test-inbox.ts'
import { readerPromises } from './browser/test-reader.ts'
import { registerPromises } from './browser/test-register.ts'
import { searchPromises } from './browser/test-search.ts'
import { statusPromises } from './browser/test-status.ts'
import { translationDeskPromises } from './browser/test-translation-desk.ts'
import { translationPromises } from './browser/test-translation.ts'

const isBuilt = existsSync(new URL('../../dist/web/index.html', import.meta.url))
const skip = noBrowser || (!isBuilt && 'the pages are not built: npm test builds them')

let desk: Desk
const closing: (() => unknown)[] = []

before(
  async () => {
    if (!skip) desk = await openDesk({ after: (deed) => void closing.unshift(deed) })
  },
  { timeout: 60_000 },
)

after(async () => {
  for (const close of closing) await close()
})

/** Those that only look come first; the later ones change what the desk holds, and take the server away. */
const promises = {
  ...inboxPromises,
  ...readerPromises,
  ...searchPromises,
  ...accessPromises,
  ...registerPromises,
  ...archivePromises,
  ...translationPromises,
  ...translationDeskPromises,
  ...excerptPromises,
  ...addPromises,
  ...arrivalPromises,
  ...statusPromises,
  ...dayPromises,
  ...attackPromises,
}

for (const [promise, body] of Object.entries(promises))
  test(promise, { skip, timeout: 60_000 }, () => visit(desk, body))
