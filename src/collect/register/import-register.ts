// In: a file of the register. Out: row by row what is new, changed, the same, or wrong. A dry run does everything and takes
// it back, so that it says exactly what would be. Rows that cannot be used are left out; the others go in.
// Nothing is removed by an import: what a row does not speak of stays.

import { DeskError } from '../../domain/errors.ts'
import { newId, parseId } from '../../domain/id.ts'
import { isValidOn, statementOn, type OutletId, type StoredOutlet } from '../../domain/outlet.ts'
import { hostOf, normaliseUrl } from '../../lib/url.ts'
import type { Db, Tx } from '../../store/db.ts'
import { findFeedByUrl } from '../../store/feeds.ts'
import { addOutlet, changeOutlet, findOutlet, findOutletByDomain } from '../../store/outlets.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import type { Queue } from '../../store/queue/queue.ts'
import { addStatement, listStatements, type StoredStatement } from '../../store/statements.ts'
import { tryTransaction } from '../../store/try-transaction.ts'
import { subscribeFeed } from '../subscribe-feed.ts'
import { statedFields, type RegisterEntry, type RegisterLine } from './register-entry.ts'

export type FieldChange = { readonly field: string; readonly from: string | null; readonly to: string | null }

export type ImportedRow = {
  readonly line: number
  readonly name: string | null
  readonly outletId: OutletId | null
  readonly kind: 'new' | 'changed' | 'same' | 'wrong'
  readonly changes: readonly FieldChange[]
  readonly problems: readonly string[]
}

export type ImportOptions = {
  readonly dryRun: boolean
  readonly now: number
  /** Who answers for what a spreadsheet states. */
  readonly signedBy: string
}

/** One row an answer, in the order of the file. All that can be used is written in one transaction, or nothing is. */
export async function importRegister(
  db: Db,
  queue: Queue,
  lines: readonly RegisterLine[],
  options: ImportOptions,
): Promise<ImportedRow[]> {
  const work = (tx: Tx): Promise<ImportedRow[]> => importLines({ tx, queue, ...options, seen: new Map() }, lines)
  return options.dryRun ? tryTransaction(db, work) : inTransaction(db, work)
}

type Context = ImportOptions & {
  readonly tx: Tx
  readonly queue: Queue
  /** Outlet → the line that spoke of it. */
  readonly seen: Map<string, number>
}

async function importLines(context: Context, lines: readonly RegisterLine[]): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = []
  for (const line of lines) {
    if (line.kind === 'wrong') rows.push(wrong(line.line, line.name, line.problems))
    else rows.push(await importEntry(context, line.line, line.entry))
  }
  return rows
}

function wrong(line: number, name: string | null, problems: readonly string[]): ImportedRow {
  return { line, name, outletId: null, kind: 'wrong', changes: [], problems }
}

async function importEntry(context: Context, line: number, entry: RegisterEntry): Promise<ImportedRow> {
  const { tx, seen } = context
  const known = await findKnown(tx, entry)
  const problems = await findProblems(context, entry, known)
  if (problems.length > 0) return wrong(line, entry.name ?? known?.name ?? null, problems)
  const outlet = known ?? (await makeOutlet(context, entry))
  seen.set(outlet.id, line)
  const changes = [
    ...(known ? await changeFields(tx, known, entry) : []),
    ...(await addStated(context, outlet.id, entry)),
    ...(await addFeeds(context, outlet.id, entry)),
  ]
  const kind = known ? (changes.length > 0 ? 'changed' : 'same') : 'new'
  return { line, name: outlet.name, outletId: known ? outlet.id : null, kind, changes, problems: [] }
}

async function findKnown(tx: Tx, entry: RegisterEntry): Promise<StoredOutlet | undefined> {
  const id = entry.id === undefined ? undefined : parseId<'outlet'>(entry.id)
  const byId = id && (await findOutlet(tx, id))
  if (byId) return byId
  for (const domain of domainsOf(entry)) {
    const owner = await findOutletByDomain(tx, domain)
    if (owner?.domains.includes(domain)) return owner
  }
  return undefined
}

function domainsOf(entry: RegisterEntry): string[] {
  if (entry.domains && entry.domains.length > 0) return entry.domains
  const host = entry.homepage === undefined ? null : hostOf(entry.homepage)
  return host === null ? [] : [host.replace(/^www\./, '')]
}

