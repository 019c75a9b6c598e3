// In: everything that speaks of pieces of the digest. Out: the works they speak of, and for each reference its target.
// The surest pairs are joined first, and a join that would make two different pieces one is not made. The order of the
// input plays no part: the same witnesses give the same works.

import { weighWords } from './compare-titles.ts'
import { titleKey } from './fold-title.ts'
import { createCandidates } from './find-candidates.ts'
import { matchWitnesses, type Match, type Prepared } from './match-witnesses.ts'
import { contentKey, prepareWitnesses } from './prepare-witnesses.ts'
import type { ResolvedReference, ResolvedHow, Witness, Work } from './work.ts'

export type Resolution = {
  readonly works: readonly Work[]
  /** Reference id → what it means; every reference has a work. */
  readonly references: ReadonlyMap<string, ResolvedReference>
  /** Article or row id → its work. */
  readonly workOf: ReadonlyMap<string, Work>
}

type Pair = Match & { readonly one: Prepared; readonly other: Prepared; readonly order: string }

/** Pure. Each witness belongs to one work at the end, alone if nothing speaks of the same. */
export function resolveReferences(witnesses: readonly Witness[]): Resolution {
  const prepared = prepareWitnesses(witnesses)
  const clusters = new Map(prepared.map((one): [Prepared, Cluster] => [one, newCluster(one)]))
  const joinedBy = new Map<Prepared, ResolvedHow>()
  for (const { one, other, how } of findPairs(prepared)) {
    const [a, b] = [clusters.get(one), clusters.get(other)]
    if (!a || !b || a === b || !canJoin(a, b)) continue
    const [into, from] = a.members.length >= b.members.length ? [a, b] : [b, a]
    into.members.push(...from.members)
    into.firmKeys.push(...from.firmKeys)
    for (const member of from.members) clusters.set(member, into)
    for (const member of [one, other]) if (!joinedBy.has(member)) joinedBy.set(member, how)
  }
  return gather(prepared, clusters, joinedBy)
}

function findPairs(prepared: readonly Prepared[]): Pair[] {
  const weightOf = weighWords([...new Map(prepared.map(({ key, words }) => [key, words])).values()])
  const candidatesOf = createCandidates(prepared)
  const orders = new Map(prepared.map((one, place): [Prepared, number] => [one, place]))
  const pairs: Pair[] = []
  for (const one of prepared) {
    for (const other of candidatesOf(one)) {
      const isFirst = (orders.get(one) ?? 0) < (orders.get(other) ?? 0)
      // Rows look for nobody: two rows are one when they say the same, which their title and date decide.
      if (!isFirst && other.witness.kind !== 'row') continue
      if (one.witness.kind === 'row' && other.witness.kind === 'row' && one.key !== other.key) continue
      const match = matchWitnesses(one, other, weightOf)
      if (match) pairs.push({ ...match, one, other, order: `${contentKey(one)}\n${contentKey(other)}` })
    }
  }
  return pairs.sort((a, b) => b.score - a.score || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
}

/** `firmKeys`: what makes its articles and rows the pieces they are. */
type Cluster = { readonly members: Prepared[]; readonly firmKeys: FirmKey[] }
type FirmKey = {
  readonly kind: 'article' | 'row'
  readonly key: string
  readonly date: string | null
  readonly id: string
}

function newCluster(one: Prepared): Cluster {
  const { kind, published, issue, id } = one.witness
  if (kind === 'reference') return { members: [one], firmKeys: [] }
  return { members: [one], firmKeys: [{ kind, key: one.key, date: published ?? issue, id }] }
}

/** Two articles, or two rows, of different titles are different pieces; so are rows of different dates. No piece cites itself. */
function canJoin(a: Cluster, b: Cluster): boolean {
  const clash = a.firmKeys.some((one) =>
    b.firmKeys.some((other) => one.kind === other.kind && (one.key !== other.key || one.date !== other.date)),
  )
  return !clash && !citesItself(a, b) && !citesItself(b, a)
}

function citesItself(citing: Cluster, cited: Cluster): boolean {
  const articles = new Set(cited.firmKeys.map(({ id }) => id))
  return (
    articles.size > 0 &&
    citing.members.some(({ witness }) => witness.inArticle !== undefined && articles.has(witness.inArticle))
  )
}

function gather(
  prepared: readonly Prepared[],
  clusters: ReadonlyMap<Prepared, Cluster>,
  joinedBy: ReadonlyMap<Prepared, ResolvedHow>,
): Resolution {
  const works = new Map<Cluster, Work>()
  const references = new Map<string, ResolvedReference>()
  const workOf = new Map<string, Work>()
  for (const one of prepared) {
    const cluster = clusters.get(one)
    if (!cluster) continue
    const work = works.get(cluster) ?? makeWork(cluster)
    works.set(cluster, work)
    if (one.witness.kind !== 'reference') workOf.set(one.witness.id, work)
    else references.set(one.witness.id, explain(one, work, joinedBy.get(one) ?? 'title'))
  }
  return { works: [...works.values()], references, workOf }
}

function makeWork({ members }: Cluster): Work {
  const ordered = [...members].sort((a, b) => (contentKey(a) < contentKey(b) ? -1 : 1))
  const of = (kind: Witness['kind']) =>
    ordered.filter(({ witness }) => witness.kind === kind).map(({ witness }) => witness)
  const [articles, rows, references] = [of('article'), of('row'), of('reference')]
  const first = ordered[0]
  return {
    key: first ? contentKey(first).replace(/\t[^\t]*$/, '') : '',
    title: (articles[0] ?? rows[0] ?? mostFrequent(references))?.title ?? '',
    articles,
    rows,
    references,
    addresses: [...new Set(ordered.flatMap(({ address }) => address ?? []))].sort(),
  }
}

function mostFrequent(references: readonly Witness[]): Witness | undefined {
  const groups = [...Map.groupBy(references, ({ title }) => title).values()]
  return groups.sort((a, b) => b.length - a.length)[0]?.[0]
}

/** `joinedBy` brought it to the work; what it shares with the target itself says more. */
function explain({ witness, key, slug }: Prepared, work: Work, joinedBy: ResolvedHow): ResolvedReference {
  const target = work.articles.find(({ id }) => id !== witness.inArticle) ?? work.rows[0] ?? null
  const targetKey = target === null ? null : titleKey(target.title)
  const bySlug = slug.join(' ') === targetKey ? 'address' : joinedBy
  const how = key === targetKey ? 'title' : bySlug
  return { work, target, how, why: sentence(witness, target, how) }
}

function sentence(reference: Witness, target: Witness | null, how: ResolvedHow): string {
  if (target === null) return 'Neither the piece nor a row of an index is here; it is known from references alone.'
  const what = target.kind === 'article' ? `“${target.title}” in ${target.where}` : `a row of ${target.where}`
  if (how === 'address') return `Its address leads to ${what}.`
  if (how === 'title') return `Its title is that of ${what}.`
  return `Its title is worded otherwise than that of ${what}; author, issue or address agree as far as they are printed: “${reference.title}”.`
}
