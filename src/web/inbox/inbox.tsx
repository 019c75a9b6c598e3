// The first screen: what the press said last, newest first.

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { ItemList, ItemRow } from '../../server/shapes/item.ts'
import { itemCountsQuestion, type ItemFilter } from '../api/questions.ts'
import { keepPlace, readPlace } from '../lists/place.ts'
import { layTrail } from '../lists/trail.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { becomeCalm, useCalm } from '../shell/calm.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys, type KeyBinding } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { inboxRoute } from '../shell/route-ids.ts'
import { saveSetting, useSetting } from '../shell/settings.ts'
import { Say } from '../text/say.tsx'
import { count, t } from '../text/t.ts'
import { triageKeys } from '../triage/triage-keys.ts'
import { InboxEmpty } from './inbox-empty.tsx'
import { FilterChips, FilterRow } from './inbox-filters.tsx'
import { ItemGrid } from './item-grid.tsx'
import { fetchFurther, itemsBefore, itemsQuestion } from './item-pages.ts'
import { Peek } from './peek.tsx'
import { useNewer } from './use-newer.ts'

const MarkSheet = lazy(() => import('../triage/mark-sheet.tsx').then((file) => ({ default: file.MarkSheet })))

function NewerLine({ newer, show }: { newer: number; show: () => void }) {
  if (newer === 0) return null
  return (
    <span className="newer" role="status">
      <Icon name="up" />
      <span>
        <Say k="inbox.newer" n={newer} />
      </span>
      <button type="button" className="link" onClick={show}>
        {t('act.show')} <kbd>.</kbd>
      </button>
    </span>
  )
}

/** Items as counted now; the list's own count, which may be a lower bound, until then. */
function inboxTotal(page: ItemList | undefined, counted: number | undefined): string {
  if (counted !== undefined) return t('inbox.total', { n: counted })
  return t(page?.totalIs === 'at-least' ? 'search.atLeast' : 'inbox.total', { n: page?.total ?? 0 })
}

function usePages(filter: ItemFilter) {
  const answer = useInfiniteQuery(itemsQuestion(filter))
  const items = useMemo(() => answer.data?.pages.flatMap((page) => page.items) ?? [], [answer.data])
  const { hasNextPage, hasPreviousPage, isFetching, fetchNextPage, fetchPreviousPage } = answer
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const onNearStart = useCallback(() => {
    if (hasPreviousPage && !isFetching) void fetchPreviousPage()
  }, [hasPreviousPage, isFetching, fetchPreviousPage])
  const before = itemsBefore(answer.data)
  return { answer, items, before, total: answer.data?.pages[0]?.total ?? 0, onNearEnd, onNearStart }
}

/** Lays the list down for the reader, and goes on laying it when the reader comes to its end. */
function useTrail(list: string, filter: ItemFilter, items: readonly ItemRow[], before: number, total: number) {
  const client = useQueryClient()
  useEffect(() => {
    const lay = (held: readonly ItemRow[], start: number) =>
      layTrail({
        list,
        ids: held.map((item) => item.id),
        before: start,
        total,
        more: async () => {
          const further = await fetchFurther(client, filter)
          if (further.length > 0) lay(further, itemsBefore(client.getQueryData(itemsQuestion(filter).queryKey)))
        },
      })
    lay(items, before)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the list's name stands for the filter
  }, [list, items, before, total, client])
}

/** The row one stands on, by its item; when it has been let go of, the nearest that is held. */
function useActive(list: string, items: readonly ItemRow[]) {
  const [active, setActive] = useState(() => ({ id: readPlace(list).activeId, at: 0 }))
  const found = useMemo(() => items.findIndex((item) => item.id === active.id), [items, active.id])
  const at = Math.max(0, Math.min(found >= 0 ? found : active.at, items.length - 1))
  const go = (index: number) => {
    const next = Math.max(0, Math.min(index, items.length - 1))
    setActive({ id: items[next]?.id ?? null, at: next })
  }
  const id = items[at]?.id ?? null
  useEffect(() => {
    if (id !== null) keepPlace(list, { activeId: id })
  }, [id, list])
  const forget = () => setActive({ id: null, at: 0 })
  return { at, go, forget }
}

/** By story: the copies of one piece are one row. By time: each by itself. */
function GroupChoice({ filter }: { filter: ItemFilter }) {
  const byTime = filter.by === 'time'
  return (
    <span className="seg wide" role="group" aria-label={t('inbox.by')}>
      <Link
        className="btn"
        to="/"
        search={{ ...filter, by: undefined }}
        {...(byTime ? {} : { 'aria-current': 'page' })}
      >
        {t('inbox.by.story')}
      </Link>
      <Link className="btn" to="/" search={{ ...filter, by: 'time' }} {...(byTime ? { 'aria-current': 'page' } : {})}>
        {t('inbox.by.time')}
      </Link>
    </span>
  )
}

export function Inbox() {
  const filter = inboxRoute.useSearch()
  return <InboxList key={JSON.stringify(filter)} filter={filter} />
}

