// What the reader asks of the desk about excerpts of a page.

import { queryOptions } from '@tanstack/react-query'
import type { Citation, CitationForm } from '../../server/shapes/citation.ts'
import type { ExcerptList } from '../../server/shapes/excerpt.ts'
import type { ExcerptDetail } from '../../server/shapes/excerpt-detail.ts'
import { ask } from '../api/ask.ts'
import { client } from '../api/client.ts'

export const excerptsQuestion = (itemId: string) =>
  queryOptions({
    queryKey: ['item', itemId, 'excerpts'],
    queryFn: ({ signal }) => ask<ExcerptList>(`/api/excerpts?item=${itemId}&limit=200`, { signal }),
    staleTime: 15_000,
  })

/** One excerpt, with its history and the looks for its words; beside those of its page, so that all are asked anew together. */
export const excerptQuestion = ({ id, itemId, revision }: { id: string; itemId: string; revision: number }) =>
  queryOptions({
    queryKey: ['item', itemId, 'excerpt', id, revision],
    queryFn: ({ signal }) => ask<ExcerptDetail>(`/api/excerpts/${id}`, { signal }),
    staleTime: 15_000,
  })

export async function askExcerptsAnew(itemId: string) {
  await Promise.all([
    client.invalidateQueries({ queryKey: excerptsQuestion(itemId).queryKey }),
    client.invalidateQueries({ queryKey: ['item', itemId, 'excerpt'] }),
  ])
}

export const askCitation = (id: string, form: CitationForm) =>
  ask<Citation>(`/api/excerpts/${id}/citation?form=${form}`)
