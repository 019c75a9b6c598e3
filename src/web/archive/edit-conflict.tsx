import { useQuery } from '@tanstack/react-query'
import type { ArticleDetail } from '../../server/shapes/article.ts'
import { ask } from '../api/ask.ts'
import { Conflict } from '../parts/conflict.tsx'
import { Waiting } from '../parts/states.tsx'
import { t } from '../text/t.ts'
import { compareFields, listFields } from './list-fields.ts'
import { printOf } from './print-of.ts'

type EditConflictProps = {
  id: string
  /** The article as this person's boundaries would make it. */
  mine: ArticleDetail | undefined
  onTheirs: () => void
  /** @param revision the one that is there now */
  onMine: (revision: number) => void
}

/** Somebody else moved a boundary in between: both readings side by side; neither wins by default. */
export function EditConflict({ id, mine, onTheirs, onMine }: EditConflictProps) {
  const now = useQuery({
    queryKey: ['trial', id, 'now'],
    queryFn: ({ signal }) => ask<ArticleDetail>(`/api/articles/${id}`, { signal }),
    gcTime: 0,
  }).data
  if (!now) return <Waiting rows={2} />
  const changes = mine ? compareFields(printOf(now), printOf(mine)) : []
  const nameOf = (key: string, n: number | null) => `${key} ${n ?? ''}`.trim()
  const names = changes.map(({ field }) => [
    nameOf(field.key, field.n),
    `${t(field.key === 'source' ? 'block.citation' : `block.${field.key}`)} ${field.n ?? ''}`.trim(),
  ])
  const valuesOf = (article: ArticleDetail | undefined) =>
    Object.fromEntries(article ? listFields(printOf(article)).map(({ key, n, value }) => [nameOf(key, n), value]) : [])
  return (
    <Conflict
      now={valuesOf(now)}
      yours={Object.fromEntries(changes.map(({ field, after }) => [nameOf(field.key, field.n), after]))}
      names={Object.fromEntries(names)}
      onTheirs={onTheirs}
      onMine={() => onMine(now.revision)}
    />
  )
}
