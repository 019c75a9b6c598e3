// The first screen: what the press said last, newest first.

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ItemRow } from '../../server/shapes/item.ts'
import { itemsQuestion, type ItemFilter } from '../api/questions.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys, type KeyBinding } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { inboxRoute } from '../shell/route-ids.ts'
import { Say } from '../text/say.tsx'
import { count, t } from '../text/t.ts'
import { InboxEmpty } from './inbox-empty.tsx'
import { InboxFilters } from './inbox-filters.tsx'
import { ItemGrid } from './item-grid.tsx'
import { Peek } from './peek.tsx'
import { keepPlace, readPlace } from '../lists/place.ts'
import { layTrail } from '../lists/trail.ts'
import { useNewer } from './use-newer.ts'

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

function usePages(filter: ItemFilter) {
  const answer = useInfiniteQuery(itemsQuestion(filter))
  const items = useMemo(() => answer.data?.pages.flatMap((page) => page.items) ?? [], [answer.data])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = answer
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { answer, items, more, total: answer.data?.pages[0]?.total ?? 0 }
}

export function Inbox() {
  const filter = inboxRoute.useSearch()
  return <InboxList key={JSON.stringify(filter)} filter={filter} />
}

function InboxList({ filter }: { filter: ItemFilter }) {
  const navigate = useNavigate()
  const list = JSON.stringify(filter)
  const { answer, items, more, total } = usePages(filter)
  const { newer, show } = useNewer(filter)
  const [active, setActive] = useState(() => readPlace(list).active)
  const [asPrinted, setAsPrinted] = useState(false)
  const [peek, setPeek] = useState(() => window.innerWidth >= 1800)
  useEffect(() => keepPlace(list, { active }), [active, list])

  const at = Math.max(0, Math.min(active, items.length - 1))
  useEffect(
    () =>
      layTrail(
        list,
        items.map((item) => item.id),
      ),
    [list, items],
  )
  const open = (item: ItemRow) => void navigate({ to: '/items/$id', params: { id: item.id } })
  const showNewer = () => {
    keepPlace(list, { offset: 0, measured: [] })
    void show().then(() => setActive(0))
  }
  const keys: KeyBinding[] = [
    { key: 'j', name: 'key.move', run: () => setActive(Math.min(at + 1, items.length - 1)) },
    { key: 'k', name: 'key.move', run: () => setActive(Math.max(at - 1, 0)) },
    { key: 'ArrowDown', name: 'key.move', quiet: true, run: () => setActive(Math.min(at + 1, items.length - 1)) },
    { key: 'ArrowUp', name: 'key.move', quiet: true, run: () => setActive(Math.max(at - 1, 0)) },
    { key: 'Home', name: 'key.ends', quiet: true, run: () => setActive(0) },
    { key: 'End', name: 'key.ends', quiet: true, run: () => setActive(items.length - 1) },
    { key: 'Enter', name: 'key.open', run: () => items[at] && open(items[at]) },
    { key: 'o', name: 'key.asPrinted', run: () => setAsPrinted(!asPrinted) },
    { key: ' ', name: 'key.peek', run: () => setPeek(!peek) },
    { key: 'd', name: 'key.evidence', run: () => items[at] && open(items[at]) },
    { key: '.', name: 'key.newer', run: showNewer },
  ]
  useKeys(items.length > 0 ? keys : [])

  return (
    <div className="screen">
      <header className="bar inbox-bar">
        <h1>{t('place.inbox')}</h1>
        {answer.data && <span className="q wide nowrap">{t('inbox.total', { n: total })}</span>}
        <InboxFilters filter={filter} />
        <div className="end">
          <Link className="btn" to="/search">
            <Icon name="search" />
            {t('place.search')} <kbd>/</kbd>
          </Link>
        </div>
      </header>
      <NoteLine>{newer > 0 && <NewerLine newer={newer} show={showNewer} />}</NoteLine>
      <div className={peek ? 'inbox with-peek' : 'inbox'}>
        {answer.isPending && <Waiting />}
        {answer.isError && items.length === 0 && <Failed error={answer.error} again={() => void answer.refetch()} />}
        {answer.data && items.length === 0 && <InboxEmpty filtered={Object.values(filter).some(Boolean)} />}
        {items.length > 0 && (
          <ItemGrid
            label={t('inbox.label', { n: total })}
            items={items}
            total={total}
            active={at}
            asPrinted={asPrinted}
            onActive={setActive}
            onOpen={open}
            onNearEnd={more}
            list={list}
          />
        )}
        {peek && items[at] && <Peek id={items[at].id} />}
      </div>
      <KeyLine>{items.length > 0 && t('list.place', { at: count(at + 1), total: count(total) })}</KeyLine>
    </div>
  )
}
