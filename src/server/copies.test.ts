import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openMemoryCopies } from '../store/copies/open-memory-copies.ts'
import { noteToCompare } from '../store/copies-waiting.ts'
import { findItem } from '../store/items.ts'
import { compareItems } from '../understand/compare-items.job.ts'
import { compareBatch } from '../understand/copies/compare-batch.ts'
import { handMade } from '../understand/copies/fixtures/hand-made.ts'
import type { CopyDifferences, ItemCopies } from './shapes/copy.ts'
import { addTestItem, addTestOutlet, NOON, openTestDesk, type TestDesk } from './test-desk.ts'

const original = handMade.find(({ of, document }) => !of && document.language === 'en')?.document
const text = original?.text ?? ''

/** Two outlets print one text, the second in its own chrome and with a figure changed. */
async function aCopiedDesk(desk: TestDesk) {
  await addTestOutlet(desk, 'Harbour Post', 'harbour.example')
  await addTestOutlet(desk, 'Inland Mirror', 'inland.example')
  const own = await addTestItem(desk, 'harbour.example', { path: '/a', title: 'The original', text, at: NOON })
  const framed = `Home\nNews\nSubscribe now\n${text}\nShare this\nMore stories`
  const copy = await addTestItem(desk, 'inland.example', {
    path: '/b',
    title: 'The repost',
    text: framed,
    at: NOON + 3_600_000,
  })
  for (const { itemId } of [own, copy]) {
    const readingId = (await findItem(desk.db, itemId))?.readingId
    if (readingId) await noteToCompare(desk.db, { itemId, readingId })
  }
  return { own: own.itemId, copy: copy.itemId }
}

async function compare({ db, tools }: TestDesk): Promise<void> {
  const store = openMemoryCopies()
  const deed = await compareItems(
    {
      db,
      queue: tools.queue,
      now: () => NOON,
      compare: async (batch) => ({ findings: await compareBatch(store, batch), passedOver: [] }),
    },
    {},
  )
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
}

test('an item tells its copies, whose copy it is, and what was changed', async () => {
  const desk = await openTestDesk()
  try {
    const { own, copy } = await aCopiedDesk(desk)
    const waiting = (await (await desk.ask(`/api/items/${own}/copies`)).json()) as ItemCopies
    assert.deepEqual(waiting, { isCompared: false, group: null, possible: [] })
    await compare(desk)
    for (const id of [own, copy]) {
      const { isCompared, group } = (await (await desk.ask(`/api/items/${id}/copies`)).json()) as ItemCopies
      assert.ok(isCompared && group)
      assert.equal(group.origin.id, own)
      assert.equal(group.origin.outlet.name, 'Harbour Post')
      assert.equal(group.members, 2)
      assert.deepEqual(
        group.copies.map(({ item, of, kind }) => [item.id, of.id, kind]),
        [[copy, own, 'in-chrome']],
      )
    }
    const either = [`/api/items/${copy}/copies/${own}`, `/api/items/${own}/copies/${copy}`]
    for (const path of either) {
      const { changes, passages } = (await (await desk.ask(path)).json()) as CopyDifferences
      assert.equal(passages, null)
      assert.deepEqual(changes?.dropped, [])
      assert.ok(changes?.furniture.includes('Subscribe now'))
    }
  } finally {
    await desk.close()
  }
})

test('what is no copy of an item, or no item, is a problem in words', async () => {
  const desk = await openTestDesk()
  try {
    const { own } = await aCopiedDesk(desk)
    const nobody = '00000000-0000-7000-8000-000000000000'
    for (const path of [
      `/api/items/${nobody}/copies`,
      `/api/items/${own}/copies/${nobody}`,
      `/api/items/${own}/copies/${own}`,
    ]) {
      const answer = await desk.ask(path)
      assert.equal(answer.status, 404)
      assert.equal(((await answer.json()) as { code: string }).code, 'not-found')
    }
    assert.equal((await desk.ask(`/api/items/${own}/copies/..%2F..`)).status, 404)
  } finally {
    await desk.close()
  }
})
