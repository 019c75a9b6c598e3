import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ItemId } from '../domain/feed.ts'
import { planStep, reverseStep, triageStates, type DeedId, type TriageWish } from '../domain/triage.ts'
import { testOnEachDatabase } from './each-database.ts'
import { findItem } from './items.ts'
import { aTestOutlet, someTestItems, TEST_NOW } from './test-items.ts'
import {
  countTriage,
  findMarks,
  listMarks,
  listTriageDeeds,
  triageItems,
  undoTriage,
  type TriageEnd,
} from './triage.ts'
import type { Db } from './db.ts'

const hand = { signedBy: 'A. Diallo', now: TEST_NOW }

async function act(db: Db, ids: readonly ItemId[], wish: TriageWish, version?: number) {
  const items = ids.map((id) => (version === undefined ? { id } : { id, version }))
  return db.transaction().execute((tx) => triageItems(tx, items, wish, hand))
}

const undo = (db: Db, id: DeedId, onlyUnchanged = false) =>
  db.transaction().execute((tx) => undoTriage(tx, id, onlyUnchanged, hand))

function deedOf(end: TriageEnd | { kind: string }): DeedId {
  assert.ok(end.kind === 'done' && 'deedId' in end && end.deedId !== null)
  return end.deedId
}

test('a step taken and taken back leaves an item as it was, whatever the step', () => {
  const wishes: TriageWish[] = [
    ...(['open', 'pick', 'park', 'skip', 'renew'] as const).map((kind) => ({ kind })),
    { kind: 'mark', label: 'ports' },
    { kind: 'unmark', label: 'ports' },
  ]
  for (const state of triageStates) {
    for (const wish of wishes) {
      for (const marks of [[], ['ports']]) {
        const step = planStep({ state, marks, version: 3 }, wish)
        if (!step) continue
        const back = reverseStep(step)
        assert.deepEqual([back.to, back.from, back.labelChange + step.labelChange], [state, step.to, 0])
      }
    }
  }
})

test('opening an item takes back no decision', () => {
  for (const state of ['opened', 'picked', 'parked', 'skipped'] as const)
    assert.equal(planStep({ state, marks: [], version: 1 }, { kind: 'open' }), null)
})

testOnEachDatabase('fifty items picked and taken back stand as they stood, and the history tells both', async (db) => {
  const ids = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 50)
  await act(db, ids.slice(0, 20), { kind: 'skip' })
  const picked = await act(db, ids, { kind: 'pick' })
  assert.equal((await countTriage(db)).picked, 50)
  await undo(db, deedOf(picked))
  assert.deepEqual(await countTriage(db), { new: 30, opened: 0, picked: 0, parked: 0, skipped: 20 })
  const deeds = await listTriageDeeds(db, 10)
  assert.deepEqual(new Set(deeds.map(({ kind }) => kind)), new Set(['skip', 'pick', 'undo']))
  assert.equal(deeds.find(({ kind }) => kind === 'pick')?.undoneBy, deeds.find(({ kind }) => kind === 'undo')?.id)
})

testOnEachDatabase('what was taken back can be done again, by taking back the taking back', async (db) => {
  const [id] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 1)
  assert.ok(id)
  const parked = deedOf(await act(db, [id], { kind: 'park' }))
  const undone = deedOf(await undo(db, parked))
  assert.equal((await findItem(db, id))?.triage, 'new')
  await undo(db, undone)
  assert.equal((await findItem(db, id))?.triage, 'parked')
  assert.equal((await undo(db, parked)).kind, 'undone-already')
})

testOnEachDatabase('who acts on an old reading is told how it stands and by whom, and changes nothing', async (db) => {
  const [one, other] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 2)
  assert.ok(one && other)
  await act(db, [one], { kind: 'pick' }, 0)
  const late = await act(db, [one, other], { kind: 'skip' }, 0)
  assert.equal(late.kind, 'conflict')
  assert.deepEqual(late.kind === 'conflict' && late.conflicts.map(({ id, triage, by }) => [id, triage.state, by]), [
    [one, 'picked', 'A. Diallo'],
  ])
  assert.equal((await findItem(db, other))?.triage, 'new')
})

testOnEachDatabase('taking back stops at items that somebody touched since, unless they are to be left', async (db) => {
  const [one, other] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 2)
  assert.ok(one && other)
  const deed = deedOf(await act(db, [one, other], { kind: 'skip' }))
  await act(db, [one], { kind: 'pick' })
  assert.equal((await undo(db, deed)).kind, 'conflict')
  assert.equal((await findItem(db, other))?.triage, 'skipped')
  await undo(db, deed, true)
  assert.deepEqual([(await findItem(db, one))?.triage, (await findItem(db, other))?.triage], ['picked', 'new'])
})

testOnEachDatabase('marks are put on and taken off like any deed, in every script', async (db) => {
  const ids = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 3)
  const label = "الموانئ '; drop table items; --"
  const marked = deedOf(await act(db, ids, { kind: 'mark', label }))
  assert.deepEqual(await act(db, ids, { kind: 'mark', label }), {
    kind: 'done',
    deedId: null,
    changed: [],
    unchanged: 3,
  })
  assert.deepEqual(await listMarks(db), [{ label, items: 3 }])
  assert.deepEqual((await findMarks(db, ids)).get(ids[0] as ItemId), [label])
  await undo(db, marked)
  assert.deepEqual(await listMarks(db), [])
})

testOnEachDatabase('of two who act at the same moment on the same version one is told', async (db) => {
  const [id] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 1)
  assert.ok(id)
  const ends = await Promise.all([act(db, [id], { kind: 'pick' }, 0), act(db, [id], { kind: 'skip' }, 0)])
  assert.deepEqual(ends.map(({ kind }) => kind).toSorted(), ['conflict', 'done'])
})