async function findProblems(
  { tx, seen }: Context,
  entry: RegisterEntry,
  known: StoredOutlet | undefined,
): Promise<string[]> {
  const problems: string[] = []
  const earlier = known && seen.get(known.id)
  if (earlier !== undefined) problems.push(`Line ${earlier} speaks of the same outlet. Join the two lines.`)
  if (known?.mergedInto) problems.push(`“${known.name}” was merged into another outlet.`)
  if (!known && entry.name === undefined) problems.push('A new outlet needs a name.')
  if (!known && entry.homepage === undefined) problems.push('A new outlet needs a homepage.')
  for (const domain of known && entry.domains === undefined ? [] : domainsOf(entry)) {
    const owner = await findOutletByDomain(tx, domain)
    if (owner && owner.id !== known?.id && owner.domains.includes(domain))
      problems.push(`${domain} belongs to “${owner.name}”.`)
  }
  for (const feed of entry.feeds ?? []) {
    const url = normaliseUrl(feed.url)
    const owner = url === null ? undefined : await findFeedByUrl(tx, url)
    if (url === null) problems.push(`${feed.url} cannot be watched.`)
    else if (owner && owner.outletId !== known?.id) problems.push(`${url} is watched for another outlet.`)
    else if (feed.kind === 'listing' && !feed.selector && !owner)
      problems.push(`${url}: a listing needs a CSS selector.`)
  }
  return problems
}

async function makeOutlet({ tx, now }: Context, entry: RegisterEntry): Promise<StoredOutlet> {
  const id = newId<'outlet'>(now)
  await addOutlet(tx, {
    id,
    name: entry.name ?? '',
    nameAsPrinted: entry.nameAsPrinted ?? null,
    homepage: entry.homepage ?? '',
    domains: domainsOf(entry),
    languages: entry.languages ?? [],
    country: entry.country ?? null,
    createdAt: now,
  })
  const outlet = await findOutlet(tx, id)
  if (!outlet) throw new DeskError('internal', 'An outlet was added and is not there.')
  return outlet
}

const plainFields = ['name', 'nameAsPrinted', 'homepage', 'country'] as const
const listFields = ['domains', 'languages'] as const

async function changeFields(tx: Tx, outlet: StoredOutlet, entry: RegisterEntry): Promise<FieldChange[]> {
  const changes: FieldChange[] = []
  const change: Record<string, unknown> = {}
  for (const field of plainFields) {
    const to = entry[field]
    if (to === undefined || to === outlet[field]) continue
    changes.push({ field, from: outlet[field], to })
    change[field] = to
  }
  for (const field of listFields) {
    const to = entry[field]
    if (to === undefined || isSameSet(to, outlet[field])) continue
    changes.push({ field, from: outlet[field].join(' '), to: to.join(' ') })
    change[field] = to
  }
  if (changes.length > 0) await changeOutlet(tx, outlet.id, change)
  return changes
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join(' ') === other.toSorted().join(' ')
}

/** The history of a JSON file goes in as it was signed; what a spreadsheet states is signed by who brings it in. */
async function addStated(context: Context, outletId: OutletId, entry: RegisterEntry): Promise<FieldChange[]> {
  const { tx, now, signedBy } = context
  const changes: FieldChange[] = []
  const known = await listStatements(tx, [outletId])
  for (const statement of entry.statements ?? []) {
    if (known.some((one) => isSame(one, statement))) continue
    await addStatement(tx, { ...statement, id: newId(now), outletId })
    changes.push({ field: statement.kind, from: null, to: statement.value })
  }
  const standing = await listStatements(tx, [outletId])
  const today = new Date(now).toISOString().slice(0, 10)
  const hand = { outletId, signedBy, signedAt: now, evidence: 'Imported register', validUntil: null }
  for (const kind of statedFields) {
    const to = entry[kind]
    const from = statementOn(standing, kind, today)?.value ?? null
    if (to === undefined || to === from) continue
    await addStatement(tx, { ...hand, id: newId(now), kind, value: to, validFrom: from === null ? null : today })
    changes.push({ field: kind, from, to })
  }
  for (const { language, value } of entry.names ?? []) {
    const isThere = standing.some(
      (one) => one.kind === 'name' && one.value === value && one.language === language && isValidOn(one, today),
    )
    if (isThere) continue
    await addStatement(tx, { ...hand, id: newId(now), kind: 'name', value, language, validFrom: null })
    changes.push({ field: 'name', from: null, to: value })
  }
  return changes
}

type InFile = NonNullable<RegisterEntry['statements']>[number]

function isSame(one: StoredStatement, other: InFile): boolean {
  const fields = ['kind', 'value', 'language', 'validFrom', 'validUntil', 'signedBy', 'signedAt', 'evidence'] as const
  return fields.every((field) => one[field] === other[field])
}

async function addFeeds(context: Context, outletId: OutletId, entry: RegisterEntry): Promise<FieldChange[]> {
  const { tx, queue, now } = context
  const changes: FieldChange[] = []
  for (const { kind, url, title = null, selector = null } of entry.feeds ?? []) {
    if (await findFeedByUrl(tx, normaliseUrl(url) ?? url)) continue
    await subscribeFeed(tx, queue, { outletId, feed: { kind, url, title, selector, conditionalGet: true }, now })
    changes.push({ field: 'feeds', from: null, to: url })
  }
  return changes
}
