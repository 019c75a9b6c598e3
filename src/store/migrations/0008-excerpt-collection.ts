import type { Kysely } from 'kysely'

/**
 * What excerpts are counted and ordered by, which deed a revision belongs to, and uses that were taken back.
 * Columns are filled from the records that are there.
 */
export async function excerptCollection(db: Kysely<unknown>): Promise<void> {
  const add = (column: string, type: 'text' | 'bigint' | 'integer') =>
    db.schema.alterTable('excerpts').addColumn(column, type).execute()
  await add('language', 'text')
  await add('speaker', 'text')
  await db.schema
    .alterTable('excerpts')
    .addColumn('translation_state', 'text', (c) => c.notNull().defaultTo('none'))
    .execute()
  await add('position', 'bigint')
  await db.schema
    .alterTable('excerpts')
    .addColumn('uses', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('excerpt_revisions').addColumn('deed_id', 'text').execute()
  await db.schema.alterTable('excerpt_revisions').addColumn('position_before', 'bigint').execute()
  await db.schema.alterTable('excerpt_uses').addColumn('removes', 'text').execute()
  await db.schema.createIndex('excerpts_order').on('excerpts').columns(['basket', 'position', 'id']).execute()
  await db.schema.createIndex('excerpt_revisions_deed').on('excerpt_revisions').columns(['deed_id']).execute()
  await fill(db as Kysely<Filled>)
}

type Filled = {
  excerpts: {
    id: string
    basket: string | null
    record: string
    language: string | null
    speaker: string | null
    translation_state: string
    position: number | null
    uses: number
  }
  excerpt_uses: { excerpt_id: string }
}

type Content = { language?: string | null; speaker?: string | null; translation?: { state: string } | null }

const GAP = 1_024

async function fill(db: Kysely<Filled>): Promise<void> {
  const ends = new Map<string, number>()
  const rows = await db.selectFrom('excerpts').select(['id', 'basket', 'record']).orderBy('id').execute()
  for (const { id, basket, record } of rows) {
    const { language, speaker, translation } = JSON.parse(record) as Content
    const position = basket === null ? null : (ends.get(basket) ?? 0) + GAP
    if (basket !== null && position !== null) ends.set(basket, position)
    await db
      .updateTable('excerpts')
      .set({
        language: language ?? null,
        speaker: speaker ?? null,
        translation_state: translation?.state ?? 'none',
        position,
      })
      .where('id', '=', id)
      .execute()
  }
  const used = await db
    .selectFrom('excerpt_uses')
    .select((e) => ['excerpt_id', e.fn.countAll<number>().as('n')])
    .groupBy('excerpt_id')
    .execute()
  for (const { excerpt_id, n } of used)
    await db
      .updateTable('excerpts')
      .set({ uses: Number(n) })
      .where('id', '=', excerpt_id)
      .execute()
}
