// The one cache of answers. What changes by itself, such as an edit sent late, finds it here.

import { QueryClient } from '@tanstack/react-query'
import { isRefusal } from './ask.ts'

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      gcTime: 3_600_000,
      refetchOnWindowFocus: false,
      // A refusal is an answer; only silence is worth asking again.
      retry: (failures, error) => failures < 3 && isRefusal(error) && error.problem === 'away',
    },
  },
})
