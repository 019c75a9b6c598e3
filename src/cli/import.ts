// Brings printed digests into the desk: texts, saved pages, crawls, Word and PDF files. Several files are one run, so that
// what one says of another is found.

import { parse } from 'node:path'
import type { ArticlePrint } from '../domain/article.ts'
import { DeskError, errorCodes } from '../domain/errors.ts'
import { countOf } from '../lib/count-of.ts'
import { saveImports, type SavedImport } from '../desk/articles/save-import.ts'
import { toSeedForm } from '../desk/import/to-seed-form.ts'
import { resolveFiles } from '../desk/references/resolve-files.ts'
import { recordCustody } from '../preserve/record-custody.ts'
import { takeHome } from '../store/take-home.ts'
import { now, openSearch } from '../tools.ts'
import type { Command, CommandInput } from './command.ts'
import { readFiles, type ReadFile } from './import-files.ts'
import { inputTools } from './input-tools.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const importDigests: Command = {
  name: 'import',
  usage: 'import FILE… [--dry-run]',
  about:
    'Bring in printed digests: texts, saved pages, crawls (WARC, WACZ), Word and PDF files, lists of older pieces.',
  details: [
    'Each file is taken apart into its documents: title, caption, quote, analysis, sources with their excerpts, notes, image.',
    'Several files are one run: what one of them says of another is found. A folder stands for the files in it.',
    'Bringing in the same file again changes nothing. A file that cannot be read is named with the reason; the rest comes',
    `in, and the exit code is then ${errorCodes['partly-failed'].exit}; when nothing can be read it is ${errorCodes['bad-input'].exit}.`,
    'Lines that belong to no document are listed.',
    'With --dry-run nothing is kept: it shows what would come in. With --json the documents are printed field by field,',
    'and nothing is kept.',
  ].join('\n'),
  examples: [
    'dragoman import digest-2019.txt --dry-run',
    'dragoman import pages/ index.txt',
    'dragoman import crawl.wacz --json > crawl.json',
  ],
  options: {
    'dry-run': { type: 'boolean', about: 'Show what would come in; keep nothing' },
  },
  async run(input, out) {
    if (input.words.length === 0) throw new DeskError('bad-usage', 'Say what to bring in: dragoman import FILE…')
    const { files, problems } = await readFiles(input.words, inputTools, input.stop, out.progress)
    for (const problem of problems) out.note(`${problem.file}: ${problem.reason}`)
    if (input.stop.aborted) return errorCodes.interrupted.exit
    if (files.length === 0) throw new DeskError('bad-input', 'Nothing could be brought in. The reasons stand above.')
    if (input.options['json'] === true) printJson(out, files)
    else if (input.options['dry-run'] === true) printFiles(out, files)
    else printSaved(out, await keep(input, files), files)
    return problems.length > 0 ? errorCodes['partly-failed'].exit : 0
  },
}

/** Keeps the articles. Another process may hold the home meanwhile: records and index take several writers. */
async function keep(input: CommandInput, files: readonly ReadFile[]): Promise<SavedImport[]> {
  const config = configOf(input)
  const lock = await takeHome(config).catch((error: unknown) => {
    if (error instanceof DeskError && error.code === 'home-in-use') return null
    throw error
  })
  try {
    return await withRecords(config, async ({ db }) => {
      const search = openSearch(config, { mend: lock !== null })
      const named = files.map((file) => ({ ...file, name: file.file }))
      const signature = { signedBy: config.analyst, now: now() }
      try {
        return await saveImports({ db, search, recordCustody }, named, signature)
      } finally {
        await search.close()
      }
    })
  } finally {
    await lock?.release()
  }
}

/** One document after another: all of them in one value would not fit where a file is long. */
function printJson(out: Output, files: readonly ReadFile[]): void {
  const references = resolveFiles(files.map((file) => ({ ...file, file: shortName(file.file) })))
  out.line('{"documents": [')
  let separator = ''
  for (const file of files) {
    for (const document of file.documents) {
      const form = toSeedForm(document, file.text, {
        resolve: (_, reference) => references.targetOf(reference) ?? null,
        derived: (print) => references.derivedOf(print),
      })
      out.line(separator + forLine(JSON.stringify({ ...form, file: file.file }, null, 2)))
      separator = ','
    }
  }
  out.line(']}')
}

/** What a file is called in a sentence: its name without folders and ending; a page of a crawl keeps its address. */
function shortName(file: string): string {
  return /, https?:\/\//iu.test(file) ? file : parse(file).name
}

/** Characters that the output keeps from a terminal, as JSON's own escapes: they belong to the text. */
function forLine(json: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  return json.replace(
    /[\x7f-\x9f\u202a-\u202e\u2066-\u2069]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function printFiles(out: Output, files: readonly ReadFile[]): void {
  for (const file of files) {
    out.line(`${file.file}: ${countOf(file.documents.length, 'document')}`)
    for (const document of file.documents) out.line(`  ${describe(document)}`)
    printOddities(out, file)
  }
}

function printSaved(out: Output, saved: readonly SavedImport[], files: readonly ReadFile[]): void {
  for (const [at, one] of saved.entries()) {
    if (one.kind === 'known') out.line(`${one.file}: it was brought in before; nothing has changed.`)
    else {
      const known = one.known.length === 0 ? '' : `, ${one.known.length} known from elsewhere`
      out.line(`${one.file}: ${countOf(one.added.length, 'new article')}${known}`)
    }
    const file = files[at]
    if (file !== undefined) printOddities(out, file)
  }
}

function printOddities(out: Output, { notes, leftOver }: ReadFile): void {
  for (const note of notes) out.line(`  ${note}`)
  for (const line of leftOver.slice(0, 200)) out.line(`  left over, line ${line.line}: ${line.text.slice(0, 120)}`)
  if (leftOver.length > 200) out.line(`  and ${leftOver.length - 200} more lines left over`)
}

function describe(document: ArticlePrint): string {
  const { lines, title, sources, notes, image, entries } = document
  const name = `lines ${lines[0]}–${lines[1]}: ${title?.text ?? '(no title)'}`
  if (document.kind === 'index') return `index, ${name} (${countOf(entries.length, 'row')})`
  if (document.kind === 'commentary') return `commentary, ${name}`
  return `article, ${name} (${countOf(sources.length, 'source')}, ${countOf(notes.length, 'note')}${image === null ? ', no image block' : ''})`
}
