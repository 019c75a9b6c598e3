// Search: hits first, counts a moment later, the query as the one truth.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SearchResult } from '../../server/shapes/search.ts'
import { countsQuestion, searchQuestion, type SearchOrder } from '../api/questions.ts'
import { layTrail } from '../lists/trail.ts'
import { Icon } from '../parts/icon.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { searchRoute } from '../shell/route-ids.ts'
import { count, t } from '../text/t.ts'
import { SaveSearch } from '../searches/save-search.tsx'
import { DayPlot } from './day-plot.tsx'
import { Facets } from './facets.tsx'
import { HitList } from './hit-list.tsx'
import { QueryField, QueryProblems } from './query-field.tsx'
import { QueryHelp } from './query-help.tsx'
import { hasFilter, setFilter, takeFilter } from './query-words.ts'
import { SearchedNames } from './searched-names.tsx'
import type { TrendBy } from './trend-plot.tsx'

const TrendPlot = lazy(() => import('./trend-plot.tsx').then((file) => ({ default: file.TrendPlot })))

function totalWords(total: SearchResult['total']): string {
  return total.kind === 'exact' ? t('search.total', { n: total.count }) : t('search.atLeast', { n: total.count })
}

function OrderChoice({ order, onOrder }: { order: SearchOrder; onOrder: (order: SearchOrder) => void }) {
  return (
    <span className="seg" role="group" aria-label={t('search.order')}>
      {(['newest', 'relevant'] as const).map((each) => (
        <button key={each} type="button" className="btn" aria-pressed={order === each} onClick={() => onOrder(each)}>
          {t(`search.order.${each}`)}
        </button>
      ))}
    </span>
  )
}

type ScopeProps = { query: string; onQuery: (query: string) => void }

/** The query says where to look; this only types it. */
function ScopeSwitch({ query, onQuery }: ScopeProps) {
  const isOriginal = hasFilter(query, 'in', 'original')
  return (
    <button
      type="button"
      className="btn"
      aria-pressed={isOriginal}
      title={t('search.scope.about')}
      onClick={() => onQuery(isOriginal ? takeFilter(query, 'in').rest : setFilter(query, 'in', 'original'))}
    >
      {t('search.scope.original')}
    </button>
  )
}

/** Nothing was found: what to do about it. */
function NoHits({ query, onQuery }: ScopeProps) {
  const isOriginal = hasFilter(query, 'in', 'original')
  return (
    <Empty>
      <p>{query === '' ? t('search.nothing') : t(isOriginal ? 'search.empty.original' : 'search.empty')}</p>
      {isOriginal && (
        <button type="button" className="btn" onClick={() => onQuery(takeFilter(query, 'in').rest)}>
          {t('search.widen')}
        </button>
      )}
      {query !== '' && (
        <button type="button" className="btn" onClick={() => onQuery('')}>
          {t('search.clear')}
        </button>
      )}
    </Empty>
  )
}

function useHits(q: string, order: SearchOrder) {
  const answer = useInfiniteQuery(searchQuestion(q, order))
  const hits = useMemo(() => answer.data?.pages.flatMap((page) => page.hits) ?? [], [answer.data])
  const list = `search ${order} ${q}`
  useEffect(
    () =>
      layTrail({
        list,
        ids: hits.filter((hit) => hit.article === null).map((hit) => hit.id),
        before: 0,
        total: Math.max(hits.length, answer.data?.pages[0]?.total.count ?? 0),
      }),
    [list, hits, answer.data],
  )
  return { answer, list, hits, first: answer.data?.pages[0] }
}

const plots = [undefined, 'language', 'alignment', 'outlet'] as const

function PlotChoice({ plot, onPlot }: { plot: TrendBy | undefined; onPlot: (plot: TrendBy | undefined) => void }) {
  return (
    <p className="plot-choice">
      <span className="small q">{t('trend.by')}</span>
      <span className="seg" role="group" aria-label={t('trend.by')}>
        {plots.map((each) => (
          <button
            key={each ?? 'all'}
            type="button"
            className="btn"
            aria-pressed={plot === each}
            onClick={() => onPlot(each)}
          >
            {t(`trend.by.${each ?? 'all'}`)}
          </button>
        ))}
      </span>
    </p>
  )
}

