// What the search thread is asked, and how it answers.

import type { ErrorCode } from '../../domain/errors.ts'
import type { Query } from './query.ts'
import type { SearchCounts, SearchOptions, SearchPage } from './search-index.ts'

export type SearchTask = { readonly path: string } & (
  | { readonly kind: 'search'; readonly query: Query; readonly options: SearchOptions }
  | { readonly kind: 'count-hits'; readonly query: Query; readonly upTo: number }
  | { readonly kind: 'counts'; readonly query: Query; readonly upTo: number | undefined }
)

export type HitCount = { readonly count: number; readonly isWhole: boolean }

export type SearchAnswer =
  | { readonly kind: 'search'; readonly page: SearchPage }
  | { readonly kind: 'count-hits'; readonly counted: HitCount }
  | { readonly kind: 'counts'; readonly counts: SearchCounts }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }
