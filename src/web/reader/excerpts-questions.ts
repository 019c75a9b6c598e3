// What the reader asks of the desk about excerpts of a page.

import { queryOptions } from '@tanstack/react-query'
import type { Citation, CitationForm, ExcerptList } from '../../server/shapes/excerpt.ts'
import { ask } from '../api/ask.ts'
import { client } from '../api/client.ts'

export const excerptsQuestion = (itemId: string) =>
  queryOptions({
    queryKey: ['item', itemId, 'excerpts'],
    queryFn: ({ signal }) => ask<ExcerptList>(`/api/excerpts?item=${itemId}&limit=200`, { signal }),
    staleTime: 15_000,
  })

export const askExcerptsAnew = (itemId: string) =>
  client.invalidateQueries({ queryKey: excerptsQuestion(itemId).queryKey })

export const askCitation = (id: string, form: CitationForm) =>
  ask<Citation>(`/api/excerpts/${id}/citation?form=${form}`)
