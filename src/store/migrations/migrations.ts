// An append-only list: the version of a home's schema is how many of these it has seen.

import type { Kysely } from 'kysely'
import { foundation } from './0001-foundation.ts'
import { copies } from './0002-copies.ts'
import { desk } from './0003-desk.ts'
import { articles } from './0004-articles.ts'
import { translations } from './0005-translations.ts'
import { excerpts } from './0006-excerpts.ts'
import { translationHeads } from './0007-translation-heads.ts'
import { excerptCollection } from './0008-excerpt-collection.ts'
import { translationDesk } from './0009-translation-desk.ts'
import { engineClaims } from './0010-engine-claims.ts'
import { keptAnswers } from './0011-kept-answers.ts'

export const migrations: readonly ((db: Kysely<unknown>) => Promise<void>)[] = [
  foundation,
  copies,
  desk,
  articles,
  translations,
  excerpts,
  translationHeads,
  excerptCollection,
  translationDesk,
  engineClaims,
  keptAnswers,
]
