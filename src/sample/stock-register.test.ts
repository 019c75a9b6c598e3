// What the desk shows first of the sample press: who has been looked at, and who has not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDb } from '../store/each-database.ts'
import { listOutlets } from '../store/outlets.ts'
import { listStatements } from '../store/statements.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { sampleOutlets } from './outlets.ts'
import { stockRegister } from './stock-register.ts'

test('most outlets are described with evidence, three are not, and none is added twice', async (t) => {
  const { db, close } = await openTestDb()
  t.after(close)
  const stock = () =>
    db.transaction().execute((tx) => stockRegister(tx, createTableQueue(db), sampleOutlets, Date.UTC(2023, 8, 16)))
  await stock()
  await stock()
  const descriptors = (await listStatements(db)).filter(({ kind }) => kind === 'descriptor')
  assert.equal((await listOutlets(db)).length, sampleOutlets.length)
  assert.equal(descriptors.length, sampleOutlets.length)
  assert.equal(descriptors.filter(({ evidence }) => evidence === null).length, 3)
})