function InboxList({ filter }: { filter: ItemFilter }) {
  const navigate = useNavigate()
  const list = JSON.stringify(filter)
  const { answer, items, before, total, onNearEnd, onNearStart } = usePages(filter)
  const { newer, show } = useNewer(filter)
  const { at, go, forget } = useActive(list, items)
  const [asPrinted, setAsPrinted] = useState(false)
  const titles = useSetting('titles')
  const [peek, setPeek] = useState(() => window.innerWidth >= 1800)
  const filtersOpen = useSetting('filters') === 'open'
  const toggleFilters = () => saveSetting('filters', filtersOpen ? 'shut' : 'open')
  const [choosingMark, setChoosingMark] = useState(false)
  const isShown = answer.data !== undefined || answer.isError
  useEffect(() => {
    if (isShown) requestAnimationFrame(() => becomeCalm())
  }, [isShown])
  useTitle(t('place.inbox'))
  useTrail(list, filter, items, before, total)

  const counted = useQuery({ ...itemCountsQuestion(filter), enabled: useCalm() }).data?.total
  const totalWords = inboxTotal(answer.data?.pages[0], counted)

  const open = (item: ItemRow | undefined) => item && void navigate({ to: '/items/$id', params: { id: item.id } })
  const showNewer = () => {
    keepPlace(list, { offset: 0, measured: [], activeId: null })
    void show().then(forget)
  }
  const keys: KeyBinding[] = [
    { key: 'j', name: 'key.move', run: () => go(at + 1) },
    { key: 'k', name: 'key.move', run: () => go(at - 1) },
    { key: 'ArrowDown', name: 'key.move', quiet: true, run: () => go(at + 1) },
    { key: 'ArrowUp', name: 'key.move', quiet: true, run: () => go(at - 1) },
    { key: 'PageDown', name: 'key.move', quiet: true, run: () => go(at + 10) },
    { key: 'PageUp', name: 'key.move', quiet: true, run: () => go(at - 10) },
    { key: 'Home', name: 'key.ends', quiet: true, run: () => go(0) },
    { key: 'End', name: 'key.ends', quiet: true, run: () => go(items.length - 1) },
    { key: 'Enter', name: 'key.open', run: () => open(items[at]) },
    {
      key: 'o',
      name: 'key.originalFirst',
      run: () => saveSetting('titles', titles === 'translated' ? 'original' : 'translated'),
    },
    ...triageKeys(
      items[at],
      (deed) => deed.kind !== 'mark' && go(at + 1),
      () => setChoosingMark(true),
    ),
    { key: 'a', name: 'key.asPrinted', quiet: true, run: () => setAsPrinted(!asPrinted) },
    { key: ' ', name: 'key.peek', run: () => setPeek(!peek) },
    { key: 'd', name: 'key.evidence', quiet: true, run: () => open(items[at]) },
    { key: '.', name: 'key.newer', quiet: true, run: showNewer },
  ]
  useKeys([{ key: 'f', name: 'key.filters', quiet: true, run: toggleFilters }, ...(items.length > 0 ? keys : [])])

  return (
    <div className="screen">
      <header className="bar inbox-bar">
        <h1>{t('place.inbox')}</h1>
        {answer.data && <span className="q wide nowrap">{totalWords}</span>}
        <FilterChips filter={filter} />
        <div className="end">
          <button type="button" className="btn" aria-expanded={filtersOpen} onClick={toggleFilters}>
            <Icon name="facets" />
            <span className="wide">{t('filter.label')}</span>
            <span className="unseen narrow">{t('filter.label')}</span> <kbd>f</kbd>
          </button>
          <GroupChoice filter={filter} />
          <Link className="btn" to="/search">
            <Icon name="search" />
            {t('place.search')} <kbd>/</kbd>
          </Link>
        </div>
      </header>
      {filtersOpen && <FilterRow filter={filter} />}
      <NoteLine>{newer > 0 && <NewerLine newer={newer} show={showNewer} />}</NoteLine>
      <div className={peek ? 'inbox with-peek' : 'inbox'}>
        {answer.isPending && <Waiting />}
        {answer.isError && items.length === 0 && <Failed error={answer.error} again={() => void answer.refetch()} />}
        {answer.data && items.length === 0 && (
          <InboxEmpty filtered={Object.entries(filter).some(([name, value]) => name !== 'by' && value)} />
        )}
        {items.length > 0 && (
          <ItemGrid
            label={t('inbox.label', { n: total })}
            items={items}
            before={before}
            total={total}
            active={at}
            asPrinted={asPrinted}
            titles={titles}
            translateTo={answer.data?.pages[0]?.translateTo ?? 'en'}
            onActive={go}
            onOpen={open}
            onNearStart={onNearStart}
            onNearEnd={onNearEnd}
            list={list}
          />
        )}
        {peek && items[at] && <Peek id={items[at].id} />}
      </div>
      {choosingMark && items[at] && (
        <Suspense>
          <MarkSheet item={items[at]} onClose={() => setChoosingMark(false)} />
        </Suspense>
      )}
      <KeyLine>{items.length > 0 && t('list.place', { at: count(before + at + 1), total: count(total) })}</KeyLine>
    </div>
  )
}
