// Puts the whole desk into one file.

import { access, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { DeskError } from '../domain/errors.ts'
import { countOf } from '../lib/count-of.ts'
import { writeBackup } from '../store/backup/write-backup.ts'
import { homePlaces, now, tool } from '../tools.ts'
import type { Command } from './command.ts'
import { configOf } from './options.ts'
import { withRecords } from './with-records.ts'

export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  maxWords: 1,
  about: 'Write everything (records, captures, articles, custody log) into one tar file. The desk may stay open.',
  examples: ['dragoman backup desk-2026-11-21.tar'],
  options: { replace: { type: 'boolean', about: 'Replace FILE if it is there' } },
  async run(input, out) {
    const [file] = input.words
    if (!file) throw new DeskError('bad-usage', 'Say which file to write: dragoman backup FILE')
    const path = resolve(file)
    await checkPlace(path, input.options['replace'] === true)
    const config = configOf(input)
    const manifest = await withRecords(config, ({ db }) =>
      writeBackup(
        { db, archiveFolder: homePlaces(config.home).archive, tool, now, onProgress: (what) => out.progress(what) },
        path,
      ),
    )
    const rows = (table: string, noun: string): string => countOf(manifest.rows[table] ?? 0, noun)
    if (input.options['json'] === true) out.json({ file: path, ...manifest, files: manifest.files.length })
    else
      out.line(
        `${path}: ${rows('items', 'item')}, ${rows('captures', 'capture')}, ${rows('articles', 'article')}, ${countOf(manifest.files.length, 'file')}, custody head ${manifest.custodyHead ?? 'none'}`,
      )
    return 0
  },
}

/** @throws DeskError when the file may not or cannot be written there */
async function checkPlace(path: string, mayReplace: boolean): Promise<void> {
  const there = await stat(path).catch(() => undefined)
  if (there?.isDirectory()) throw new DeskError('bad-input', `${path} is a folder. Name a file in it.`)
  if (there && !mayReplace)
    throw new DeskError('conflict', `${path} is there already. Choose another name, or add --replace.`)
  await access(dirname(path), constants.W_OK).catch((cause: unknown) => {
    throw new DeskError('bad-input', `${dirname(path)} is not a folder that can be written to. Choose another.`, {
      cause,
    })
  })
}
