// The glossary in the records: read whole, changed term by term, brought in from files with a dry run before.

import { z } from 'zod'
import type { Db } from '../../store/db.ts'
import { listTerms, saveTerm } from '../../store/glossary.ts'
import type { GlossaryFile } from './glossary-csv.ts'
import { termKinds, type GlossaryTerm } from './glossary-term.ts'
import { inTransaction } from '../../store/in-transaction.ts'

const namesShape = z.array(
  z.object({ language: z.string(), text: z.string(), status: z.enum(['agreed', 'admitted', 'forbidden']) }),
)

export async function loadGlossary(db: Db): Promise<GlossaryTerm[]> {
  const stored = await listTerms(db)
  return stored.map(({ key, kind, names, note }) => ({
    key,
    kind: termKinds.find((one) => one === kind) ?? 'other',
    names: namesShape.parse(JSON.parse(names)),
    note,
  }))
}

export async function keepTerm(db: Db, term: GlossaryTerm, by: { signedBy: string; now: number }): Promise<void> {
  await saveTerm(db, { ...term, names: JSON.stringify(term.names) }, by)
}

export type GlossaryImport = {
  readonly rows: readonly { readonly key: string; readonly kind: 'new' | 'changed' | 'same' }[]
  readonly problems: readonly { readonly line: number; readonly reason: string }[]
}

/** What came out and comes in again changes nothing. `dryRun`: says what would be done. */
export async function importGlossary(
  db: Db,
  file: Extract<GlossaryFile, { kind: 'glossary' }>,
  by: { signedBy: string; now: number; dryRun?: boolean },
): Promise<GlossaryImport> {
  const known = new Map((await loadGlossary(db)).map((term) => [term.key, term]))
  const rows = file.terms.map((term) => ({ key: term.key, kind: kindOf(term, known.get(term.key)) }))
  if (by.dryRun !== true) {
    await inTransaction(db, async (tx) => {
      for (const [at, term] of file.terms.entries()) if (rows[at]?.kind !== 'same') await keepTerm(tx, term, by)
    })
  }
  return { rows, problems: file.problems }
}

function kindOf(term: GlossaryTerm, known: GlossaryTerm | undefined): 'new' | 'changed' | 'same' {
  if (!known) return 'new'
  return signOf(term) === signOf(known) ? 'same' : 'changed'
}

/** The order of names within a language matters, that of the languages does not. */
function signOf({ kind, note, names }: GlossaryTerm): string {
  const sorted = names.toSorted((a, b) => (`${a.language} ${a.status}` < `${b.language} ${b.status}` ? -1 : 1))
  return JSON.stringify([kind, note, sorted.map(({ language, status, text }) => [language, status, text])])
}
