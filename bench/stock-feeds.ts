// Puts the hosts of the press into the register, each with its feed ready to be polled.

import { newId } from '../src/domain/id.ts'
import { subscribeFeed } from '../src/collect/subscribe-feed.ts'
import { addOutlet } from '../src/store/outlets.ts'
import type { Records } from '../src/tools.ts'

export async function stockFeeds(
  { db, queue }: Pick<Records, 'db' | 'queue'>,
  hosts: readonly string[],
  now: number,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const host of hosts) {
      const outletId = newId<'outlet'>(now)
      const outlet = {
        name: host,
        nameAsPrinted: null,
        homepage: `http://${host}/`,
        domains: [host],
        languages: ['en'],
        country: null,
      }
      await addOutlet(tx, { ...outlet, id: outletId, createdAt: now })
      const feed = {
        url: `http://${host}/feed.xml`,
        kind: 'syndication',
        title: null,
        selector: null,
        conditionalGet: true,
      } as const
      await subscribeFeed(tx, queue, { outletId, feed, now })
    }
  })
}
