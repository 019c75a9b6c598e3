import assert from 'node:assert/strict'
import { newId } from '../../domain/id.ts'
import type { Db } from '../db.ts'
import { testOnEachDatabase } from '../each-database.ts'
import { newGlossaryDeed, removeTerm, saveTerm } from '../glossary.ts'
import { changeOutlet } from '../outlets.ts'
import { addStatement } from '../statements.ts'
import { aTestOutlet, TEST_NOW } from '../test-items.ts'
import { listNamed } from './query-names.ts'
import { readQuery } from './read-query.ts'

/** The other names that a query is looked for under. */
async function namesOf(db: Db, text: string): Promise<string[]> {
  const parsed = await readQuery(db, text)
  assert.ok(parsed.kind === 'query')
  return listNamed(parsed.query).flatMap(({ others }) => others.map(({ by, name }) => `${name} (${by})`))
}

let clock = TEST_NOW
const aDeed = () => ({ deedId: newGlossaryDeed(clock), signedBy: 'M. Okafor', now: clock++ })

async function agree(
  db: Db,
  key: string,
  names: readonly (readonly [language: string, text: string, status: string])[],
) {
  const kept = names.map(([language, text, status]) => ({ language, text, status }))
  await saveTerm(db, { key, kind: 'place', names: JSON.stringify(kept), note: null }, aDeed())
}

async function addAuthority(db: Db, id: string, names: readonly string[], joinedInto: string | null = null) {
  const fields = { kind: 'person', natural_key: id, joined_into: joinedInto, created_at: 1 }
  await db
    .insertInto('authorities')
    .values({ id, name: names[0] ?? '', ...fields })
    .execute()
  for (const [at, name] of names.entries()) {
    const kind = at === 0 ? 'established' : 'variant'
    const place = { name_key: name, language: null, script: 'Zzzz', kind, from_where: 'test' }
    await db
      .insertInto('authority_names')
      .values({ id: `${id}:${at}`, authority_id: id, name, ...place })
      .execute()
  }
}

testOnEachDatabase(
  'what the glossary says of names counts at once: agreed, admitted, changed, taken away',
  async (db) => {
    assert.deepEqual(await namesOf(db, 'Black Sea'), [])
    await agree(db, 'sea', [
      ['en', 'Black Sea', 'agreed'],
      ['ru', 'Евксин', 'admitted'],
      ['ru', 'Чёрное море', 'agreed'],
      ['en', 'Pontus', 'forbidden'],
    ])
    assert.deepEqual(await namesOf(db, 'black sea'), ['Чёрное море (glossary)', 'Евксин (glossary)'])
    assert.deepEqual(await namesOf(db, 'Чёрном море'), ['Black Sea (glossary)', 'Евксин (glossary)'])
    assert.deepEqual(await namesOf(db, 'Pontus'), [])
    await agree(db, 'sea', [
      ['en', 'Black Sea', 'agreed'],
      ['zh', '黑海', 'agreed'],
    ])
    assert.deepEqual(await namesOf(db, 'Black Sea'), ['黑海 (glossary)'])
    await removeTerm(db, 'sea', aDeed())
    assert.deepEqual(await namesOf(db, 'Black Sea'), [])
  },
)

testOnEachDatabase('a second change within one millisecond counts too, whichever id its deed drew', async (db) => {
  const sign = (last: string) => ({
    deedId: newId<'glossary-deed'>(TEST_NOW, `00000000-0000-4000-8000-${last.padStart(12, '0')}`),
    signedBy: 'M. Okafor',
    now: TEST_NOW,
  })
  const save = (other: string, last: string) => {
    const names = [
      { language: 'en', text: 'Black Sea', status: 'agreed' },
      { language: 'ru', text: other, status: 'agreed' },
    ]
    return saveTerm(db, { key: 'sea', kind: 'place', names: JSON.stringify(names), note: null }, sign(last))
  }
  await save('Чёрное море', 'f')
  assert.deepEqual(await namesOf(db, 'Black Sea'), ['Чёрное море (glossary)'])
  await save('Понт', '1')
  assert.deepEqual(await namesOf(db, 'Black Sea'), ['Понт (glossary)'])
})

testOnEachDatabase('authorities lend their names, those joined into one the names of all', async (db) => {
  await addAuthority(db, 'orlov', ['Alexander Orlov', 'Александр Орлов'])
  await addAuthority(db, 'orlof', ['A. Orlof', 'ألكسندر أورلوف'], 'orlov')
  await addAuthority(db, 'ivan', ['Ivan Orlov'])
  assert.deepEqual((await namesOf(db, '"Alexander Orlov"')).toSorted(), [
    'A. Orlof (authority)',
    'Александр Орлов (authority)',
    'ألكسندر أورلوف (authority)',
  ])
  assert.deepEqual(await namesOf(db, 'Ivan Orlov'), [])
})

testOnEachDatabase(
  'an outlet is found under the name it prints and those that are stated of it, as they are now',
  async (db) => {
    const { outletId } = await aTestOutlet(db, 'courrier.example')
    await changeOutlet(db, outletId, { name: 'River Courier', nameAsPrinted: 'Le Courrier du fleuve' })
    assert.deepEqual(await namesOf(db, 'river courier'), ['Le Courrier du fleuve (authority)'])
    const said = { validFrom: null, signedBy: 'M. Okafor', signedAt: TEST_NOW, evidence: null }
    await addStatement(db, { id: newId(TEST_NOW), outletId, kind: 'name', value: 'بريد النهر', ...said })
    assert.deepEqual((await namesOf(db, 'river courier')).toSorted(), [
      'Le Courrier du fleuve (authority)',
      'بريد النهر (authority)',
    ])
    assert.deepEqual(await namesOf(db, 'river courier in:original'), [])
  },
)
