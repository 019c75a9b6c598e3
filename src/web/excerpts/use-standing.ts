// On which row of the list one stands: the keys act on it, and the way back leads to it.

import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { keepPlace, readPlace } from '../lists/place.ts'

export type Standing = ReturnType<typeof useStanding>

/**
 * @param list the name its place is kept under
 * @param show brings the row of this number into sight, and gives it the focus
 */
export function useStanding(list: string, excerpts: readonly Excerpt[], show: (index: number) => void) {
  const navigate = useNavigate()
  const [activeId, setActiveId] = useState(() => readPlace(list).activeId)
  const at = excerpts.findIndex(({ id }) => id === activeId)
  const active = Math.max(0, at)
  const stand = (id: string) => {
    setActiveId(id)
    keepPlace(list, { activeId: id })
  }
  const step = (by: 1 | -1) => {
    const next = Math.max(0, Math.min(excerpts.length - 1, active + by))
    const excerpt = excerpts[next]
    if (!excerpt) return
    stand(excerpt.id)
    show(next)
  }
  const open = (excerpt: Excerpt) => {
    stand(excerpt.id)
    void navigate({ to: '/items/$id', params: { id: excerpt.itemId }, search: { excerpt: excerpt.id } })
  }
  return { active, here: excerpts[active], stand, step, open }
}
