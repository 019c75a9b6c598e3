// The query line. What is wrong with the query is said under it, with the place.

import { useEffect, useRef, useState } from 'react'
import type { QueryProblem } from '../../server/shapes/search.ts'
import { Icon } from '../parts/icon.tsx'
import { useKeys } from '../shell/keys.ts'
import { t } from '../text/t.ts'

const PAUSE_MS = 180

type QueryFieldProps = {
  query: string
  onQuery: (query: string) => void
  onLeave: () => void
  helpOpen: boolean
  onHelp: () => void
}

export function QueryField({ query, onQuery, onLeave, helpOpen, onHelp }: QueryFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(query)
  const asked = useRef(query)
  // The address is the truth when it changes by other hands: a facet, Back, a link.
  useEffect(() => {
    if (query !== asked.current) setTyped(query)
    asked.current = query
  }, [query])
  useEffect(() => {
    if (typed === asked.current) return
    const timer = setTimeout(() => {
      asked.current = typed
      onQuery(typed)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, onQuery])
  useEffect(() => {
    if (asked.current === '') field.current?.focus()
  }, [])
  useKeys([{ key: '/', name: 'key.query', run: () => field.current?.select() }])

  return (
    <form
      className="query"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onLeave()
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        aria-label={t('search.field')}
        placeholder={t('search.hint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'ArrowDown') return
          event.preventDefault()
          onLeave()
        }}
      />
      <button type="button" className="btn bare" aria-expanded={helpOpen} aria-controls="query-help" onClick={onHelp}>
        {t('search.help')}
      </button>
    </form>
  )
}

export function QueryProblems({ query, problems }: { query: string; problems: readonly QueryProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div role="status">
      <ul className="problems small">
        {problems.map((problem, index) => (
          <li key={index}>
            <span className="st warn">
              <Icon name="differs" />
            </span>{' '}
            <bdi>{problem.message}</bdi>{' '}
            {problem.end > problem.start && <bdi className="mono">{query.slice(problem.start, problem.end)}</bdi>}
          </li>
        ))}
      </ul>
    </div>
  )
}
