// In: a query and a span of days. Out: how often it is met in each day, week or month, by who speaks or in what language.
// Each series is a count of its own over the same index, so that it means what the search means. An outlet whose
// alignment changed within the span counts, day by day, for what was stated of it then.

import { DeskError } from '../domain/errors.ts'
import { statementOn, type OutletId } from '../domain/outlet.ts'
import { listOutlets } from '../store/outlets.ts'
import { readQuery } from '../store/search/read-query.ts'
import type { FilterNode, Query } from '../store/search/query.ts'
import type { SearchCounts, ValueCount } from '../store/search/search-index.ts'
import { listStatements, type StoredStatement } from '../store/statements.ts'
import type { Trends } from './shapes/trend.ts'
import type { ServerTools } from './tools.ts'
import { listSteps, stepOf, unitFor, type TrendUnit } from './trend-steps.ts'

type Tools = Pick<ServerTools, 'db' | 'search'>

export type TrendsWish = {
  readonly q: string
  readonly by: 'all' | 'outlet' | 'alignment' | 'language'
  readonly from: string
  readonly to: string
  readonly unit?: TrendUnit | undefined
}

const DAY_MS = 86_400_000
const LONGEST_DAYS = 20 * 366
const MOST_SERIES = 12
/** The newest hits that are counted: about a fifth of a second a series. */
const COUNTED = 200_000

/** Day → hits. */
type Days = readonly ValueCount[]
type Series = { readonly key: string; readonly name: string; readonly days: Days }

export async function countTrends(tools: Tools, wish: TrendsWish): Promise<Trends> {
  const { from, to } = wish
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  if (days < 1) throw new DeskError('bad-input', 'The span ends before it begins. Turn “from” and “to” round.')
  if (days > LONGEST_DAYS) throw new DeskError('bad-input', 'At most twenty years are counted at once.')
  const unit = wish.unit ?? unitFor(days)
  const steps = listSteps(from, to, unit)
  const outlets = await listOutlets(tools.db)
  const parsed = await readQuery(tools.db, wish.q)
  const frame = { unit, from, to, steps }
  if (parsed.kind === 'problems') {
    const problems = parsed.problems.map((problem) => ({ ...problem }))
    return { ...frame, series: [], total: { kind: 'exact', count: 0 }, problems }
  }
  const query = within(parsed.query, from, to)
  const whole = await tools.search.counts(query, COUNTED)
  const names = new Map(outlets.map(({ id, name }): [string, string] => [id, name]))
  const series = await countSeries(tools, { wish, query, whole, names })
  return {
    ...frame,
    series: series.map((one) => layOut(one, steps, unit)),
    total: { kind: whole.isWhole ? 'exact' : 'at-least', count: whole.total },
    problems: [],
  }
}

/** The days asked for, within those that the query itself asks for. */
function within(query: Query, from: string, to: string): Query {
  const [first, end] = [Date.parse(from), Date.parse(to) + DAY_MS]
  return {
    ...query,
    from: query.from === null ? first : Math.max(query.from, first),
    until: query.until === null ? end : Math.min(query.until, end),
  }
}

type Task = {
  readonly wish: TrendsWish
  readonly query: Query
  readonly whole: SearchCounts
  readonly names: ReadonlyMap<string, string>
}

async function countSeries(tools: Tools, task: Task): Promise<Series[]> {
  const { wish, whole, query, names } = task
  if (wish.by === 'all') return [{ key: 'all', name: 'all', days: whole.days }]
  if (wish.by === 'alignment') return countAlignments(tools, task)
  const values = wish.by === 'outlet' ? whole.outlets : whole.languages
  const field = wish.by === 'outlet' ? 'outlet' : 'lang'
  const series: Series[] = []
  for (const { value } of values.slice(0, MOST_SERIES)) {
    // What has no language has no word for it in the index: it is what remains.
    if (value === '') continue
    const days = await countDays(tools, query, { kind: 'filter', field, values: [value] })
    series.push({ key: value, name: names.get(value) ?? value, days })
  }
  return withRest(series, whole.days)
}

async function countDays(tools: Tools, query: Query, filter: FilterNode): Promise<Days> {
  const node: Query['node'] = query.node === null ? filter : { kind: 'and', parts: [query.node, filter] }
  return (await tools.search.counts({ ...query, node }, COUNTED)).days
}

async function countAlignments(tools: Tools, { wish, query, whole }: Task): Promise<Series[]> {
  const statements = Map.groupBy(await listStatements(tools.db), (one) => one.outletId)
  const groups = Map.groupBy(whole.outlets, ({ value }) => {
    const stated = statements.get(value as OutletId) ?? []
    return hasChanged(stated, wish) ? `outlet ${value}` : `stated ${alignmentOn(stated, wish.to)}`
  })
  const sums = new Map<string, Map<string, number>>()
  for (const some of groups.values()) {
    const ids = some.map(({ value }) => value)
    const stated = statements.get((ids[0] ?? '') as OutletId) ?? []
    for (const { value: day, count } of await countDays(tools, query, { kind: 'filter', field: 'outlet', values: ids }))
      addTo(sums, alignmentOn(stated, day), day, count)
  }
  const all = [...sums].map(([key, days]) => ({
    key,
    name: key,
    days: [...days].map(([value, count]) => ({ value, count })),
  }))
  const most = all.toSorted((a, b) => sumOf(b.days) - sumOf(a.days)).slice(0, MOST_SERIES)
  return withRest(most, whole.days)
}

const NOT_STATED = 'none'

function alignmentOn(statements: readonly StoredStatement[], day: string): string {
  return statementOn(statements, 'alignment', day)?.value ?? NOT_STATED
}

/** Whether a statement begins or ends within the span. */
function hasChanged(statements: readonly StoredStatement[], { from, to }: TrendsWish): boolean {
  const isWithin = (day: string | null) => day !== null && day > from && day <= to
  return statements.some(
    (one) => one.kind === 'alignment' && (isWithin(one.validFrom) || (one.validUntil !== null && one.validUntil < to)),
  )
}

function addTo(sums: Map<string, Map<string, number>>, key: string, day: string, count: number): void {
  const days = sums.get(key) ?? new Map<string, number>()
  days.set(day, (days.get(day) ?? 0) + count)
  sums.set(key, days)
}

function sumOf(days: Days): number {
  return days.reduce((sum, { count }) => sum + count, 0)
}

/** What the series leave of the whole, as a series of its own. */
function withRest(series: readonly Series[], whole: Days): Series[] {
  const left = new Map(whole.map(({ value, count }) => [value, count]))
  for (const { days } of series) for (const { value, count } of days) left.set(value, (left.get(value) ?? 0) - count)
  const rest = [...left].filter(([, count]) => count > 0).map(([value, count]) => ({ value, count }))
  return rest.length === 0 ? [...series] : [...series, { key: 'rest', name: 'rest', days: rest }]
}

function layOut({ key, name, days }: Series, steps: readonly string[], unit: TrendUnit) {
  const sums = new Map<string, number>()
  for (const { value, count } of days) sums.set(stepOf(value, unit), (sums.get(stepOf(value, unit)) ?? 0) + count)
  return { key, name, counts: steps.map((step) => sums.get(step) ?? 0), total: sumOf(days) }
}
