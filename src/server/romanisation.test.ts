import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameKey } from '../desk/authorities/name-key.ts'
import type { Db } from '../store/db.ts'
import type { Romanisation } from './shapes/romanisation.ts'
import { openTestDesk } from './test-desk.ts'

async function addAuthority(db: Db, id: string, name: string, other: string): Promise<void> {
  const fields = { kind: 'person', natural_key: id, joined_into: null, created_at: 1 }
  await db
    .insertInto('authorities')
    .values({ id, name, ...fields })
    .execute()
  const place = { language: null, script: 'Zzzz', kind: 'variant', from_where: 'test' }
  await db
    .insertInto('authority_names')
    .values({ id: `${id}:1`, authority_id: id, name: other, name_key: nameKey(other), ...place })
    .execute()
}

test('established forms of the desk’s authorities win; what two of them bear, and what no system covers, is told', async () => {
  const desk = await openTestDesk()
  try {
    await addAuthority(desk.db, 'a', 'Alexander Orlov', 'Александр Орлов')
    await addAuthority(desk.db, 'b', 'Ivan One', 'Иван')
    await addAuthority(desk.db, 'c', 'Ivan Two', 'Иван')
    const ask = async (text: string, language: string) => {
      const answer = await desk.ask(`/api/romanisation?${new URLSearchParams({ text, language })}`)
      assert.equal(answer.status, 200)
      return (await answer.json()) as Romanisation
    }
    assert.deepEqual(await ask('Александр Орлов и Иван', 'ru'), {
      kind: 'romanised',
      original: 'Александр Орлов и Иван',
      text: 'Alexander Orlov i Ivan',
      system: 'bgnpcgn-1947-rus',
      doubts: [],
      established: [{ original: 'Александр Орлов', text: 'Alexander Orlov' }],
    })
    assert.equal((await ask('محمد', 'ar')).kind, 'romanised')
    assert.equal((await ask('重庆', 'zh-Hans')).kind, 'not-done')
    assert.equal((await desk.ask('/api/romanisation?text=&language=ru')).status, 400)
  } finally {
    await desk.close()
  }
})
