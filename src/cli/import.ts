// Brings printed digests into the desk: texts, saved pages, crawls, Word and PDF files. Several files are one run, so that
// what one says of another is found.

import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticlePrint, Printed } from '../domain/article.ts'
import { DeskError, errorCodes } from '../domain/errors.ts'
import { importText } from '../desk/import/import-text.ts'
import { readInput, type InputProblem, type InputTools } from '../desk/import/read-input.ts'
import { toSeedForm } from '../desk/import/to-seed-form.ts'
import { resolveFiles, type ResolvedFiles } from '../desk/references/resolve-files.ts'
import { openFileSource } from '../lib/byte-source.ts'
import { now } from '../tools.ts'
import type { Command, CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { inputTools } from './input-tools.ts'

export const importDigests: Command = {
  name: 'import',
  usage: 'import FILE… [--dry-run]',
  about:
    'Bring in printed digests: texts, saved pages, crawls (WARC, WACZ), Word and PDF files, lists of older pieces.',
  details: [
    'Each file is taken apart into its documents: title, caption, quote, analysis, sources with their excerpts, notes, image.',
    'Several files are one run: what one of them says of another is found. A folder stands for the files in it.',
    'A file that cannot be read is named with the reason; the rest comes in, and the exit code is then 14.',
    'With --dry-run nothing is kept: it shows what would come in, and each line that belongs nowhere.',
    'With --json the documents are printed field by field, and nothing is kept.',
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
    const run = await readFiles(input, out)
    for (const problem of run.problems) out.note(`${problem.file}: ${problem.reason}`)
    if (run.files.length === 0)
      throw new DeskError('bad-input', 'Nothing could be brought in. The reasons stand above.')
    const references = resolveFiles(run.files)
    if (input.options['json'] === true) printJson(out, run.files, references)
    else printSummary(out, run.files)
    if (input.stop.aborted) return errorCodes.interrupted.exit
    return run.problems.length > 0 ? errorCodes['partly-failed'].exit : 0
  },
}

type ReadFile = {
  readonly file: string
  readonly text: string
  readonly notes: readonly string[]
  readonly documents: readonly ArticlePrint[]
  readonly leftOver: readonly Printed[]
}

type Run = { readonly files: ReadFile[]; readonly problems: InputProblem[] }

async function readFiles(input: CommandInput, out: Output): Promise<Run> {
  const run: Run = { files: [], problems: [] }
  const tools = inputTools(configOf(input), now)
  for (const path of input.words) {
    for (const name of await listFiles(path)) {
      if (input.stop.aborted) return run
      await readFile(name, tools, run)
      out.progress(`${run.files.length} texts read · ${name}`)
    }
  }
  return run
}

/** Reads one file into the run. Whatever is wrong with it is a problem of its own. */
async function readFile(name: string, tools: InputTools, run: Run): Promise<void> {
  const problem = (reason: string): void => void run.problems.push({ kind: 'problem', file: name, reason })
  const source = await openFileSource(name).catch(() => null)
  if (source === null) return problem('It is not there, or it may not be read.')
  try {
    for await (const found of readInput(name, source, tools)) {
      if (found.kind === 'problem') run.problems.push(found)
      else run.files.push({ file: found.file, text: found.text, notes: found.notes, ...importText(found.text) })
    }
  } catch (error) {
    problem(`It could not be read to its end: ${error instanceof Error ? error.message : 'no reason given'}.`)
  } finally {
    await source.close()
  }
}

/** The files that a word means: itself, or for a folder what is in it, in the order of their names. */
async function listFiles(path: string): Promise<string[]> {
  const facts = await stat(path).catch(() => null)
  if (facts === null || !facts.isDirectory()) return [path]
  const names = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => [])
  return names
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** One document after another: all of them in one value would not fit where a file is long. */
function printJson(out: Output, files: readonly ReadFile[], references: ResolvedFiles): void {
  out.line('{"documents": [')
  let first = true
  for (const file of files) {
    for (const document of file.documents) {
      const form = toSeedForm(document, file.text, {
        resolve: (_, reference) => references.targetOf(reference) ?? null,
        derived: (print) => references.derivedOf(print),
      })
      out.line(`${first ? '' : ','}${forLine(JSON.stringify({ ...form, file: file.file }, null, 2))}`)
      first = false
    }
  }
  out.line(']}')
}

/** Characters that the output keeps from a terminal, as JSON's own escapes: they belong to the text. */
function forLine(json: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  return json.replace(
    /[\x7f-\x9f\u202a-\u202e\u2066-\u2069]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function printSummary(out: Output, files: readonly ReadFile[]): void {
  for (const { file, documents, leftOver, notes } of files) {
    out.line(`${file}: ${documents.length} ${documents.length === 1 ? 'document' : 'documents'}`)
    for (const note of notes) out.line(`  ${note}`)
    for (const document of documents) out.line(`  ${describe(document)}`)
    for (const line of leftOver) out.line(`  left over, line ${line.line}: ${line.text.slice(0, 120)}`)
  }
}

function describe(document: ArticlePrint): string {
  const { lines, title, sources, notes, image, entries } = document
  const place = `lines ${lines[0]}–${lines[1]}`
  const name = title?.text ?? '(no title)'
  if (document.kind === 'index') return `index, ${place}: ${name} (${entries.length} rows)`
  if (document.kind === 'commentary') return `commentary, ${place}: ${name}`
  return `article, ${place}: ${name} (${sources.length} sources, ${notes.length} notes${image === null ? ', no image block' : ''})`
}
