// How many excerpts each further choice would leave. Each list leaves its own filter out of account.

import type { Db } from './db.ts'
import { filterExcerpts, type ExcerptFilter } from './excerpt-filter.ts'

/** null = none, not known, not said. */
export type FacetCount = { readonly value: string | null; readonly excerpts: number }

type Column = 'basket' | 'language' | 'speaker' | 'anchoring' | 'translation_state'

const ownFilter: { readonly [Name in Column]: keyof ExcerptFilter } = {
  basket: 'baskets',
  language: 'languages',
  speaker: 'speakers',
  anchoring: 'anchorings',
  translation_state: 'translations',
}

/** The values of a column with counts; most first. */
export async function countByColumn(db: Db, filter: ExcerptFilter, column: Column): Promise<FacetCount[]> {
  const rows = await filterExcerpts(db, { ...filter, [ownFilter[column]]: undefined })
    .select((e) => [`excerpts.${column} as value`, e.fn.countAll<number>().as('n')])
    .groupBy(`excerpts.${column}`)
    .execute()
  return mostFirst(rows)
}

export async function countByTag(db: Db, filter: ExcerptFilter): Promise<FacetCount[]> {
  const rows = await filterExcerpts(db, { ...filter, tags: undefined })
    .innerJoin('excerpt_tags', 'excerpt_tags.excerpt_id', 'excerpts.id')
    .select((e) => ['excerpt_tags.label as value', e.fn.countAll<number>().as('n')])
    .groupBy('excerpt_tags.label')
    .execute()
  return mostFirst(rows)
}

export async function countByOutlet(db: Db, filter: ExcerptFilter): Promise<FacetCount[]> {
  const rows = await filterExcerpts(db, { ...filter, outlets: undefined })
    .innerJoin('items', 'items.id', 'excerpts.item_id')
    .select((e) => ['items.outlet_id as value', e.fn.countAll<number>().as('n')])
    .groupBy('items.outlet_id')
    .execute()
  return mostFirst(rows)
}

export async function countByUse(db: Db, filter: ExcerptFilter): Promise<{ used: number; unused: number }> {
  const rows = await filterExcerpts(db, { ...filter, used: undefined })
    .select((e) => ['excerpts.uses', e.fn.countAll<number>().as('n')])
    .groupBy('excerpts.uses')
    .execute()
  const sum = (some: typeof rows) => some.reduce((total, { n }) => total + Number(n), 0)
  return { used: sum(rows.filter(({ uses }) => uses > 0)), unused: sum(rows.filter(({ uses }) => uses === 0)) }
}

/** The two engines order letters differently; this is the same on both. */
function mostFirst(rows: readonly { readonly value: string | null; readonly n: number }[]): FacetCount[] {
  const counts = rows.map(({ value, n }) => ({ value, excerpts: Number(n) }))
  return counts.toSorted((a, b) => b.excerpts - a.excerpts || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))
}

export type Labelled = { readonly label: string; readonly excerpts: number }

/** Baskets in use, by name. */
export async function listBaskets(db: Db): Promise<Labelled[]> {
  const rows = await db
    .selectFrom('excerpts')
    .select((e) => ['basket', e.fn.countAll<number>().as('n')])
    .where('basket', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .groupBy('basket')
    .execute()
  return byLabel(rows.map(({ basket, n }) => ({ label: basket ?? '', excerpts: Number(n) })))
}

/** Tags in use, by name. */
export async function listExcerptTags(db: Db): Promise<Labelled[]> {
  const rows = await db
    .selectFrom('excerpt_tags')
    .innerJoin('excerpts', 'excerpts.id', 'excerpt_tags.excerpt_id')
    .select((e) => ['label', e.fn.countAll<number>().as('n')])
    .where('withdrawn_at', 'is', null)
    .groupBy('label')
    .execute()
  return byLabel(rows.map(({ label, n }) => ({ label, excerpts: Number(n) })))
}

function byLabel(labels: readonly Labelled[]): Labelled[] {
  return labels.toSorted((a, b) => (a.label < b.label ? -1 : 1))
}
