// In: the words of an import. Out: what the files they name hold, and what could not be read, each with its reason.

import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticlePrint, Printed } from '../domain/article.ts'
import { importText } from '../desk/import/import-text.ts'
import type { InputProblem, InputText } from '../desk/import/input-text.ts'
import { readInput, type InputTools } from '../desk/import/read-input.ts'
import { openFileSource } from '../lib/byte-source.ts'

export type ReadFile = InputText & {
  readonly documents: readonly ArticlePrint[]
  readonly leftOver: readonly Printed[]
}
export type ImportRun = { readonly files: ReadFile[]; readonly problems: InputProblem[] }

/** Reads all files, folders as the files in them. One that cannot be read costs itself alone. */
export async function readFiles(
  paths: readonly string[],
  tools: InputTools,
  stop: AbortSignal,
  progress: (text: string) => void,
): Promise<ImportRun> {
  const run: ImportRun = { files: [], problems: [] }
  for (const path of paths) {
    for (const name of await listFiles(path, run)) {
      if (stop.aborted) return run
      await readFile(name, tools, run)
      progress(`${run.files.length} ${run.files.length === 1 ? 'text' : 'texts'} read · ${name}`)
    }
  }
  return run
}

async function readFile(name: string, tools: InputTools, run: ImportRun): Promise<void> {
  const problem = (reason: string): void => void run.problems.push({ kind: 'problem', file: name, reason })
  const source = await openFileSource(name).catch(() => null)
  if (source === null) return problem('It is not there, or it may not be read.')
  try {
    for await (const found of readInput(name, source, tools)) {
      if (found.kind === 'problem') run.problems.push(found)
      else takeText(found, run)
    }
  } catch (error) {
    problem(`It could not be read to its end: ${error instanceof Error ? error.message : 'no reason given'}.`)
  } finally {
    await source.close()
  }
}

function takeText(found: InputText, run: ImportRun): void {
  const { documents, leftOver } = importText(found.text)
  if (documents.length > 0) run.files.push({ ...found, documents, leftOver })
  else
    run.problems.push({
      kind: 'problem',
      file: found.file,
      reason: `There is no document in it: none of its ${leftOver.length} lines could be placed.`,
    })
}

/** The files that a word means: itself, or for a folder what is in it, in the order of their names. */
async function listFiles(path: string, run: ImportRun): Promise<string[]> {
  const facts = await stat(path).catch(() => null)
  if (facts === null || !facts.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) run.problems.push({ kind: 'problem', file: path, reason: 'The folder may not be read.' })
  const names = (entries ?? [])
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
  if (entries !== null && names.length === 0)
    run.problems.push({ kind: 'problem', file: path, reason: 'The folder holds no files.' })
  return names.toSorted()
}
