// The feeds: list, add, pause, resume, remove, and OPML in and out.

import { readFile, writeFile } from 'node:fs/promises'
import { gatherForOpml } from '../collect/export-opml.ts'
import { importOpml } from '../collect/import-opml.ts'
import { parseOpml, writeOpml } from '../collect/opml.ts'
import { DeskError } from '../domain/errors.ts'
import type { Feed } from '../domain/feed.ts'
import { changeFeed, listFeeds, removeFeed } from '../store/feeds.ts'
import { feedKey, pollJob } from '../store/queue/new-jobs.ts'
import { now, type Records } from '../tools.ts'
import type { Command, CommandInput } from './command.ts'
import { describeHealth } from './describe-health.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'
import { inTransaction } from '../store/in-transaction.ts'

export const feeds: Command = {
  name: 'feeds',
  usage: 'feeds [list | pause FEED | resume FEED | remove FEED | import FILE.opml | export FILE.opml]',
  maxWords: 2,
  about: 'List the feeds with their health; pause or resume them; bring lists in and out as OPML.',
  details:
    'FEED is the address or the id of a feed. A feed that has brought pages can be paused, not removed:\nits evidence needs to say where it came from. To add feeds: dragoman outlets add ADDRESS.',
  examples: [
    'dragoman feeds',
    'dragoman feeds import list.opml --dry-run',
    'dragoman feeds pause https://www.example.org/rss.xml',
  ],
  options: { 'dry-run': { type: 'boolean', about: 'With import: only show what would change' } },
  run(input, out) {
    const [deed = 'list', word] = input.words
    return withRecords(configOf(input), (records) => {
      switch (deed) {
        case 'list':
          return list(input, out, records)
        case 'import':
          return bringIn(input, out, records, needed(word, 'import FILE.opml'))
        case 'export':
          return bringOut(out, records, needed(word, 'export FILE.opml'))
        case 'pause':
        case 'resume':
        case 'remove':
          return act(deed, input, out, records, needed(word, `${deed} FEED`))
        default:
          throw new DeskError('bad-usage', `There is no “feeds ${deed}”. See: dragoman feeds --help`)
      }
    })
  },
}

function needed(word: string | undefined, usage: string): string {
  if (word) return word
  throw new DeskError('bad-usage', `Something is missing: dragoman feeds ${usage}`)
}

async function list(input: CommandInput, out: Output, { db }: Records): Promise<number> {
  const all = await listFeeds(db)
  if (input.options['json'] === true) {
    out.json(all)
    return 0
  }
  if (all.length === 0) out.line('No feeds yet. Add an outlet: dragoman outlets add ADDRESS --subscribe')
  for (const feed of all) {
    if (feed.kind === 'single') continue
    out.line(feed.url)
    out.line(
      `  ${feed.kind}, ${feed.state} · ${describeHealth(feed.health)} · every ${feed.intervalMinutes} min · ${feed.id}`,
    )
  }
  return 0
}

type Deed = 'pause' | 'resume' | 'remove'

async function act(
  deed: Deed,
  input: CommandInput,
  out: Output,
  { db, queue }: Records,
  word: string,
): Promise<number> {
  const feed = (await listFeeds(db)).find(({ id, url }) => id === word || url === word)
  if (!feed) throw new DeskError('not-found', `“${word}” is not a feed of this desk. List them with: dragoman feeds`)
  await inTransaction(db, async (tx) => {
    await queue.drop(tx, feedKey(feed.id))
    if (deed === 'pause') await changeFeed(tx, feed.id, { state: 'paused', nextPollAt: null })
    if (deed === 'resume') {
      await changeFeed(tx, feed.id, { state: 'watching', nextPollAt: now(), failures: 0 })
      await queue.enqueue(tx, [pollJob(feed, now())])
    }
    if (deed === 'remove' && (await removeFeed(tx, feed.id)) === 'has-items') throw keepEvidence(feed)
  })
  if (input.options['json'] === true) out.json({ id: feed.id, url: feed.url, deed })
  else
    out.line(
      `${feed.url}: ${{ pause: 'paused', resume: 'watched again, next poll at once', remove: 'removed' }[deed]}.`,
    )
  return 0
}

function keepEvidence(feed: Feed): DeskError {
  return new DeskError(
    'conflict',
    `${feed.url} has brought pages, and they must be able to say so. Pause it instead: dragoman feeds pause ${feed.id}`,
  )
}

async function bringIn(input: CommandInput, out: Output, { db, queue }: Records, path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new DeskError('bad-input', `${path} cannot be read.`, { cause })
  })
  const read = parseOpml(text)
  if (read.kind === 'not-opml') throw new DeskError('bad-input', `${path} is not an OPML list. ${read.reason}`)
  const dryRun = input.options['dry-run'] === true
  const done = await inTransaction(db, (tx) => importOpml(tx, queue, read.outlets, { dryRun, now: now() }))
  if (input.options['json'] === true) {
    out.json({ dryRun, ...done, notes: [...read.notes, ...done.notes] })
    return 0
  }
  for (const outlet of done.outlets) {
    out.line(`${outlet.kind === 'new' ? '+' : ' '} ${outlet.name}${outlet.homepage ? ` (${outlet.homepage})` : ''}`)
    for (const feed of outlet.feeds) out.line(`  ${feed.kind === 'new' ? '+' : ' '} ${feed.url}`)
  }
  for (const note of [...read.notes, ...done.notes]) out.line(`! ${note}`)
  const fresh = done.outlets.flatMap((outlet) => outlet.feeds).filter((feed) => feed.kind === 'new').length
  out.line(dryRun ? `${fresh} feeds would be added. Nothing was changed.` : `${fresh} feeds added.`)
  return 0
}

async function bringOut(out: Output, { db }: Records, path: string): Promise<number> {
  const outlets = await gatherForOpml(db)
  await writeFile(path, writeOpml({ title: 'Dragoman', outlets }, now()), { flag: 'wx' }).catch((cause: unknown) => {
    throw new DeskError(
      'conflict',
      `${path} cannot be written, perhaps because it is there already. Choose another name.`,
      { cause },
    )
  })
  out.line(
    `${path}: ${outlets.reduce((sum, outlet) => sum + outlet.feeds.length, 0)} feeds of ${outlets.length} outlets.`,
  )
  return 0
}
