// The translation memory: how much it knows, what it knows of a sentence, what was taught last; corrected, forgotten, and put
// back; as a file in and out.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { MemoryView } from '../../server/shapes/memory.ts'
import { Icon } from '../parts/icon.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useKeys } from '../shell/keys.ts'
import { count, t } from '../text/t.ts'
import { MemoryFile } from './memory-file.tsx'
import { MemorySentence } from './memory-sentence.tsx'
import { sayPair } from './say-pair.ts'
import { matchesQuestion, memoryPageQuestion, memoryQuestion, type MemoryFilter } from './questions.ts'

type Way = 'like' | undefined
type Wish = MemoryFilter & { readonly way?: Way }

function useWish(wish: Wish) {
  const navigate = useNavigate()
  return (change: Wish) => {
    const next = Object.entries({ ...wish, ...change }).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ to: '/translation', search: { part: 'memory', ...Object.fromEntries(next) }, replace: true })
  }
}

const pairOf = ({ from, to }: MemoryFilter) => (from && to ? `${from}>${to}` : '')

function Pairs({ view, wish, onWish }: { view: MemoryView; wish: Wish; onWish: (change: Wish) => void }) {
  return (
    <select
      aria-label={t('memory.pair')}
      value={pairOf(wish)}
      onChange={({ target }) => {
        const [from, to] = target.value.split('>')
        onWish({ from: from || undefined, to: to || undefined })
      }}
    >
      <option value="">{t('memory.pair.all')}</option>
      {view.pairs.map(({ from, to, segments }) => (
        <option key={`${from}>${to}`} value={`${from}>${to}`}>
          {sayPair(from, to)} ({count(segments)})
        </option>
      ))}
    </select>
  )
}

function Find({ wish, onWish }: { wish: Wish; onWish: (change: Wish) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(wish.q ?? '')
  useKeys([{ key: '/', name: 'key.find', run: () => field.current?.focus() }])
  return (
    <form
      role="search"
      className="memory-find"
      onSubmit={(event) => {
        event.preventDefault()
        onWish({ q: words.trim() || undefined })
      }}
    >
      <input
        ref={field}
        type="search"
        dir="auto"
        maxLength={500}
        value={words}
        aria-label={t('memory.find')}
        placeholder={t('memory.find')}
        onChange={({ target }) => setWords(target.value)}
      />
      <select
        aria-label={t('memory.way')}
        value={wish.way ?? 'words'}
        onChange={({ target }) => onWish({ way: target.value === 'like' ? 'like' : undefined })}
      >
        <option value="words">{t('memory.way.words')}</option>
        <option value="like">{t('memory.way.like')}</option>
      </select>
      <button type="submit" className="btn">
        <Icon name="search" />
        {t('memory.find.act')}
      </button>
    </form>
  )
}

function Alike({ from, to, q }: { from: string; to: string; q: string }) {
  const { data, error, isPending, refetch } = useQuery(matchesQuestion(from, to, q))
  if (isPending) return <Waiting rows={3} />
  if (error && !data) return <Failed error={error} again={() => void refetch()} />
  if (data.matches.length === 0)
    return (
      <Empty>
        <p>{t('memory.noneAlike')}</p>
      </Empty>
    )
  return (
    <ul>
      {data.matches.map((segment) => (
        <MemorySentence key={`${segment.no} ${segment.changedAt}`} segment={segment} match={segment.match} />
      ))}
    </ul>
  )
}

function Newest({ filter }: { filter: MemoryFilter }) {
  const query = useInfiniteQuery(memoryPageQuestion(filter))
  const segments = query.data?.pages.flatMap((page) => page.segments) ?? []
  const looked = query.data?.pages.reduce((sum, page) => sum + page.looked, 0) ?? 0
  const isSearch = filter.q !== undefined || filter.from !== undefined
  if (query.isPending) return <Waiting />
  if (query.error && !query.data) return <Failed error={query.error} again={() => void query.refetch()} />
  return (
    <>
      {segments.length === 0 && !query.hasNextPage && (
        <Empty>
          <p>{t(isSearch ? 'memory.noneSuch' : 'memory.empty')}</p>
        </Empty>
      )}
      <ul>
        {segments.map((segment) => (
          <MemorySentence key={`${segment.no} ${segment.changedAt}`} segment={segment} />
        ))}
      </ul>
      {query.hasNextPage && (
        <p className="sec act-line">
          <button type="button" className="btn" disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
            {t(isSearch ? 'memory.lookOn' : 'act.more')}
          </button>
          {isSearch && (
            <span className="small q2" role="status">
              {t('memory.looked', { n: looked })}
            </span>
          )}
        </p>
      )}
    </>
  )
}

export function Memory({ filter }: { filter: Wish }) {
  const wish: Wish = { q: filter.q, from: filter.from, to: filter.to, way: filter.way }
  const onWish = useWish(wish)
  const { data, error, refetch } = useQuery(memoryQuestion())
  const [file, setFile] = useState(false)
  if (error && !data) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  const { q, from, to, way } = wish
  const total = data.pairs.reduce((sum, { segments }) => sum + segments, 0)
  return (
    <>
      <div className="sec authority-filters">
        <Pairs view={data} wish={wish} onWish={onWish} />
        <Find key={q} wish={wish} onWish={onWish} />
        <button type="button" className="btn" aria-expanded={file} onClick={() => setFile(!file)}>
          {t('memory.inOut')}
        </button>
      </div>
      {file && <MemoryFile />}
      <p className="sec small q2" role="status">
        {t('memory.count', { n: total })}
      </p>
      {way === 'like' && q !== undefined ? (
        from !== undefined && to !== undefined ? (
          <Alike from={from} to={to} q={q} />
        ) : (
          <Empty>
            <p>{t('memory.choosePair')}</p>
          </Empty>
        )
      ) : (
        <Newest filter={{ q, from, to }} />
      )}
    </>
  )
}
