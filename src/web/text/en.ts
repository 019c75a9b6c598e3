// Every word the desk says of its own, in English. Another language is one file of the same keys.

import { archiveWords } from './en-archive.ts'
import { collectionWords } from './en-collection.ts'
import { copiesWords } from './en-copies.ts'
import { deskWords } from './en-desk.ts'
import { excerptWords } from './en-excerpt.ts'
import { nameWords } from './en-names.ts'
import { readingWords } from './en-reading.ts'
import { registerWords } from './en-register.ts'
import { searchWords } from './en-search.ts'
import { shellWords } from './en-shell.ts'
import { translationWords } from './en-translation.ts'
import { translationDeskWords } from './en-translation-desk.ts'

export const english = {
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