/** The days that the plot covers: from the first hit to the last. */
function spanOf(days: readonly { day: string }[]): { from: string; to: string } | null {
  const [first, last] = [days[0], days.at(-1)]
  return first && last ? { from: first.day, to: last.day } : null
}

export function Search() {
  const { q = '', order = 'newest', plot } = searchRoute.useSearch()
  const navigate = useNavigate()
  const { answer, list, hits, first } = useHits(q, order)
  const counts = useQuery({ ...countsQuestion(q), enabled: answer.data !== undefined })
  useTitle(q ? `${q} · ${t('place.search')}` : t('place.search'))
  const span = spanOf(counts.data?.days ?? [])
  const [help, setHelp] = useState(false)
  const [facets, setFacets] = useState(false)
  const results = useRef<HTMLOListElement>(null)
  const ask = useCallback(
    (query: string) =>
      void navigate({
        to: '/search',
        search: { ...(query ? { q: query } : {}), ...(order === 'newest' ? {} : { order }), ...(plot ? { plot } : {}) },
        replace: true,
      }),
    [navigate, order, plot],
  )
  const leave = () => results.current?.querySelector('a')?.focus()
  useKeys([{ key: 'f', name: 'key.facets', run: () => setFacets(!facets) }])

  return (
    <div className="screen">
      <header className="bar search-bar">
        <h1 className="unseen">{t('place.search')}</h1>
        <QueryField query={q} onQuery={ask} onLeave={leave} helpOpen={help} onHelp={() => setHelp(!help)} />
        <SaveSearch key={q} query={q} order={order} />
        <button
          type="button"
          className="btn narrow"
          aria-expanded={facets}
          aria-label={t('facet.label')}
          onClick={() => setFacets(!facets)}
        >
          <Icon name="facets" />
        </button>
      </header>
      <NoteLine />
      {help && (
        <QueryHelp
          onTry={(query) => {
            setHelp(false)
            ask(query)
          }}
        />
      )}
      <QueryProblems query={q} problems={first?.problems ?? []} />
      <div className={facets ? 'cols show-facets' : 'cols'}>
        <aside className="facets scroll" aria-label={t('facet.label')}>
          <Facets query={q} ready={answer.data !== undefined} onQuery={ask} />
        </aside>
        <div className="results scroll" aria-busy={answer.isFetching}>
          <div className="results-head">
            <span>
              <b role="status">{first && totalWords(first.total)}</b>{' '}
              {(counts.data?.days.length ?? 0) > 1 && <span className="q2">{t('plot.about')}</span>}
            </span>
            <span className="choices">
              <ScopeSwitch query={q} onQuery={ask} />
              <OrderChoice
                order={order}
                onOrder={(next) =>
                  void navigate({
                    to: '/search',
                    search: { ...(q ? { q } : {}), order: next, ...(plot ? { plot } : {}) },
                    replace: true,
                  })
                }
              />
            </span>
          </div>
          <SearchedNames names={first?.names ?? []} />
          {counts.data && counts.data.days.length > 1 && (
            <PlotChoice
              plot={plot}
              onPlot={(next) =>
                void navigate({
                  to: '/search',
                  search: {
                    ...(q ? { q } : {}),
                    ...(order === 'newest' ? {} : { order }),
                    ...(next ? { plot: next } : {}),
                  },
                  replace: true,
                })
              }
            />
          )}
          {span && plot && (
            <Suspense fallback={<Waiting rows={1} />}>
              <TrendPlot query={{ q, ...span }} by={plot} />
            </Suspense>
          )}
          {counts.data && !plot && (
            <DayPlot
              days={counts.data.days}
              onPick={(from, until) => ask(setFilter(setFilter(q, 'after', from), 'before', until))}
            />
          )}
          {answer.isPending && <Waiting rows={6} />}
          {answer.isError && hits.length === 0 && <Failed error={answer.error} again={() => void answer.refetch()} />}
          {first && hits.length === 0 && first.problems.length === 0 && <NoHits query={q} onQuery={ask} />}
          <HitList
            key={list}
            list={list}
            hits={hits}
            listRef={results}
            more={answer.hasNextPage ? () => void answer.fetchNextPage() : null}
            waiting={answer.isFetchingNextPage}
          />
        </div>
      </div>
      <KeyLine>
        {first &&
          t('search.took', { order: t(`search.order.${order}`), ms: count(Math.max(1, Math.round(first.tookMs))) })}
      </KeyLine>
    </div>
  )
}
