// How a translation stands as a whole: its state with all who made it, how far it is, what to look at twice, what engines do.

import { useState } from 'react'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { Icon } from '../parts/icon.tsx'
import { isolate } from '../parts/outside.tsx'
import { useNow } from '../shell/now.ts'
import { sayClock, sayMoment } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { reviewSegments, stopTranslation, wishTranslation } from './translation-deeds.ts'
import { HistorySheet } from './translation-history.tsx'
import { LeftOverSheet } from './translation-left-over.tsx'
import { MachineQuestion, openFlags, sayMaker, StateMark } from './translation-state.tsx'

const MOST_NAMES = 3

function namesIn(words: readonly string[]): string {
  const names = [...new Set(words.filter((name) => name !== ''))]
  const more = names.length - MOST_NAMES
  return [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`+${count(more)}`] : [])].join(', ')
}

/** Makers of the sentences, each once; who reviewed them; when it was last changed. */
function tellMakers({ segments, changedAt, state }: TranslationView): string {
  const makers = namesIn(segments.map(({ origin }) => sayMaker(origin)))
  const reviewers = namesIn(
    segments.flatMap((one) => (one.state === 'machine-reviewed' && one.reviewedBy ? [isolate(one.reviewedBy)] : [])),
  )
  const reviewed = reviewers === '' ? '' : t('translation.reviewedBy', { name: reviewers })
  const when = state === 'none' && makers === '' ? '' : sayMoment(changedAt)
  return [makers, reviewed, when].filter((words) => words !== '').join(' · ')
}

function Progress({ view }: { view: TranslationView }) {
  const of = view.segments.length
  const done = view.segments.filter(({ state }) => state !== 'none').length
  const read = view.segments.filter(({ state }) => state === 'human' || state === 'machine-reviewed').length
  if (done < of)
    return (
      <span className="q2 nowrap" role="status">
        <progress className="translation-progress" value={done} max={of} aria-hidden="true" />{' '}
        {t('translation.progress', { done: count(done), of: count(of) })}
      </span>
    )
  return read < of ? (
    <span className="q2 nowrap">{t('translation.checked', { done: count(read), of: count(of) })}</span>
  ) : null
}

/** Of the whole: how many sentences raise a doubt, and whether words that are said to be of a person look like a machine’s. */
function Doubts({ view }: { view: TranslationView }) {
  const all = [view.titleFlags, ...view.segments.map(({ flags }) => flags)].flatMap(openFlags)
  const doubts = all.filter(({ kind }) => kind !== 'machine-marks').length
  const marks = all.find(({ kind }) => kind === 'machine-marks')
  return (
    <>
      {doubts > 0 && (
        <span className="st warn">
          <Icon name="differs" />
          {t('translation.flags', { n: doubts })} <kbd>n</kbd>
        </span>
      )}
      {marks && <MachineQuestion words={marks.words} />}
    </>
  )
}

/** What engines do about it: at work, asked again later, or in trouble; and how to stop them or try again. */
function AtWork({ view, hasEngine }: { view: TranslationView; hasEngine: boolean }) {
  const now = useNow()
  const { state, runAt } = view.work
  const isLater = state === 'waiting' && runAt !== null && runAt > now + 10_000
  const isOpen = view.isWaiting || view.title === null
  return (
    <>
      {state !== 'idle' && (
        <span className="st wait" role="status">
          <Icon name={isLater ? 'clock' : 'gear'} />
          {isLater ? t('translation.work.later', { at: sayClock(runAt) }) : t('translation.work.now')}
        </span>
      )}
      {view.reason !== null && <bdi className="q reason">{view.reason}</bdi>}
      {state !== 'idle' && (
        <button type="button" className="btn" onClick={() => void stopTranslation(view)}>
          <Icon name="pause" />
          {t('translation.stop')}
        </button>
      )}
      {isOpen && hasEngine && (state === 'idle' || isLater) && (
        <button type="button" className="btn" onClick={() => void wishTranslation(view.itemId, 'engines', view.to)}>
          <Icon name="again" />
          {t(view.reason === null ? 'translation.rest' : 'translation.makeAnew')}
        </button>
      )}
    </>
  )
}

export function Standing({ view, hasEngine }: { view: TranslationView; hasEngine: boolean }) {
  const [sheet, setSheet] = useState<'history' | 'left-over' | null>(null)
  const isUnread = view.titleState === 'machine' || view.segments.some(({ state }) => state === 'machine')
  return (
    <>
      <StateMark
        state={view.state}
        by={tellMakers(view)}
        isPartly={view.state === 'none' && view.segments.some(({ target }) => target !== null)}
      />
      <Progress view={view} />
      <Doubts view={view} />
      <AtWork view={view} hasEngine={hasEngine} />
      <span className="end">
        {view.leftOver.length > 0 && (
          <button type="button" className="btn" onClick={() => setSheet('left-over')}>
            <Icon name="gap" />
            {t('translation.leftOver', { n: view.leftOver.length })}
          </button>
        )}
        {isUnread && (
          <button type="button" className="btn" onClick={() => void reviewSegments(view, null)}>
            <Icon name="tick" />
            {t('translation.review')}
          </button>
        )}
        <button type="button" className="btn" onClick={() => setSheet('history')}>
          <Icon name="clock" />
          {t('translation.history')}
        </button>
      </span>
      {sheet === 'history' && <HistorySheet view={view} place={null} onClose={() => setSheet(null)} />}
      {sheet === 'left-over' && <LeftOverSheet view={view} onClose={() => setSheet(null)} />}
    </>
  )
}
