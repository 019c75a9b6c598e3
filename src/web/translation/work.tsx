// Translations that are not whole: what waits, what failed and why, what is left to people. All that failed is tried again
// by one act; long work has a count, and can be left.

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type {
  TranslationRetry,
  TranslationWork,
  TranslationWorkLine,
  TranslationWorkState,
} from '../../server/shapes/translation-work.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { useLive } from '../api/live.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { isolate, Outside, showControls } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { useNow } from '../shell/now.ts'
import { sayDistance } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { workQuestion } from './questions.ts'
import { sayPair } from './say-pair.ts'

const workStates = ['waiting', 'failed', 'people'] as const

const looks: Readonly<Record<TranslationWorkState, { icon: IconName; hue: string }>> = {
  waiting: { icon: 'clock', hue: 'wait' },
  failed: { icon: 'cross', hue: 'stop' },
  people: { icon: 'person', hue: 'q' },
}

function Filters({ counts, state }: { counts: TranslationWork['counts']; state: TranslationWorkState | undefined }) {
  const all = counts.waiting + counts.failed + counts.people
  return (
    <span className="seg-line" role="group" aria-label={t('work.filter')}>
      {[undefined, ...workStates].map((each) => (
        <Link
          key={each ?? 'all'}
          className="btn"
          to="/translation"
          search={{ part: 'work', ...(each ? { state: each } : {}) }}
          activeOptions={{ exact: true, includeSearch: true }}
          {...(each === state ? { 'aria-current': 'page' as const } : {})}
        >
          {t(each ? `work.state.${each}` : 'filter.all')} {count(each ? counts[each] : all)}
        </Link>
      ))}
    </span>
  )
}

function useRetry() {
  const client = useQueryClient()
  const anew = () => client.invalidateQueries({ queryKey: ['translation-work'] })
  const all = useMutation({
    mutationFn: () => ask<TranslationRetry>('/api/translations/work/retries', { method: 'POST' }),
    onSuccess: ({ queued }) => {
      sayDeed(t('work.retried', { n: queued }))
      return anew()
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  const one = useMutation({
    mutationFn: ({ itemId, to }: TranslationWorkLine) =>
      ask(`/api/items/${itemId}/translations`, { method: 'POST', body: { to } }),
    onSuccess: (_, line) => {
      sayDeed(t('work.retriedOne', { title: isolate(line.title ?? '') }))
      return anew()
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  return { all, one }
}

function Line({ line, onRetry, busy }: { line: TranslationWorkLine; onRetry: () => void; busy: boolean }) {
  const now = useNow()
  const { icon, hue } = looks[line.state]
  const progress = t('work.done', { done: line.done, of: line.of })
  return (
    <tr>
      <td className="ink wide-cell">
        <Link to="/items/$id" params={{ id: line.itemId }}>
          <Outside text={line.title ?? t('unknown')} lang={line.language} dir={line.direction} className="press" />
        </Link>
        <span className="small q block-line">
          <bdi>{showControls(line.outlet.name)}</bdi> · {sayPair(line.from, line.to)}
        </span>
      </td>
      <td>
        <span className={`st ${hue}`}>
          <Icon name={icon} />
          {t(`work.state.${line.state}`)}
        </span>
        {line.nextTryAt !== null && <span className="small q block-line">{sayDistance(line.nextTryAt, now)}</span>}
      </td>
      <td data-label={t('work.progress')}>
        <span className="used">
          <progress max={Math.max(1, line.of)} value={line.done} aria-label={progress} />
          {progress}
        </span>
      </td>
      <td className="small wide-cell">{line.reason !== null && <bdi>{showControls(line.reason)}</bdi>}</td>
      <td>
        {line.state !== 'waiting' && (
          <button type="button" className="btn" disabled={busy} onClick={onRetry}>
            <Icon name="again" />
            {t('act.again')}
          </button>
        )}
      </td>
    </tr>
  )
}

function Lines({ lines }: { lines: readonly TranslationWorkLine[] }) {
  const { one } = useRetry()
  return (
    <table className="reg">
      <thead>
        <tr>
          <th>{t('work.page')}</th>
          <th>{t('work.state')}</th>
          <th>{t('work.progress')}</th>
          <th>{t('work.reason')}</th>
          <th>
            <span className="unseen">{t('act.again')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} busy={one.isPending} onRetry={() => one.mutate(line)} />
        ))}
      </tbody>
    </table>
  )
}

function Reasons({ reasons }: Pick<TranslationWork, 'reasons'>) {
  if (reasons.length === 0) return null
  return (
    <ul className="lines small">
      {reasons.map(({ reason, count: n }) => (
        <li key={reason}>
          <b className="b">{count(n)}</b> <bdi>{showControls(reason)}</bdi>
        </li>
      ))}
    </ul>
  )
}

function UnderWay() {
  const queue = useLive().progress?.queue['translate.reading']
  const n = (queue?.queued ?? 0) + (queue?.running ?? 0)
  if (n === 0) return null
  return (
    <p className="small q2" role="status">
      {t('work.underWay', { n })}
    </p>
  )
}

export function Work({ state }: { state: TranslationWorkState | undefined }) {
  const { all } = useRetry()
  const query = useInfiniteQuery(workQuestion(state))
  const [first] = query.data?.pages ?? []
  const lines = query.data?.pages.flatMap(({ work }) => work) ?? []
  if (query.error && !first) return <Failed error={query.error} again={() => void query.refetch()} />
  if (!first) return <Waiting />
  return (
    <>
      <section className="sec work-head">
        <Filters counts={first.counts} state={state} />
        <button
          type="button"
          className="btn"
          disabled={all.isPending || first.counts.failed === 0}
          onClick={() => all.mutate()}
        >
          <Icon name="again" />
          {t('work.retryAll', { n: first.counts.failed })}
        </button>
        <UnderWay />
        <Reasons reasons={first.reasons} />
      </section>
      {lines.length === 0 ? (
        <Empty>
          <p>{t('work.none')}</p>
        </Empty>
      ) : (
        <Lines lines={lines} />
      )}
      <MoreButton query={query} />
    </>
  )
}
