import assert from 'node:assert/strict'
import { testOnEachDatabase } from './each-database.ts'
import {
  countTerms,
  fillSearchTexts,
  findNamesakes,
  findTerm,
  findTerms,
  newGlossaryDeed,
  removeTerm,
  removeTerms,
  saveTerm,
  saveTerms,
  type StoredTerm,
} from './glossary.ts'
import { listTermHistory } from './glossary-history.ts'

const by = { deedId: newGlossaryDeed(1), signedBy: 'M. Okafor', now: 1 }
const term = (key: string, names: Record<string, string>, note: string | null = null): StoredTerm => ({
  key,
  kind: 'place',
  names: JSON.stringify(Object.entries(names).map(([language, text]) => ({ language, text, status: 'agreed' }))),
  note,
})

testOnEachDatabase(
  'terms are found in any script, by parts of words, key and note, and never by signs of the database',
  async (db) => {
    await saveTerm(db, term('port', { ar: 'ميناء رحمان', en: 'Port of Rahman', ru: 'Порт Рахман' }, '100% ours_'), by)
    await saveTerm(db, term('beijing', { 'zh-Hans': '北京市', en: 'Beijing' }), { ...by, deedId: newGlossaryDeed(2) })
    const find = async (words: string): Promise<string[]> =>
      (await findTerms(db, { words }, 10, 0)).terms.map(({ key }) => key)
    assert.deepEqual(await find('PORT OF'), ['port'])
    assert.deepEqual(await find('رحمان'), ['port'])
    assert.deepEqual(await find('порт'), ['port'])
    assert.deepEqual(await find('北京'), ['beijing'])
    assert.deepEqual(await find('100% ours_'), ['port'])
    assert.deepEqual(await find('%'), ['port'], 'a sign that stands in the note')
    assert.deepEqual(await find('__'), [])
    assert.deepEqual((await findTerms(db, { language: 'zh' }, 10, 0)).total, 1)
    assert.deepEqual([...(await countTerms(db)).languages].sort().join(' '), 'ar,1 en,2 ru,1 zh,1')
    assert.deepEqual((await findNamesakes(db, { language: 'en-GB', text: 'the port of Rahman' }, 'x')).length, 0)
    assert.deepEqual((await findNamesakes(db, { language: 'en-GB', text: 'port of rahman' }, 'x')).length, 1)
  },
)

testOnEachDatabase(
  'a change of an older revision is not kept, and one of none only where there is none',
  async (db) => {
    const port = term('port', { ar: 'ميناء', en: 'port' })
    const save = (now: number, expected?: number | null): Promise<boolean> =>
      saveTerm(db, port, { ...by, now, deedId: newGlossaryDeed(now) }, expected)
    assert.equal(await save(1, 1), false)
    assert.equal(await save(2, null), true)
    assert.equal(await save(3, null), false)
    assert.equal(await save(4, 1), true)
    assert.equal(await removeTerm(db, 'port', { ...by, deedId: newGlossaryDeed(5) }, 1), 'stale')
    assert.equal((await findTerms(db, {}, 1, 0)).terms[0]?.revision, 2)
  },
)

testOnEachDatabase('what somebody changed since it was read is neither written over nor taken out', async (db) => {
  const port = term('port', { ar: 'ميناء', en: 'port' })
  const at = (now: number) => ({ ...by, now, deedId: newGlossaryDeed(now) })
  await saveTerm(db, port, at(1))
  const before = await findTerm(db, 'port')
  assert.ok(before)
  await saveTerm(db, { ...port, note: 'theirs' }, at(2))
  await assert.rejects(saveTerms(db, [{ term: { ...port, note: 'ours' }, before }], at(3)), /this very moment/)
  await assert.rejects(
    saveTerms(db, [{ term: { ...port, note: 'new' }, before: undefined }], at(4)),
    /this very moment/,
  )
  await assert.rejects(removeTerms(db, [before], at(5)), /this very moment/)
  assert.equal((await findTerm(db, 'port'))?.note, 'theirs')
  assert.equal((await listTermHistory(db, 'port')).length, 2)
})

testOnEachDatabase('terms of an older home are found when they have been filled in', async (db) => {
  await saveTerm(db, term('port', { ar: 'ميناء', en: 'port' }), by)
  await db.updateTable('glossary_terms').set({ search_text: '' }).execute()
  assert.equal((await findTerms(db, { words: 'port' }, 1, 0)).total, 0)
  await fillSearchTexts(db)
  assert.equal((await findTerms(db, { words: 'port' }, 1, 0)).total, 1)
})
