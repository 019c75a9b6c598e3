// What can be done to an outlet as a whole. One that has spoken here stays: its evidence needs to say who spoke.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FeedRow } from '../../server/shapes/feed.ts'
import type { OutletDetail } from '../../server/shapes/outlet.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { Icon } from '../parts/icon.tsx'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

export function RemoveOutlet({ outlet }: { outlet: OutletDetail }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [sure, setSure] = useState(false)
  const remove = useMutation({
    mutationFn: () => ask(`/api/outlets/${outlet.id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      sayDeed(t('outlet.did.removed', { name: outlet.name }))
      await client.invalidateQueries({ queryKey: ['outlets'] })
      await navigate({ to: '/outlets' })
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  if (!sure)
    return (
      <p className="sec">
        <button type="button" className="btn" onClick={() => setSure(true)}>
          <Icon name="trash" />
          {t('outlet.remove')}
        </button>
      </p>
    )
  return (
    <div className="sec">
      <p className="small">{t('outlet.remove.words')}</p>
      <p className="act-line">
        <button type="button" className="btn" autoFocus onClick={() => setSure(false)}>
          {t('outlet.keep')}
        </button>
        <button type="button" className="btn stop" disabled={remove.isPending} onClick={() => remove.mutate()}>
          {t('outlet.remove.sure', { name: outlet.name })}
        </button>
      </p>
    </div>
  )
}

/** Gives the feeds back as they then are. */
const setAll = (feeds: readonly FeedRow[], state: 'watching' | 'paused') =>
  Promise.all(
    feeds.map(({ id, version }) => ask<FeedRow>(`/api/feeds/${id}`, { method: 'PATCH', body: { state, version } })),
  )

/** Pauses every feed that is watched, or resumes those that are paused. */
export function PauseAll({ outlet }: { outlet: OutletDetail }) {
  const client = useQueryClient()
  const anew = () =>
    Promise.all([['outlet', outlet.id], ['outlets']].map((queryKey) => client.invalidateQueries({ queryKey })))
  const polled = outlet.feedList.filter((feed) => feed.kind !== 'single')
  const watched = polled.filter((feed) => feed.state === 'watching')
  const state = watched.length > 0 ? 'paused' : 'watching'
  const feeds = watched.length > 0 ? watched : polled.filter((feed) => feed.state === 'paused')
  const set = useMutation({
    mutationFn: () => setAll(feeds, state),
    onSuccess: (changed) => {
      const back = state === 'paused' ? 'watching' : 'paused'
      sayDeed(t(`feed.did.${state}`, { name: outlet.name }), () => setAll(changed, back).then(anew))
      return anew()
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  if (feeds.length === 0) return null
  return (
    <p className="sec">
      <button type="button" className="btn" disabled={set.isPending} onClick={() => set.mutate()}>
        <Icon name={state === 'paused' ? 'pause' : 'play'} />
        {t(state === 'paused' ? 'outlet.pauseAll' : 'outlet.resumeAll')}
      </button>
    </p>
  )
}
