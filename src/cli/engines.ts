// The engines that translate: what they cost this month, how they answered last; one tried now; what they left undone.

import { DeskError, errorCodes } from '../domain/errors.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { openEngineDoor, watchInto } from '../pipeline/handler-tools.ts'
import { listCosts } from '../store/engine-ledger.ts'
import { listEngineStates } from '../store/engine-states.ts'
import { translateJob } from '../store/queue/new-jobs.ts'
import { readSettings } from '../store/settings.ts'
import { countOpenTranslations, countReasons, listOpenTranslations } from '../store/translation-work.ts'
import { monthOf } from '../translate/engines/ask-once.ts'
import { openEngines, type NamedEngine } from '../translate/engines/engine-choices.ts'
import { orderEngines } from '../translate/engines/engine-order.ts'
import { tryEngine } from '../translate/engines/try-engine.ts'
import { now, type Records } from '../tools.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const engines: Command = {
  name: 'engines',
  usage: 'engines [try ENGINE SENTENCE | work | retry]',
  about: 'Show the engines that translate, with costs and troubles; try one; see and retry what they left undone.',
  details: [
    'Engines are set up in the configuration (see “Engines” in docs/settings.md); their order and who is left out are settings',
    'of the desk. “try” really asks, and its cost is counted. “work” says what waits and what failed, “retry” queues all of the',
    'failed again for the desk that is open, or for the next start.',
  ].join('\n'),
  examples: [
    'dragoman engines',
    'dragoman engines try libretranslate "وصل القارب" --from ar',
    'dragoman engines retry',
  ],
  options: {
    from: { type: 'string', value: 'LANGUAGE', about: 'With try: the language of the sentence' },
    to: { type: 'string', value: 'LANGUAGE', about: 'With try: into which (default: translateTo)' },
  },
  run(input, out) {
    const [deed = 'list', name, ...words] = input.words
    return withRecords(configOf(input), (records) => {
      if (deed === 'list') return list(input, out, records)
      if (deed === 'work') return work(input, out, records)
      if (deed === 'retry') return retry(input, out, records)
      if (deed !== 'try' || name === undefined || words.length === 0)
        throw new DeskError('bad-usage', 'Say: dragoman engines try ENGINE SENTENCE --from LANGUAGE')
      return attempt(input, out, records, { name, text: words.join(' ') })
    })
  },
}

const MICROS = 1_000_000

function open(input: CommandInput, { db }: Records): NamedEngine[] {
  const config = configOf(input)
  return openEngines(config.engines, openEngineDoor(config), watchInto(db))
}

async function list(input: CommandInput, out: Output, records: Records): Promise<number> {
  const { db } = records
  const { order, off } = (await readSettings(db)).translation
  const costs = new Map((await listCosts(db, monthOf(now()))).map((cost) => [cost.engine, cost]))
  const states = await listEngineStates(db)
  const rows = orderEngines(open(input, records), { order }).map(({ name, engine, identity, budget }) => {
    const cost = costs.get(identity ?? engine.id)
    const spent = { characters: cost?.characters ?? 0, money: (cost?.micros ?? 0) / MICROS }
    const money = budget.micros === null ? null : budget.micros / MICROS
    const isOff = off.includes(name)
    const trouble = states.get(name)?.trouble ?? null
    return { name, isOff, spent, budget: { characters: budget.characters, money }, trouble }
  })
  if (input.options['json'] === true) out.json({ engines: rows })
  else if (rows.length === 0) out.line('No engine is set up: see “Engines” in docs/settings.md.')
  else for (const row of rows) out.line(describe(row))
  return 0
}

type Row = {
  readonly name: string
  readonly isOff: boolean
  readonly spent: { readonly characters: number }
  readonly budget: { readonly characters: number | null }
  readonly trouble: { readonly reason: string; readonly at: number } | null
}

function describe({ name, isOff, spent, budget, trouble }: Row): string {
  const of = budget.characters === null ? '' : ` of ${budget.characters}`
  const last =
    trouble === null ? '' : `; last trouble ${new Date(trouble.at).toISOString().slice(0, 16)}: ${trouble.reason}`
  return `${name}${isOff ? ' (left out)' : ''}: ${spent.characters}${of} characters this month${last}`
}

async function attempt(
  input: CommandInput,
  out: Output,
  records: Records,
  { name, text }: { name: string; text: string },
): Promise<number> {
  const from = textOption(input, 'from')
  if (from === undefined) throw new DeskError('bad-usage', 'Say the language of the sentence: --from ar')
  const settings = (await readSettings(records.db)).translation
  const to = textOption(input, 'to') ?? settings.to ?? configOf(input).translateTo
  const chosen = open(input, records).find((one) => one.name === name)
  if (!chosen) throw new DeskError('not-found', `No engine “${name}” is set up. See: dragoman engines`)
  const { answer, tookMs } = await tryEngine({ db: records.db, now }, chosen, { text, from, to })
  if (input.options['json'] === true) out.json({ ...answer, tookMs })
  else if (answer.kind === 'translated') out.line(`${answer.targets[0] ?? ''}   (${(tookMs / 1000).toFixed(1)} s)`)
  else out.note(answer.reason)
  return answer.kind === 'translated' ? 0 : errorCodes['partly-failed'].exit
}

async function work(input: CommandInput, out: Output, { db }: Records): Promise<number> {
  const counts = await countOpenTranslations(db)
  const reasons = await countReasons(db, 20)
  if (input.options['json'] === true) out.json({ counts, reasons })
  else {
    out.line(`${counts.waiting} waiting, ${counts.failed} failed, ${counts.people} left to people`)
    for (const { reason, count } of reasons) out.line(`  ${count}: ${reason}`)
  }
  return 0
}

const MOST_RETRIED = 10_000

async function retry(input: CommandInput, out: Output, { db, queue }: Records): Promise<number> {
  const failed = await listOpenTranslations(db, 'failed', MOST_RETRIED)
  const jobs = failed.map(({ readingId, to }) => translateJob({ readingId, to, extent: 'lead', tries: 0 }, now()))
  await inTransaction(db, async (tx) => {
    for (const { key } of jobs) if (key !== undefined) await queue.drop(tx, key)
    await queue.enqueue(tx, jobs)
  })
  if (input.options['json'] === true) out.json({ queued: jobs.length })
  else out.line(`${jobs.length} translations wait to be tried again.`)
  return 0
}
