import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { t } from '../text/t.ts'

type Paged = Pick<UseInfiniteQueryResult<unknown>, 'hasNextPage' | 'isFetchingNextPage'> & {
  fetchNextPage: () => Promise<unknown>
}

/** The further pages of a list, at its end. */
export function MoreButton({ query }: { query: Paged }) {
  if (!query.hasNextPage) return null
  return (
    <p className="sec">
      <button
        type="button"
        className="btn"
        disabled={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t('act.more')}
      </button>
    </p>
  )
}
