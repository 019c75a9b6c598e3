// In: the records of saved searches. Out: what the desk shows of them, with their alerts and how the last message went.

import type { Alert, Delivery, SavedSearch } from '../../domain/alert.ts'
import { countHits } from '../../store/alert-hits.ts'
import type { Db } from '../../store/db.ts'
import { findLastDeliveries } from '../../store/deliveries.ts'
import { openQueryReader } from '../../store/search/read-query.ts'
import { listAlerts } from '../../store/saved-searches.ts'
import type { Alert as AlertRecord, SavedSearch as SearchRecord } from '../shapes/saved-search.ts'

export async function loadSearches(db: Db, searches: readonly SavedSearch[]): Promise<SearchRecord[]> {
  const show = await alertPresenter(db)
  const alerts = Map.groupBy(await listAlerts(db), ({ searchId }) => searchId)
  const read = await openQueryReader(
    db,
    searches.map(({ query }) => query),
  )
  return searches.map((search) => {
    const parsed = read(search.query)
    const problem = parsed.kind === 'problems' ? (parsed.problems[0]?.message ?? null) : null
    return { ...search, alerts: (alerts.get(search.id) ?? []).map(show), problem }
  })
}

export async function loadAlert(db: Db, alert: Alert): Promise<AlertRecord> {
  return (await alertPresenter(db))(alert)
}

async function alertPresenter(db: Db): Promise<(alert: Alert) => AlertRecord> {
  const found = await countHits(db)
  const last = await findLastDeliveries(db)
  return (alert) => {
    const delivery: Delivery | undefined = last.get(alert.id)
    return {
      ...alert,
      channel: { ...alert.channel },
      digest: { ...alert.digest },
      found: found.get(alert.id) ?? 0,
      lastDelivery: delivery ? { ...delivery } : null,
    }
  }
}
