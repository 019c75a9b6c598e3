// In: many terms at once, from a file or from authorities. Out: what each would be or was made of: new, changed, the same;
// and what to look at twice. One deed, so that it is taken back as a whole.

import { primaryOf } from '../../lib/primary-of.ts'
import type { Db } from '../../store/db.ts'
import { listTerms, saveTerms, type GlossaryDeedId, type SignedTerm } from '../../store/glossary.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { GlossaryProblem } from './glossary-csv.ts'
import type { GlossaryTerm, TermName } from './glossary-term.ts'
import { beginDeed, readTerm, storeTerm, type Signed } from './keep-glossary.ts'

export type TermChange = {
  readonly key: string
  readonly kind: 'new' | 'changed' | 'same'
  /** Where it stands in its file. */
  readonly line: number
  readonly term: GlossaryTerm
  /** As it stands, of one that changes. */
  readonly before: GlossaryTerm | null
}

export type TermsToBring = {
  readonly terms: readonly GlossaryTerm[]
  /** Where each stands in its file. */
  readonly lines: readonly number[]
  readonly problems: readonly GlossaryProblem[]
}

export type TermsBrought = {
  readonly rows: readonly TermChange[]
  /** What does not come in. */
  readonly problems: readonly GlossaryProblem[]
  /** What comes in all the same: names that another term has too. */
  readonly doubts: readonly GlossaryProblem[]
  /** Null when nothing was kept. */
  readonly deedId: GlossaryDeedId | null
}

/** Brings in terms; those that are there and the same stay untouched. `dryRun`: says what would be done. */
export async function bringTerms(
  db: Db,
  file: TermsToBring,
  by: Signed & { readonly dryRun?: boolean },
): Promise<TermsBrought> {
  return inTransaction(db, async (tx) => {
    const stored = new Map((await listTerms(tx)).map((term) => [term.key, term]))
    const { rows, twice } = compareTerms(file, stored)
    const found = {
      rows,
      problems: [...file.problems, ...twice].toSorted((a, b) => a.line - b.line),
      doubts: findSharedNames(rows, stored),
    }
    const wanted = rows.filter(({ kind }) => kind !== 'same')
    if (by.dryRun === true || wanted.length === 0) return { ...found, deedId: null }
    const deed = beginDeed(by)
    await saveTerms(
      tx,
      wanted.map(({ term }) => ({ term: storeTerm(term), before: stored.get(term.key) })),
      deed,
    )
    return { ...found, deedId: deed.deedId }
  })
}

type Stored = ReadonlyMap<string, SignedTerm>

function compareTerms({ terms, lines }: TermsToBring, stored: Stored) {
  const twice: GlossaryProblem[] = []
  const firstLine = new Map<string, number>()
  const rows = terms.flatMap((term, at): TermChange[] => {
    const line = lines[at] ?? at + 1
    const first = firstLine.get(term.key)
    if (first !== undefined) {
      twice.push({ line, reason: `“${term.key.slice(0, 60)}” stands at ${first} already. The first one is taken.` })
      return []
    }
    firstLine.set(term.key, line)
    return [{ line, term, ...compareTerm(term, stored.get(term.key)) }]
  })
  return { rows, twice }
}

function compareTerm(term: GlossaryTerm, stored: SignedTerm | undefined): Pick<TermChange, 'key' | 'kind' | 'before'> {
  const { key } = term
  if (!stored) return { key, kind: 'new', before: null }
  const before = readTerm(stored)
  return signOf(term) === signOf(before) ? { key, kind: 'same', before: null } : { key, kind: 'changed', before }
}

/** The order of names within a language matters, that of the languages does not. */
function signOf({ kind, note, names }: GlossaryTerm): string {
  const sorted = names.toSorted((a, b) => (`${a.language} ${a.status}` < `${b.language} ${b.status}` ? -1 : 1))
  return JSON.stringify([kind, note, sorted.map(({ language, status, text }) => [language, status, text])])
}

const writtenNames = ({ names }: GlossaryTerm): TermName[] => names.filter(({ status }) => status !== 'forbidden')
const nameSign = ({ language, text }: TermName): string =>
  `${primaryOf(language)} ${text.normalize('NFKC').toLowerCase()}`

/** Names that would be those of two terms: a text could then mean either. */
function findSharedNames(rows: readonly TermChange[], stored: Stored): GlossaryProblem[] {
  const owners = new Map<string, string>()
  const own = (term: GlossaryTerm): void => {
    for (const name of writtenNames(term)) owners.set(nameSign(name), term.key)
  }
  const brought = new Set(rows.map(({ key }) => key))
  for (const term of stored.values()) if (!brought.has(term.key)) own(readTerm(term))
  return rows.flatMap(({ term, line, kind }) => {
    const doubts = writtenNames(term).flatMap((name) => {
      const owner = owners.get(nameSign(name))
      if (kind === 'same' || owner === undefined || owner === term.key) return []
      return [{ line, reason: `“${name.text}” (${name.language}) is a name of “${owner}” too.` }]
    })
    own(term)
    return doubts
  })
}
