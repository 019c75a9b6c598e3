// The demo: a throw-away desk on the sample press, with nothing from the real network.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../config.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { portOption, readPort } from './options.ts'
import type { Output } from './output.ts'
import { inTransaction } from '../store/in-transaction.ts'

export const demo: Command = {
  name: 'demo',
  usage: 'demo [--once] [--port N]',
  maxWords: 0,
  about: 'Show the desk on an invented press: seventeen outlets in ten languages, served on this machine.',
  details:
    'Without --once the desk is served for your browser until you press Ctrl-C. Everything lives in a temporary\nfolder that is removed at the end, unless you name one with --home; a PostgreSQL of your settings is left alone.',
  examples: ['dragoman demo', 'dragoman demo --once --json'],
  options: {
    once: { type: 'boolean', about: 'Collect, preserve, read and index everything once, print counts, and end' },
    ...portOption,
  },
  async run(input, out) {
    const named = textOption(input, 'home')
    const home = named ?? (await mkdtemp(join(tmpdir(), 'dragoman-demo-')))
    try {
      return await runDemo(input, out, home)
    } finally {
      if (!named) await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  },
}

/** The press answers at once, so its pace may be short; what is paced is the same code. */
const DEMO_PACE_SECONDS = 0.02

async function runDemo(input: CommandInput, out: Output, home: string): Promise<number> {
  const { servePress } = await import('../sample/serve-press.ts')
  const { sampleOutlets } = await import('../sample/outlets.ts')
  const press = await servePress({ port: 0 })
  try {
    const config = readConfig(input.environment, {
      home,
      postgres: undefined, // the invented press has no place among real evidence
      paceSeconds: DEMO_PACE_SECONDS,
      // What people have translated is in the memory; no engine is asked for the rest.
      engines: [{ engine: 'human' }],
      translateTo: 'en',
      autoTranslate: true,
      allowHosts: press.hosts.map((host) => ({ host, address: press.address, port: press.port })),
      ...readPort(input),
    })
    if (input.environment['DRAGOMAN_POSTGRES'] || input.environment['DRAGOMAN_POSTGRES_FILE'])
      out.note('The demo keeps its records in its own home: the PostgreSQL of your settings is left alone.')
    out.note(`The sample press answers: ${press.hosts.length} outlets. Home: ${home}`)
    const stock = (await import('../sample/stock-register.ts')).stockRegister
    const { openRecords, now } = await import('../tools.ts')
    const records = await openRecords(config)
    await inTransaction(records.db, (tx) => stock(tx, records.queue, sampleOutlets, now()))
    const { teachSample } = await import('./teach-sample.ts')
    await inTransaction(records.db, (tx) => teachSample(tx, sampleOutlets, now()))
    await records.close()
    return await (input.options['once'] === true ? runOnce(input, out, config) : keepOpen(input, out, config))
  } finally {
    await press.close()
  }
}

async function runOnce(input: CommandInput, out: Output, config: Config): Promise<number> {
  const { workThrough } = await import('./work-through.ts')
  const { showCounts } = await import('./show-counts.ts')
  const { cutSampleExcerpts } = await import('./cut-sample-excerpts.ts')
  const summary = await workThrough(config, input.stop, out)
  await cutSampleExcerpts(config, input.stop, 0)
  if (input.options['json'] === true) out.json(summary)
  else showCounts(summary, out)
  return 0
}

async function keepOpen(input: CommandInput, out: Output, config: Config): Promise<number> {
  const { serveDesk } = await import('./serve-desk.ts')
  const { cutSampleExcerpts } = await import('./cut-sample-excerpts.ts')
  const closed = new AbortController()
  const cutting = cutSampleExcerpts(config, AbortSignal.any([input.stop, closed.signal]))
  try {
    return await serveDesk(config, input.stop, out, input.options['json'] === true)
  } finally {
    closed.abort()
    await cutting.catch((error: unknown) => out.note(`The sample excerpts could not be cut: ${String(error)}`))
  }
}
