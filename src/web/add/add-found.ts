// What becomes of a dry run once a person has chosen: a new outlet, or more feeds for one that is known.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Discovery, FoundFeed } from '../../server/shapes/discovery.ts'
import type { FeedToAdd } from '../../server/shapes/feed.ts'
import type { OutletRow, OutletToAdd } from '../../server/shapes/outlet.ts'
import { ask } from '../api/ask.ts'
import { sayDeed } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

export const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address)

const toFeed = ({ url, kind, title, selector }: FoundFeed): FeedToAdd => ({ url, kind, title, selector })

export function toOutlet(form: FormData, found: Discovery, chosen: readonly FoundFeed[]): OutletToAdd {
  const { homepage, languages, country } = found.outlet
  const printed = String(form.get('nameAsPrinted') ?? '').trim()
  const name = String(form.get('name') ?? '').trim()
  return { name, nameAsPrinted: printed || null, homepage, languages, country, feeds: chosen.map(toFeed) }
}

/** The names to propose: one without a Latin letter is the name as printed, and the host stands for the other. */
export function proposeNames({ address, outlet }: Discovery): { name: string; printed: string } {
  const name = outlet.name ?? hostOf(address)
  if (/\p{Script=Latin}/u.test(name)) return { name, printed: outlet.nameAsPrinted ?? '' }
  return { name: hostOf(address), printed: outlet.nameAsPrinted ?? name }
}

function useArrive() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (outlet: Pick<OutletRow, 'id' | 'name'>, feeds: number) => {
    sayDeed(t('outlet.did.added', { name: outlet.name, n: feeds }))
    await Promise.all([['outlets'], ['outlet', outlet.id]].map((queryKey) => client.invalidateQueries({ queryKey })))
    await navigate({ to: '/outlets/$id', params: { id: outlet.id } })
  }
}

export function useAddOutlet() {
  const arrive = useArrive()
  return useMutation({
    mutationFn: (body: OutletToAdd) => ask<OutletRow>('/api/outlets', { method: 'POST', body }),
    onSuccess: (outlet, body) => arrive(outlet, body.feeds?.length ?? 0),
  })
}

export function useAddFeeds(outlet: OutletRow | undefined) {
  const arrive = useArrive()
  return useMutation({
    mutationFn: async (feeds: readonly FoundFeed[]) => {
      for (const feed of feeds) await ask(`/api/outlets/${outlet?.id}/feeds`, { method: 'POST', body: toFeed(feed) })
    },
    onSuccess: async (_, feeds) => {
      if (outlet) await arrive(outlet, feeds.length)
    },
  })
}
