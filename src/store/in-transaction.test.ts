import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { testOnEachDatabase } from './each-database.ts'
import { inTransaction } from './in-transaction.ts'

testOnEachDatabase('two writers that stand in each other’s way both get through, one after the other', async (db) => {
  await db
    .insertInto('facts')
    .values([
      { name: 'a', value: '0' },
      { name: 'b', value: '0' },
    ])
    .execute()
  const raise = (tx: typeof db, name: string) =>
    tx
      .updateTable('facts')
      .set({ value: sql`value || '+'` })
      .where('name', '=', name)
      .execute()
  const write = (first: string, second: string) =>
    inTransaction(db, async (tx) => {
      await raise(tx, first)
      await new Promise((resolve) => setImmediate(resolve))
      await raise(tx, second)
    })
  await Promise.all([write('a', 'b'), write('b', 'a'), write('a', 'b')])
  const rows = await db.selectFrom('facts').selectAll().where('name', 'in', ['a', 'b']).execute()
  assert.deepEqual(
    rows.map(({ value }) => value),
    ['0+++', '0+++'],
  )
})

testOnEachDatabase('a mistake in the work is told at once, and leaves nothing behind', async (db) => {
  let runs = 0
  const work = inTransaction(db, async (tx) => {
    runs++
    await tx.insertInto('facts').values({ name: 'a', value: '0' }).execute()
    throw new Error('a mistake')
  })
  await assert.rejects(work, /a mistake/)
  assert.equal(runs, 1)
  assert.deepEqual(await db.selectFrom('facts').select('name').where('name', '=', 'a').execute(), [])
})
