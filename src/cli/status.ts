// What the desk holds, what waits, and what is wrong.

import { countOf } from '../lib/count-of.ts'
import { listFeeds } from '../store/feeds.ts'
import { findWorker } from '../store/home-lock.ts'
import { countFeedHealth, countRecords } from '../store/record-counts.ts'
import { now, openSearch } from '../tools.ts'
import type { Command } from './command.ts'
import { describeHealth } from './describe-health.ts'
import { configOf } from './options.ts'
import { showConfig, type Config } from '../config.ts'
import type { Records } from '../tools.ts'
import { withRecords } from './with-records.ts'
import type { Output } from './output.ts'

export const status: Command = {
  name: 'status',
  usage: 'status',
  maxWords: 0,
  about: 'Show what the desk holds, what waits, and which feeds are in trouble and why.',
  examples: ['dragoman status', 'dragoman status --json'],
  options: {},
  async run(input, out) {
    const config = configOf(input)
    const state = await withRecords(config, (records) => gather(config, records))
    if (input.options['json'] === true) out.json(state)
    else show(state, out)
    return 0
  },
}

type State = Awaited<ReturnType<typeof gather>>

async function gather(config: Config, { db, queue }: Records) {
  const feeds = await listFeeds(db)
  return {
    home: config.home,
    desk: findWorker(config.home) ?? null,
    counts: await count(config, db),
    feeds: await countFeedHealth(db),
    queue: await queue.counts(now()),
    troubled: feeds
      .filter(({ health }) => health.kind === 'failing' || health.kind === 'gone' || health.kind === 'quiet')
      .map(({ id, url, health, nextPollAt }) => ({ id, url, health, nextPollAt })),
    failedJobs: await queue.failures(20),
    config: showConfig(config),
  }
}

async function count(config: Config, db: Records['db']) {
  const search = openSearch(config)
  try {
    return await countRecords(db, search)
  } finally {
    await search.close()
  }
}

function show(state: State, out: Output): void {
  const { counts, feeds } = state
  out.line(`Home: ${state.home}`)
  out.line(
    state.desk
      ? `A desk is open${state.desk.url ? ` at ${state.desk.url}` : ''} (process ${state.desk.pid}).`
      : 'No desk is open.',
  )
  out.line(
    `${countOf(counts.outlets, 'outlet')}, ${countOf(counts.feeds, 'feed')}: ${feeds.well} well, ${feeds.quiet} quiet, ${feeds.failing} failing, ${feeds.gone} gone`,
  )
  out.line(
    `${countOf(counts.items, 'item')}, ${countOf(counts.captures, 'capture')}, ${countOf(counts.readings, 'reading')}, ${counts.indexed} searchable`,
  )
  for (const [name, { due, waiting, running, failed }] of Object.entries(state.queue)) {
    if (waiting + running + failed > 0)
      out.line(`  ${name.padEnd(15)} ${due} due, ${waiting} waiting in all, ${running} running, ${failed} failed`)
  }
  if (state.troubled.length > 0) out.line('\nFeeds to look at:')
  for (const { url, health, nextPollAt } of state.troubled) {
    out.line(
      `  ${url}\n    ${describeHealth(health)}${nextPollAt ? ` Next try: ${new Date(nextPollAt).toISOString().slice(0, 16)} UTC.` : ''}`,
    )
  }
  for (const job of state.failedJobs) out.line(`  ${job.name} failed ${job.attempts} times: ${job.error}`)
}
