// What can be done to a feed, each with its way back.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FeedChange, FeedRow, FeedToAdd, Queued } from '../../server/shapes/feed.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

const nameOf = (feed: FeedRow) => feed.title ?? feed.url

const change = (id: string, body: FeedChange) => ask<FeedRow>(`/api/feeds/${id}`, { method: 'PATCH', body })

/** What is needed to subscribe again to a feed that was removed. */
function toAdd(feed: FeedRow): FeedToAdd | null {
  if (feed.kind === 'single') return null
  return {
    url: feed.url,
    kind: feed.kind,
    title: feed.title,
    selector: feed.selector,
    conditionalGet: feed.conditionalGet,
  }
}

export function useFeedDeeds(feed: FeedRow) {
  const client = useQueryClient()
  const anew = () =>
    Promise.all(
      [['outlet', feed.outletId], ['outlets'], ['status']].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  const doing = (run: () => Promise<void>) =>
    run()
      .catch((error: unknown) => sayWords(wordsOf(error)))
      .then(anew)

  const setState = async (state: 'watching' | 'paused') => {
    const { version } = await change(feed.id, { state, version: feed.version })
    const back = state === 'paused' ? 'watching' : 'paused'
    sayDeed(t(`feed.did.${state}`, { name: nameOf(feed) }), () => change(feed.id, { state: back, version }).then(anew))
  }
  const remove = async () => {
    await ask(`/api/feeds/${feed.id}`, { method: 'DELETE' })
    const again = toAdd(feed)
    const undo = again && (() => ask(`/api/outlets/${feed.outletId}/feeds`, { method: 'POST', body: again }).then(anew))
    sayDeed(t('feed.did.removed', { name: nameOf(feed) }), ...(undo ? [undo] : []))
  }
  const poll = async () => {
    await ask<Queued>(`/api/feeds/${feed.id}/polls`, { method: 'POST' })
    sayDeed(t('feed.did.polled', { name: nameOf(feed) }))
  }
  const conditional = async () => {
    const { version } = await change(feed.id, { conditionalGet: !feed.conditionalGet, version: feed.version })
    sayDeed(t(feed.conditionalGet ? 'feed.did.unconditional' : 'feed.did.conditional', { name: nameOf(feed) }), () =>
      change(feed.id, { conditionalGet: feed.conditionalGet, version }).then(anew),
    )
  }
  const deed = useMutation({ mutationFn: doing })
  return {
    busy: deed.isPending,
    pause: () => deed.mutate(() => setState('paused')),
    resume: () => deed.mutate(() => setState('watching')),
    remove: () => deed.mutate(remove),
    poll: () => deed.mutate(poll),
    conditional: () => deed.mutate(conditional),
  }
}
