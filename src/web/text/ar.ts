// Every word the desk says of its own, in Arabic.

import { archiveWords } from './ar-archive.ts'
import { collectionWords } from './ar-collection.ts'
import { copiesWords } from './ar-copies.ts'
import { deskWords } from './ar-desk.ts'
import { excerptWords } from './ar-excerpt.ts'
import { nameWords } from './ar-names.ts'
import { readingWords } from './ar-reading.ts'
import { registerWords } from './ar-register.ts'
import { searchWords } from './ar-search.ts'
import { shellWords } from './ar-shell.ts'
import { translationWords } from './ar-translation.ts'
import { translationDeskWords } from './ar-translation-desk.ts'
import type { Catalogue } from './t.ts'

export const arabic: Catalogue = {
  ...shellWords,
  ...readingWords,
  ...searchWords,
  ...copiesWords,
  ...collectionWords,
  ...deskWords,
  ...registerWords,
  ...archiveWords,
  ...translationWords,
  ...excerptWords,
  ...nameWords,
  ...translationDeskWords,
}
