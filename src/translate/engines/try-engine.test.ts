import assert from 'node:assert/strict'
import { listCosts } from '../../store/engine-ledger.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import type { ChosenEngine, Engine } from './engine.ts'
import { tryEngine } from './try-engine.ts'

const now = () => Date.UTC(2026, 2, 1)
const wish = { text: 'قوارب 𐤀', from: 'ar', to: 'en' }

function chosen(translate: Engine['translate']): ChosenEngine {
  const most = { segments: 10, characters: 1_000 }
  const engine: Engine = { id: 'deepl', version: async () => '1', languages: async () => null, translate, most }
  return { engine, pairs: [], microsPerMillion: 0, budget: { characters: null, micros: null } }
}

testOnEachDatabase(
  'an engine that breaks while it is tried holds no claim, and its cost is told as lost',
  async (db) => {
    const broken = chosen(async () => {
      throw new Error('a mistake of ours')
    })
    await assert.rejects(tryEngine({ db, now }, broken, wish), /a mistake of ours/)
    assert.deepEqual(await db.selectFrom('engine_claims').selectAll().execute(), [])
    const [cost] = await listCosts(db, '2026-03')
    assert.deepEqual([cost?.characters, cost?.lost], [7, 7], 'a letter beyond the first plane is one')
  },
)

testOnEachDatabase('what an engine says when it is tried is counted and not kept', async (db) => {
  const { answer } = await tryEngine(
    { db, now },
    chosen(async () => ({ kind: 'translated', targets: ['Boats'], detected: null })),
    wish,
  )
  assert.equal(answer.kind, 'translated')
  assert.deepEqual(await db.selectFrom('engine_answers').selectAll().execute(), [])
  const [cost] = await listCosts(db, '2026-03')
  assert.deepEqual([cost?.characters, cost?.lost], [7, 0])
})
