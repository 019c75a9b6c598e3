import assert from 'node:assert/strict'
import { listCustodyAfter } from '../store/custody.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { checkChain } from './custody.ts'
import { recordCustody } from './record-custody.ts'

testOnEachDatabase('writers of the custody log take turns: whoever comes at once, the chain holds', async (db) => {
  const write = (subject: string) =>
    db.transaction().execute((tx) =>
      recordCustody(tx, [
        { at: 1_795_000_000_000, actor: 'dragoman', deed: 'import', subject, details: { size: 3 } },
        { at: 1_795_000_000_000, actor: 'dragoman', deed: 'verify', subject, details: { holds: true } },
      ]),
    )
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(write))
  const check = await checkChain(await listCustodyAfter(db, 0, 100))
  assert.deepEqual([check.kind, check.kind === 'holds' && check.entries], ['holds', 12])
})
