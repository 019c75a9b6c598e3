// Puts the whole desk into one file.

import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { DeskError } from '../domain/errors.ts'
import { writeBackup } from '../store/backup/write-backup.ts'
import { homePlaces, now, tool } from '../tools.ts'
import type { Command } from './command.ts'
import { configOf } from './options.ts'
import { withRecords } from './with-records.ts'

export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  about: 'Write everything (records, captures, custody log) into one tar file. The desk may stay open.',
  examples: ['dragoman backup desk-2026-11-21.tar'],
  options: { replace: { type: 'boolean', about: 'Replace FILE if it is there' } },
  async run(input, out) {
    const [file] = input.words
    if (!file) throw new DeskError('bad-usage', 'Say which file to write: dragoman backup FILE')
    const path = resolve(file)
    const isThere = await access(path).then(
      () => true,
      () => false,
    )
    if (isThere && input.options['replace'] !== true)
      throw new DeskError('conflict', `${path} is there already. Choose another name, or add --replace.`)
    const config = configOf(input)
    const manifest = await withRecords(config, ({ db }) =>
      writeBackup(
        { db, archiveFolder: homePlaces(config.home).archive, tool, now, onProgress: (what) => out.progress(what) },
        path,
      ),
    )
    if (input.options['json'] === true) out.json({ file: path, ...manifest, files: manifest.files.length })
    else
      out.line(
        `${path}: ${manifest.rows['items'] ?? 0} items, ${manifest.rows['captures'] ?? 0} captures, ${manifest.files.length} files, custody head ${manifest.custodyHead ?? 'none'}`,
      )
    return 0
  },
}
