// The desk whose pages come with translations, as in the demo: made by people, so that no engine is asked.
// Skipped with a word where there is no Chromium, or where the pages have not been built.

import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { noBrowser } from '../end-to-end/open-browser.ts'
import { collectionPromises } from './browser/test-collection.ts'
import { openDesk, visit, type Desk } from './browser/test-desk.ts'
import { romanisedPromises } from './browser/test-romanised.ts'
import { searchLanguagePromises } from './browser/test-search-languages.ts'
import { translatedExcerptPromises } from './browser/test-excerpts.ts'
import { titlePromises } from './browser/test-titles.ts'
import { translatedAccessPromises } from './browser/test-translated-access.ts'
import { translationDeedPromises } from './browser/test-translation-deeds.ts'

const isBuilt = existsSync(new URL('../../dist/web/index.html', import.meta.url))
const skip = noBrowser || (!isBuilt && 'the pages are not built: npm test builds them')

let desk: Desk
const closing: (() => unknown)[] = []

before(
  async () => {
    if (!skip) desk = await openDesk({ after: (deed) => void closing.unshift(deed) }, { isTranslated: true })
  },
  { timeout: 60_000 },
)

after(async () => {
  for (const close of closing) await close()
})

for (const [promise, body] of Object.entries({
  ...titlePromises,
  ...romanisedPromises,
  ...collectionPromises,
  ...searchLanguagePromises,
  ...translationDeedPromises,
  ...translatedExcerptPromises,
  ...translatedAccessPromises,
}))
  test(promise, { skip, timeout: 60_000 }, () => visit(desk, body))
