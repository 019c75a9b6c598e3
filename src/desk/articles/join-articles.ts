// In: everything imported so far. Out: works, the targets of references, and what became known of articles by them.
// All of it is made anew each time: a new file may change what an old reference means.

import type { Derived } from '../../domain/article.ts'
import { hashId } from './hash-id.ts'
import type { Db } from '../../store/db.ts'
import type { CrossReferenceRow, IndexEntryRow, WorkMemberRow, WorkRow } from '../../store/article-schema.ts'
import { readJoinInput, replaceJoins, type JoinInput, type JoinOutput } from '../../store/article-joins.ts'
import { describeWorks } from '../references/derive-facts.ts'
import { splitAuthors } from '../references/gather-witnesses.ts'
import { titleKey } from '../references/fold-title.ts'
import { resolveReferences, type Resolution } from '../references/resolve-references.ts'
import type { Witness, Work } from '../references/work.ts'
import { orderArticle } from './order-article.ts'
import { readDecidedNames } from './read-decided-names.ts'
import { inTransaction } from '../../store/in-transaction.ts'

/** Joins everything again, in one transaction. */
export async function joinArticles(db: Db): Promise<void> {
  if (db.isTransaction) return joinWithin(db)
  await inTransaction(db, joinWithin)
}

async function joinWithin(tx: Db): Promise<void> {
  const input = await readJoinInput(tx)
  const resolution = resolveReferences(gatherRecords(input))
  const meant = await readDecidedNames(tx, 'author')
  await replaceJoins(
    tx,
    makeOutput(input, resolution, (name) => meant.get(name) ?? name),
  )
}

function gatherRecords(input: JoinInput): Witness[] {
  const articles = new Map(input.articles.map((article) => [article.id, article]))
  const silent = { authors: [], issue: null, published: null, url: null }
  return [
    ...input.articles.flatMap(({ id, kind, title, file }): Witness[] =>
      kind === 'index' || !title ? [] : [{ id, kind: 'article', where: file, title, ...silent }],
    ),
    ...input.references.map((row) => referenceWitness(row, articles.get(row.article_id))),
    ...input.entries.map((row) => entryWitness(row, articles.get(row.article_id))),
  ]
}

type Home = { readonly title: string | null; readonly file: string } | undefined

function referenceWitness(row: CrossReferenceRow, home: Home): Witness {
  return {
    id: row.id,
    kind: 'reference',
    where: `${home?.file ?? ''}, “${home?.title ?? ''}”, note [${row.note}]`,
    inArticle: row.article_id,
    title: row.title,
    authors: splitAuthors(row.author),
    issue: row.issue,
    published: null,
    url: row.url,
  }
}

function entryWitness(row: IndexEntryRow, home: Home): Witness {
  return {
    id: row.id,
    kind: 'row',
    where: `${home?.file ?? ''}, ${home?.title ?? 'an index'}`,
    title: row.title,
    authors: JSON.parse(row.authors) as string[],
    issue: row.meaning === 'issue-month' ? row.date.slice(0, 7) : null,
    published: row.meaning === 'publication-day' ? row.date : null,
    url: null,
  }
}

/** What people said is meant by a print of an author's name. */
type Meant = (name: string) => string

function makeOutput(input: JoinInput, { works, references }: Resolution, meant: Meant): JoinOutput {
  const told = describeWorks(works)
  const workRows: WorkRow[] = []
  const members: WorkMemberRow[] = []
  const derivedOf = new Map<string, readonly Derived[]>()
  const sameKeys = new Map<string, number>()
  for (const work of works) {
    const derived = told.get(work) ?? []
    const before = sameKeys.get(work.key) ?? 0
    sameKeys.set(work.key, before + 1)
    const row = makeWorkRow(work, derived, { before, meant })
    workRows.push(row)
    for (const article of work.articles) derivedOf.set(article.id, derived)
    for (const { id, kind } of [...work.articles, ...work.rows, ...work.references]) {
      const found = references.get(id)
      members.push({
        id,
        work_id: row.id,
        kind,
        how: found?.how ?? null,
        why: found?.why ?? null,
        target_id: found?.target?.id ?? null,
      })
    }
  }
  return { works: workRows, members, ...describeArticles(input, derivedOf, meant) }
}

/** @param before how many works of the same words came before */
function makeWorkRow(
  work: Work,
  derived: readonly Derived[],
  { before, meant }: { readonly before: number; readonly meant: Meant },
): WorkRow {
  const value = (field: Derived['field']) => derived.find((fact) => fact.field === field)?.value ?? null
  return {
    id: hashId(before === 0 ? work.key : `${work.key}\t${before}`),
    title: work.title,
    authors: JSON.stringify(splitAuthors(value('author')).map(meant)),
    issue: value('issue'),
    published: value('published'),
    addresses: JSON.stringify(work.addresses),
    article_id: work.articles[0]?.id ?? null,
  }
}

function describeArticles(
  input: JoinInput,
  derivedOf: ReadonlyMap<string, readonly Derived[]>,
  meant: Meant,
): Pick<JoinOutput, 'facts' | 'authors' | 'changed'> {
  const dates = Map.groupBy(input.sourceDates, ({ article_id }) => article_id)
  const facts: JoinOutput['facts'][number][] = []
  const authors: JoinOutput['authors'][number][] = []
  const changed: JoinOutput['changed'][number][] = []
  for (const article of input.articles) {
    const { id } = article
    const derived = derivedOf.get(id) ?? []
    const value = (field: Derived['field']) => derived.find((fact) => fact.field === field)?.value ?? null
    for (const { field, value: text, why, from } of derived) {
      facts.push({ id: `${id}:${field}`, article_id: id, field, value: text, why, from_where: from })
    }
    splitAuthors(value('author'))
      .map(meant)
      .forEach((author, place) => {
        authors.push({ id: `${id}:a${place}`, article_id: id, author, author_key: titleKey(author) })
      })
    const known = { issue: value('issue'), published: value('published') }
    const { orderAt, orderFrom } = orderArticle({ sources: dates.get(id) ?? [] }, known, article.created_at)
    const row = { id, ...known, order_at: orderAt, order_from: orderFrom }
    const isSame = (Object.keys(row) as (keyof typeof row)[]).every((column) => row[column] === article[column])
    if (!isSame) changed.push(row)
  }
  return { facts, authors, changed }
}
