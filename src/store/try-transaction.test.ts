import assert from 'node:assert/strict'
import { testOnEachDatabase } from './each-database.ts'
import { newId } from '../domain/id.ts'
import { addOutlet, listOutlets } from './outlets.ts'
import { tryTransaction } from './try-transaction.ts'

const outlet = {
  id: newId<'outlet'>(0),
  name: 'Le Courrier',
  nameAsPrinted: null,
  homepage: 'https://courrier.example/',
  domains: ['courrier.example'],
  languages: [],
  country: null,
  createdAt: 0,
}

testOnEachDatabase('a trial shows what a change would do, and leaves nothing of it', async (db) => {
  const seen = await tryTransaction(db, async (tx) => {
    await addOutlet(tx, outlet)
    return (await listOutlets(tx)).length
  })
  assert.equal(seen, 1)
  assert.equal((await listOutlets(db)).length, 0)
})

testOnEachDatabase('what goes wrong in a trial is told, not taken for its end', async (db) => {
  const failing = tryTransaction(db, () => Promise.reject(new RangeError('too far')))
  await assert.rejects(failing, RangeError)
})
