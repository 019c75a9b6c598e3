// Makes a home again from a backup.

import { existsSync } from 'node:fs'
import { access, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DeskError } from '../domain/errors.ts'
import { countOf } from '../lib/count-of.ts'
import { recordCustody } from '../preserve/record-custody.ts'
import { rebuildIndex } from '../read/rebuild-index.ts'
import { readBackup } from '../store/backup/read-backup.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { countImports, countRecords, countRows } from '../store/record-counts.ts'
import type { Config } from '../config.ts'
import { homePlaces, now, openRecords, openSearch, type Records } from '../tools.ts'
import { takeHome } from '../store/take-home.ts'
import type { Command } from './command.ts'
import { configOf } from './options.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE',
  maxWords: 1,
  about: 'Make an empty home into what it was when the backup was written; every file is checked.',
  details: 'The home must hold nothing yet. If the backup is damaged, the home is left empty.',
  examples: ['dragoman restore desk-2026-11-21.tar --home /data/desk'],
  options: {},
  async run(input, out) {
    const [file] = input.words
    if (!file) throw new DeskError('bad-usage', 'Say which backup to read: dragoman restore FILE')
    const path = resolve(file)
    await access(path).catch((cause: unknown) => {
      throw new DeskError('bad-input', `${path} is not there or cannot be read.`, { cause })
    })
    const config = configOf(input)
    const lock = await takeHome(config)
    const records = await openRecords(config).catch(async (error: unknown) => {
      await lock.release()
      throw error
    })
    try {
      await clearHalfRestored(config, records)
      await refuseUsedHome(config, records)
      const manifest = await readOrClean(config, records, path, (what) => out.progress(what))
      await inTransaction(records.db, (tx) =>
        recordCustody(tx, [
          {
            at: now(),
            actor: config.analyst,
            deed: 'restore',
            subject: 'home',
            details: { madeAt: manifest.madeAt, head: manifest.custodyHead },
          },
        ]),
      )
      const search = openSearch(config)
      const indexed = await rebuildIndex({
        db: records.db,
        index: search,
        now,
        onProgress: (n) => out.progress(`${n} documents searchable`),
      })
      const counts = { ...(await countRecords(records.db, search)), ...(await countImports(records.db)) }
      await search.close()
      if (input.options['json'] === true) out.json({ home: config.home, madeAt: manifest.madeAt, counts, indexed })
      else
        out.line(
          `Restored into ${config.home}: ${countOf(counts.items, 'item')}, ${countOf(counts.captures, 'capture')}, ${countOf(counts.articles, 'article')}, ${indexed} searchable. The backup was made ${manifest.madeAt}.`,
        )
      return 0
    } finally {
      await records.close()
      await lock.release()
    }
  },
}

/** Stands while files are unpacked: an archive beside it is nobody's evidence yet, whatever ended the last try. */
const markOf = (config: Config): string => join(config.home, 'restore-unfinished')

async function clearHalfRestored(config: Config, { db }: Records): Promise<void> {
  if (!existsSync(markOf(config))) return
  if (await isEmpty(db)) await rm(homePlaces(config.home).archive, { recursive: true, force: true })
  await rm(markOf(config), { force: true })
}

async function isEmpty(db: Records['db']): Promise<boolean> {
  const { outlets, items } = await countRows(db)
  return outlets + items + (await countImports(db)).imports === 0
}

async function refuseUsedHome(config: Config, { db }: Records): Promise<void> {
  if (!(await isEmpty(db)) || existsSync(homePlaces(config.home).archive)) {
    throw new DeskError(
      'conflict',
      `${config.home} holds a desk already. Restore into an empty folder: dragoman restore FILE --home DIR`,
    )
  }
}

async function readOrClean(config: Config, { db }: Records, path: string, onProgress: (what: string) => void) {
  const { archive } = homePlaces(config.home)
  await writeFile(markOf(config), '', { flush: true })
  try {
    return await readBackup({ db, archiveFolder: archive, onProgress }, path)
  } catch (error) {
    await rm(archive, { recursive: true, force: true }) // it was not there before: only what we unpacked is in it
    throw error
  } finally {
    await rm(markOf(config), { force: true })
  }
}
