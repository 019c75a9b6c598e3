// Every word the desk says of its own, in Russian.

import { archiveWords } from './ru-archive.ts'
import { collectionWords } from './ru-collection.ts'
import { copiesWords } from './ru-copies.ts'
import { deskWords } from './ru-desk.ts'
import { excerptWords } from './ru-excerpt.ts'
import { nameWords } from './ru-names.ts'
import { readingWords } from './ru-reading.ts'
import { registerWords } from './ru-register.ts'
import { searchWords } from './ru-search.ts'
import { shellWords } from './ru-shell.ts'
import { translationWords } from './ru-translation.ts'
import { translationDeskWords } from './ru-translation-desk.ts'
import type { Catalogue } from './t.ts'

export const russian: Catalogue = {
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
