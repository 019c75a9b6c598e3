// What the editor asks of the desk: the labels in use.

import { queryOptions } from '@tanstack/react-query'
import type { ExcerptFacets } from '../../../server/shapes/excerpt.ts'
import { ask } from '../../api/ask.ts'

export const labelsQuestion = () =>
  queryOptions({
    queryKey: ['excerpts', 'labels'],
    queryFn: ({ signal }) => ask<Pick<ExcerptFacets, 'baskets' | 'tags'>>('/api/excerpts/facets', { signal }),
    staleTime: 30_000,
  })
