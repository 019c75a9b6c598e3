// Polls feeds and follows through to the search index, now.

import { DeskError } from '../domain/errors.ts'
import type { Config } from '../config.ts'
import type { Feed } from '../domain/feed.ts'
import { listFeeds } from '../store/feeds.ts'
import { findWorker } from '../store/home-lock.ts'
import { pollJob } from '../store/queue/new-jobs.ts'
import { now, type Records } from '../tools.ts'
import type { Command } from './command.ts'
import { addPage } from '../collect/add-page.ts'
import { hostExists } from '../lib/resolve-host.ts'
import { configOf } from './options.ts'
import { withRecords } from './with-records.ts'
import { inTransaction } from '../store/in-transaction.ts'

export const collect: Command = {
  name: 'collect',
  usage: 'collect [FEED…] [--page ADDRESS]',
  about: 'Poll the feeds that are due (or the feeds named), and keep, read and index what they bring.',
  details:
    'FEED is the address or the id of a feed (see: dragoman feeds), or “all”. If a desk is open on the same home,\nthe work is handed to it; otherwise it is done here.',
  examples: ['dragoman collect', 'dragoman collect all', 'dragoman collect --page https://www.example.org/story'],
  options: { page: { type: 'string', value: 'ADDRESS', about: 'Capture this one page instead' } },
  async run(input, out) {
    const config = configOf(input)
    const page = input.options['page']
    const asked = await withRecords(config, (records) =>
      typeof page === 'string' ? askForPage(config, records, page) : askForFeeds(records, input.words),
    )
    const desk = findWorker(config.home)
    if (desk) {
      if (input.options['json'] === true) out.json({ handedTo: desk, asked })
      else
        out.line(
          `${asked} handed to the desk that is open${desk.url ? ` at ${desk.url}` : ''}. It begins within a second.`,
        )
      return 0
    }
    const [{ workThrough, exitCodeOf }, { showCounts }] = await Promise.all([
      import('./work-through.ts'),
      import('./show-counts.ts'),
    ])
    const summary = await workThrough(config, input.stop, out)
    if (input.options['json'] === true) out.json(summary)
    else showCounts(summary, out)
    return exitCodeOf(summary, input.stop)
  },
}

async function askForPage({ allowHosts }: Config, records: Records, url: string): Promise<string> {
  await addPage({ ...records, now, allowHosts, hostExists }, { url, outletId: null })
  return 'The page was'
}

async function askForFeeds({ db, queue }: Records, words: readonly string[]): Promise<string> {
  if (words.length === 0) return 'What is due was'
  const feeds = (await listFeeds(db)).filter((feed) => feed.kind !== 'single' && feed.state === 'watching')
  const chosen = words.includes('all') ? feeds : words.map((word) => findNamed(feeds, word))
  await inTransaction(db, (tx) =>
    queue.enqueue(
      tx,
      chosen.map((feed) => pollJob(feed, now())),
    ),
  )
  return chosen.length === 1 ? 'One feed was' : `${chosen.length} feeds were`
}

function findNamed(feeds: readonly Feed[], word: string): Feed {
  const feed = feeds.find(({ id, url }) => id === word || url === word)
  if (feed) return feed
  throw new DeskError('not-found', `“${word}” is not a feed that is watched. List them with: dragoman feeds`)
}
