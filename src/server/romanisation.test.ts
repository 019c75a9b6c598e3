import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameKey } from '../desk/authorities/name-key.ts'
import type { Db } from '../store/db.ts'
import type { Romanisation } from './shapes/romanisation.ts'
import { keepTerm } from '../translate/glossary/keep-glossary.ts'
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
      established: [{ original: 'Александр Орлов', text: 'Alexander Orlov', from: 'authority' }],
    })
    assert.equal((await ask('محمد', 'ar')).kind, 'romanised')
    assert.equal((await ask('東京', 'ja')).kind, 'not-done')
    assert.equal((await desk.ask('/api/romanisation?text=&language=ru')).status, 400)
  } finally {
    await desk.close()
  }
})

test('an agreed name of the glossary is an established form too, wins over an authority, and it is told which it was', async () => {
  const desk = await openTestDesk()
  try {
    await addAuthority(desk.db, 'a', 'Kiev', 'Київ')
    const names = [
      { language: 'uk', text: 'Київ', status: 'agreed' as const },
      { language: 'en', text: 'Kyiv', status: 'agreed' as const },
    ]
    await keepTerm(desk.db, { key: 'kyiv', kind: 'place', note: null, names }, { signedBy: 'A. Reader', now: 1 })
    const answer = await desk.ask(`/api/romanisation?${new URLSearchParams({ text: 'Київ і Рівне', language: 'uk' })}`)
    const { text, established } = (await answer.json()) as Extract<Romanisation, { kind: 'romanised' }>
    assert.equal(text, 'Kyiv i Rivne')
    assert.deepEqual(established, [{ original: 'Київ', text: 'Kyiv', from: 'glossary' }])
    const plain = await desk.ask(
      `/api/romanisation?${new URLSearchParams({ text: '习近平', language: 'zh', tones: 'false' })}`,
    )
    assert.equal(((await plain.json()) as { text: string }).text, 'Xi Jinping')
  } finally {
    await desk.close()
  }
})
