// For tests: a home that watches the feeds given, each for an outlet named after its host.

import { subscribeFeed } from '../collect/subscribe-feed.ts'
import { readConfig } from '../config.ts'
import { newId } from '../domain/id.ts'
import { addOutlet } from '../store/outlets.ts'
import { now, openRecords } from '../tools.ts'
import type { Settings } from './run-dragoman.ts'

export async function watchFeeds(settings: Settings, urls: readonly string[]): Promise<void> {
  const { db, queue, close } = await openRecords(readConfig(settings))
  await db.transaction().execute(async (tx) => {
    for (const url of urls) {
      const { hostname } = new URL(url)
      const outletId = newId<'outlet'>(now())
      const facts = { name: hostname, nameAsPrinted: null, homepage: `http://${hostname}/`, domains: [hostname] }
      await addOutlet(tx, { id: outletId, ...facts, languages: [], country: null, createdAt: now() })
      const feed = { url, kind: 'syndication', title: null, selector: null, conditionalGet: true } as const
      await subscribeFeed(tx, queue, { outletId, feed, now: now() })
    }
  })
  await close()
}
