// Makes everything derived again from what is preserved.

import { rm } from 'node:fs/promises'
import { reanchorAll } from '../desk/excerpts/reanchor-all.ts'
import { createHandlerTools } from '../pipeline/handler-tools.ts'
import { rebuildIndex } from '../read/rebuild-index.ts'
import { rebuildReadings } from '../read/rebuild-readings.ts'
import { recordCustody } from '../preserve/record-custody.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { countRows } from '../store/record-counts.ts'
import { homePlaces, now, openWorker } from '../tools.ts'
import { rebuildComparison, type RebuildComparisonTools } from '../understand/rebuild-comparison.ts'
import { takeHome } from '../store/take-home.ts'
import { READER } from '../read/reader-version.ts'
import type { Command } from './command.ts'
import { configOf } from './options.ts'

export const rebuild: Command = {
  name: 'rebuild',
  usage: 'rebuild [--index-only]',
  maxWords: 0,
  about: 'Make all readings, the search index and the groups of copies again from the captures.',
  details: 'The captures themselves are only read. Close the desk first. Safe to stop and to run again.',
  examples: ['dragoman rebuild', 'dragoman rebuild --index-only'],
  options: { 'index-only': { type: 'boolean', about: 'Only the search index, from the readings there are' } },
  async run(input, out) {
    const config = configOf(input)
    const lock = await takeHome(config)
    const worker = await openWorker(config).catch(async (error: unknown) => {
      await lock.release()
      throw error
    })
    try {
      const { captures } = await countRows(worker.db)
      const tools = { ...createHandlerTools(worker, config), readers: config.readers, stop: input.stop }
      let tally = null
      if (input.options['index-only'] !== true) {
        tally = await rebuildReadings({
          ...tools,
          onProgress: ({ read, unreadable }) => out.progress(`${read + unreadable} of ${captures} captures read`),
        })
      }
      const astray = tally ? await reanchorAll(tools) : 0
      const indexed = await rebuildIndex({
        ...tools,
        index: worker.search,
        onProgress: (n) => out.progress(`${n} documents searchable`),
      })
      const compared = tally
        ? await rebuildCopies(homePlaces(config.home).copies, {
            ...tools,
            onProgress: (n) => out.progress(`${n} documents compared`),
          })
        : null
      const details = {
        reader: READER,
        read: tally?.read ?? null,
        unreadable: tally?.unreadable ?? null,
        indexed,
        compared,
      }
      await inTransaction(worker.db, (tx) =>
        recordCustody(tx, [{ at: now(), actor: config.analyst, deed: 'rebuild', subject: 'readings', details }]),
      )
      if (input.options['json'] === true) out.json({ ...details, stopped: input.stop.aborted })
      else
        out.line(
          `${tally ? `${tally.read} captures read (${tally.unreadable} unreadable), ` : ''}${indexed} documents searchable${compared === null ? '' : `, ${compared} compared`}${astray === 0 ? '' : `; ${astray} excerpts do not stand where they stood: look at them`}.`,
        )
      return input.stop.aborted ? 130 : 0
    } finally {
      await worker.close()
      await lock.release()
    }
  },
}

/** Into a file of its own: one that was replaced entry by entry would keep room for what it forgot. */
async function rebuildCopies(path: string, tools: RebuildComparisonTools): Promise<number> {
  for (const end of ['', '-wal', '-shm']) await rm(`${path}${end}`, { force: true })
  return rebuildComparison(tools)
}
