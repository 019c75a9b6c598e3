// The excerpts that the filter lets through: how many, the list, and what is done with those chosen.

import { useInfiniteQuery } from '@tanstack/react-query'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useKeys } from '../shell/keys.ts'
import { t } from '../text/t.ts'
import { ActBar, actKeys, useActs } from './collection-acts.tsx'
import { CollectionChips } from './collection-chips.tsx'
import { collectionFilterNames, hasOrder, type Filtering } from './collection-filter.ts'
import { CollectionList } from './collection-list.tsx'
import { collectionQuestion, PAGE } from './collection-questions.ts'
import { MOST_CHOSEN, useChosen } from './use-chosen.ts'

const noFilter = Object.fromEntries(collectionFilterNames.map((name) => [name, undefined]))

function Nothing({ filtered, onFilter }: { filtered: boolean; onFilter: Filtering['onFilter'] }) {
  const showAll = () => onFilter(noFilter)
  const showWithdrawn = () => onFilter({ withdrawn: 'only' })
  return (
    <Empty>
      <p>{t(filtered ? 'collection.noneSuch' : 'collection.empty')}</p>
      <button type="button" className={filtered ? 'btn main-act' : 'link'} onClick={filtered ? showAll : showWithdrawn}>
        {t(filtered ? 'collection.showAll' : 'collection.showWithdrawn')}
      </button>
    </Empty>
  )
}

function FoundHead({ filter, onFilter, total, isEmpty }: Filtering & { total: number; isEmpty: boolean }) {
  return (
    <div className="found-head">
      <CollectionChips filter={filter} onFilter={onFilter} />
      {!isEmpty && (
        <p className="small q2" role="status">
          {t('collection.count', { n: total })}
          {hasOrder(filter) && ` · ${t('collection.ordered')}`}
        </p>
      )}
    </div>
  )
}

/** The excerpts fetched so far, what fetches more of them, and those chosen. */
function useFound(filter: Filtering['filter']) {
  const query = useInfiniteQuery(collectionQuestion(filter))
  const excerpts = query.data?.pages.flatMap((page) => page.excerpts) ?? []
  const choice = useChosen(JSON.stringify(filter), excerpts)
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  const chooseAllFound = async () => {
    let { data, hasNextPage } = query
    while (hasNextPage && (data?.pages.length ?? 0) * PAGE < MOST_CHOSEN)
      ({ data, hasNextPage } = await query.fetchNextPage())
    choice.all(data?.pages.flatMap((page) => page.excerpts) ?? [])
  }
  return { query, excerpts, total: query.data?.pages[0]?.total ?? 0, choice, more, chooseAllFound }
}

type Found = ReturnType<typeof useFound>
type Acting = { found: Found; acts: ReturnType<typeof useActs>['acts'] }

function ChosenBar({ found, acts, onExport }: Acting & { onExport: (ids: readonly string[]) => void }) {
  const { excerpts, total, chooseAllFound } = found
  const { chosen, clear } = found.choice
  const isAllHere = chosen.length === excerpts.length && chosen.length < MOST_CHOSEN
  return (
    <ActBar
      chosen={chosen}
      acts={acts(chosen)}
      onExport={() => onExport(chosen.map(({ id }) => id))}
      onClear={clear}
      further={isAllHere ? Math.min(total, MOST_CHOSEN) - excerpts.length : 0}
      onFurther={() => void chooseAllFound()}
    />
  )
}

function FoundList({ filter, found, acts }: Acting & Pick<Filtering, 'filter'>) {
  const { excerpts, total, more } = found
  const { chosen, ids, toggle } = found.choice
  const list = JSON.stringify(filter)
  return (
    <CollectionList
      key={list}
      list={`collection ${list}`}
      excerpts={excerpts}
      total={total}
      ordered={hasOrder(filter)}
      chosen={ids}
      onChoose={toggle}
      onNearEnd={more}
      keysFor={(here) => actKeys(acts(chosen.length > 0 ? chosen : here ? [here] : []))}
    />
  )
}

type FoundProps = Filtering & { onExport: (ids: readonly string[]) => void }

export function FoundExcerpts({ filter, onFilter, onExport }: FoundProps) {
  const found = useFound(filter)
  const { query, excerpts, total } = found
  const { chosen, all, clear } = found.choice
  const { acts, sheet } = useActs(filter)
  useKeys([
    { key: 'a', name: 'collection.key.all', quiet: true, run: () => all() },
    ...(chosen.length > 0 ? [{ key: 'Escape', name: 'collection.key.clear', run: clear } as const] : []),
  ])
  const isEmpty = excerpts.length === 0
  const filtered = collectionFilterNames.some((name) => filter[name] !== undefined)
  return (
    <div className="collection-found">
      {(!isEmpty || filtered) && <FoundHead filter={filter} onFilter={onFilter} total={total} isEmpty={isEmpty} />}
      {chosen.length > 0 && <ChosenBar found={found} acts={acts} onExport={onExport} />}
      {query.isPending && <Waiting />}
      {query.error && !query.data && <Failed error={query.error} again={() => void query.refetch()} />}
      {query.data && isEmpty && <Nothing filtered={filtered} onFilter={onFilter} />}
      {!isEmpty && <FoundList filter={filter} found={found} acts={acts} />}
      {sheet}
    </div>
  )
}
