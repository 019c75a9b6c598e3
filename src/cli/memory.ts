// The translation memory: what it knows, and TMX in and out.

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { DeskError } from '../domain/errors.ts'
import { describeMemory, exportMemory, importMemory } from '../translate/memory/exchange-memory.ts'
import { now, tool, type Records } from '../tools.ts'
import type { Command, CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const memory: Command = {
  name: 'memory',
  usage: 'memory [import FILE.tmx | export FILE.tmx]',
  maxWords: 2,
  about: 'Show what the translation memory knows; bring it in and out as TMX 1.4b.',
  details: 'Only what people have written or read is learnt: units marked as unread machine words are passed over.',
  examples: ['dragoman memory', 'dragoman memory import older.tmx --dry-run', 'dragoman memory export memory.tmx'],
  options: { 'dry-run': { type: 'boolean', about: 'With import: only count what is in the file' } },
  run(input, out) {
    const [deed = 'show', word] = input.words
    return withRecords(configOf(input), (records) => {
      if (deed === 'show') return show(input, out, records)
      if (word === undefined || (deed !== 'import' && deed !== 'export'))
        throw new DeskError('bad-usage', 'Say: dragoman memory import FILE.tmx, or dragoman memory export FILE.tmx')
      return deed === 'import' ? bringIn(input, out, records, word) : bringOut(out, records, word)
    })
  },
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
      `${counts.units} units read, ${dryRun ? 'none kept' : `${counts.learnt} learnt`}, ${counts.passedOver} passed over as unread machine words`,
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
