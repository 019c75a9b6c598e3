// The translation memory: what it knows, a sentence found or forgotten, and TMX in and out.

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { DeskError } from '../domain/errors.ts'
import type { Db } from '../store/db.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { readSettings } from '../store/settings.ts'
import { describeMemory, exportMemory, importMemory } from '../translate/memory/exchange-memory.ts'
import type { Pair } from '../translate/memory/memory-key.ts'
import { findFuzzy, forgetLesson } from '../translate/memory/translation-memory.ts'
import { now, tool, type Records } from '../tools.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

const deeds = ['show', 'find', 'forget', 'import', 'export'] as const

export const memory: Command = {
  name: 'memory',
  usage:
    'memory [find SENTENCE | forget SENTENCE | import FILE.tmx | export FILE.tmx] [--from LANGUAGE] [--to LANGUAGE]',
  about: 'Show what the translation memory knows, find or forget a sentence; bring it in and out as TMX 1.4b.',
  details: [
    'Only what people have written or read is learnt: units marked as unread machine words are passed over.',
    '“find” shows the sentences that are alike, six words in ten or more, the best first; “forget” takes out the very sentence.',
  ].join('\n'),
  examples: [
    'dragoman memory find "وصل القارب إلى الميناء" --from ar --to en',
    'dragoman memory import older.tmx --dry-run',
    'dragoman memory export memory.tmx',
  ],
  options: {
    'dry-run': { type: 'boolean', about: 'With import: only say what would be learnt' },
    from: { type: 'string', value: 'LANGUAGE', about: 'With find and forget: the language of the sentence' },
    to: { type: 'string', value: 'LANGUAGE', about: 'With find and forget: into which (default: translateTo)' },
  },
  run(input, out) {
    const [deed = 'show', ...words] = input.words
    const known = deeds.find((one) => one === deed)
    return withRecords(configOf(input), (records) => {
      const word = words.join(' ')
      if (known === 'show') return show(input, out, records)
      if (known === undefined || word === '')
        throw new DeskError('bad-usage', 'Say: dragoman memory import FILE.tmx, or see dragoman memory --help')
      if (known === 'find') return find(input, out, records, word)
      if (known === 'forget') return forget(input, out, records, word)
      return known === 'import' ? bringIn(input, out, records, word) : bringOut(out, records, word)
    })
  },
}

async function pairOf(input: CommandInput, db: Db): Promise<Pair> {
  const from = textOption(input, 'from')
  if (from === undefined) throw new DeskError('bad-usage', 'Say the language of the sentence: --from ar')
  const { to } = (await readSettings(db)).translation
  return { from, to: textOption(input, 'to') ?? to ?? configOf(input).translateTo }
}

async function find(input: CommandInput, out: Output, { db }: Records, sentence: string): Promise<number> {
  const matches = await findFuzzy(db, await pairOf(input, db), sentence, { least: 0.6, limit: 20 })
  if (input.options['json'] === true) out.json({ matches })
  else if (matches.length === 0) out.note('No sentence of the memory is alike.')
  else
    for (const { source, target, match, state, origin, changedAt } of matches) {
      out.line(`${Math.floor(match * 100)} %  ${source}`)
      out.line(`       ${target}   (${state}, ${origin}, ${new Date(changedAt).toISOString().slice(0, 10)})`)
    }
  return 0
}

async function forget(input: CommandInput, out: Output, { db }: Records, sentence: string): Promise<number> {
  const pair = await pairOf(input, db)
  const isGone = await inTransaction(db, (tx) => forgetLesson(tx, pair, sentence))
  if (!isGone) throw new DeskError('not-found', 'The memory does not know this very sentence.')
  if (input.options['json'] === true) out.json({ forgotten: sentence })
  else out.line('The sentence is forgotten.')
  return 0
}

async function show(input: CommandInput, out: Output, { db }: Records): Promise<number> {
  const pairs = await describeMemory(db)
  if (input.options['json'] === true) out.json({ pairs })
  else if (pairs.length === 0)
    out.line('The memory is empty: it learns from every sentence that a person writes or reviews.')
  else for (const { from, to, segments } of pairs) out.line(`${from} → ${to}: ${segments} sentences`)
  return 0
}

async function bringIn(input: CommandInput, out: Output, { db }: Records, file: string): Promise<number> {
  const dryRun = input.options['dry-run'] === true
  const chunks = createReadStream(file) as AsyncIterable<Uint8Array>
  const counts = await importMemory(db, chunks, { file, now: now(), dryRun }).catch((error: unknown) => {
    if (
      error instanceof Error &&
      'code' in error &&
      typeof error.code === 'string' &&
      /^(?:ENOENT|EISDIR|EACCES)$/.test(error.code)
    )
      throw new DeskError('bad-input', `${file} cannot be read.`, { cause: error })
    throw error
  })
  if (counts.units === 0) throw new DeskError('bad-input', `${file} holds no translation units: is it TMX?`)
  if (input.options['json'] === true) out.json({ ...counts, dryRun })
  else
    out.line(
      `${counts.units} units read, ${dryRun ? 'none kept' : `${counts.learnt} learnt`} (${counts.fresh} new, ${counts.changed} changed, ${counts.same} the same), ${counts.passedOver} passed over as unread machine words`,
    )
  return 0
}

async function bringOut(out: Output, { db }: Records, file: string): Promise<number> {
  const handle = await open(file, 'w').catch((error: unknown) => {
    throw new DeskError('bad-input', `${file} cannot be written.`, { cause: error })
  })
  try {
    for await (const piece of exportMemory(db, tool)) await handle.write(piece)
  } finally {
    await handle.close()
  }
  out.note(`The memory is in ${file}.`)
  return 0
}
