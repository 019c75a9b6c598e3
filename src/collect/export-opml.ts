// In: the register. Out: its outlets with their feeds, in the form that goes into OPML.

import type { Feed } from '../domain/feed.ts'
import type { Db } from '../store/db.ts'
import { listFeeds } from '../store/feeds.ts'
import { listOutlets } from '../store/outlets.ts'
import type { OpmlFeed, OpmlOutlet } from './opml.ts'

/** Every outlet; feeds that stand for pages added by hand are left out. */
export async function gatherForOpml(db: Db): Promise<OpmlOutlet[]> {
  const feeds = Map.groupBy(await listFeeds(db), (feed) => feed.outletId)
  return (await listOutlets(db)).map(({ id, name, homepage, languages }) => ({
    name,
    homepage,
    languages,
    folders: [],
    feeds: (feeds.get(id) ?? []).flatMap(toOpmlFeed),
  }))
}

function toOpmlFeed({ url, title, kind, selector }: Feed): OpmlFeed[] {
  return kind === 'single' ? [] : [{ url, title, kind, selector }]
}
