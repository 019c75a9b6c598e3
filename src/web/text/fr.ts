// Every word the desk says of its own, in French.

import { archiveWords } from './fr-archive.ts'
import { collectionWords } from './fr-collection.ts'
import { copiesWords } from './fr-copies.ts'
import { deskWords } from './fr-desk.ts'
import { excerptWords } from './fr-excerpt.ts'
import { nameWords } from './fr-names.ts'
import { readingWords } from './fr-reading.ts'
import { registerWords } from './fr-register.ts'
import { searchWords } from './fr-search.ts'
import { shellWords } from './fr-shell.ts'
import { translationWords } from './fr-translation.ts'
import { translationDeskWords } from './fr-translation-desk.ts'
import type { Catalogue } from './t.ts'

export const french: Catalogue = {
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
