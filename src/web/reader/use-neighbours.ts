// The items before and after in the list one came from. Both are fetched beforehand, so that the next is there at once.

import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { itemQuestion } from '../api/questions.ts'
import { followTrail, neighboursOf } from '../lists/trail.ts'

export function useNeighbours(id: string) {
  const navigate = useNavigate()
  const client = useQueryClient()
  useEffect(() => {
    followTrail(id)
    const { before, after } = neighboursOf(id)
    for (const next of [after, before]) if (next !== null) void client.prefetchQuery(itemQuestion(next))
  }, [id, client])
  const step = (side: 'before' | 'after') => {
    const next = neighboursOf(id)[side]
    if (next !== null) void navigate({ to: '/items/$id', params: { id: next }, replace: true })
    return next !== null
  }
  return step
}
