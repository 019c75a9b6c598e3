// The page as excerpts are made from it, and the excerpts that are kept of it with where they stand.

import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ItemDetail, ReadingRecord } from '../../server/shapes/item.ts'
import { openPage, type Page } from '../excerpts/editor/draft.ts'
import { markExcerpt, type Marked } from './excerpts-marked.ts'
import { excerptQuestion, excerptsQuestion } from './excerpts-questions.ts'
import { useShownTranslation } from './use-translation.ts'

export function usePage(item: ItemDetail, reading: ReadingRecord): Page {
  const view = useShownTranslation(item.id)
  return useMemo(() => openPage(reading, view), [reading, view])
}

/** How many excerpts that went astray are looked after. */
const MOST_ASTRAY = 30

export function useMarked(itemId: string, page: Page): readonly Marked[] {
  const { data } = useQuery(excerptsQuestion(itemId))
  const astray = (data?.excerpts ?? [])
    .filter(({ anchoring, readingId }) => anchoring !== 'held' || readingId !== page.reading.id)
    .slice(0, MOST_ASTRAY)
  const checks = useQueries({
    queries: astray.map((excerpt) => excerptQuestion(excerpt)),
    combine: (answers) => answers.flatMap((answer) => answer.data ?? []),
  })
  return useMemo(
    () =>
      (data?.excerpts ?? []).map((excerpt) =>
        markExcerpt(page, excerpt, checks.find(({ id }) => id === excerpt.id)?.checks),
      ),
    [data, page, checks],
  )
}
