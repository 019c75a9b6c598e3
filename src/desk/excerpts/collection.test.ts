// Promises of excerpts as a collection: many at once and undo, baskets in order, uses, facets, annotations brought in.

import assert from 'node:assert/strict'
import type { ExcerptId } from '../../domain/excerpt.ts'
import type { Db } from '../../store/db.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { countByColumn, countByOutlet, countByTag, countByUse, listBaskets } from '../../store/excerpt-facets.ts'
import type { ExcerptFilter } from '../../store/excerpt-filter.ts'
import { moveInBasket } from '../../store/excerpt-order.ts'
import { addUse, listUses, takeUseBack } from '../../store/excerpt-uses.ts'
import { findExcerpt, findExcerpts, listExcerptRevisions, listExcerpts } from '../../store/excerpts.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { findItem } from '../../store/items.ts'
import { changeExcerpt, restoreExcerpt, withdrawExcerpt } from './change-excerpt.ts'
import { changeMany, undoMany, type ManyWish } from './change-many.ts'
import { aTestPage, anExcerpt, type TestPage } from './test-pages.ts'

const text = 'The minister opened the port. He spoke of two hundred new boats. Nobody asked why.'
const signed = { by: 'A. Diallo', at: 5 }

async function threeExcerpts(db: Db, basket: string | null = null): Promise<{ page: TestPage; ids: ExcerptId[] }> {
  const page = await aTestPage(db, text)
  const ids: ExcerptId[] = []
  for (const words of ['The minister', 'two hundred new boats', 'Nobody asked why'])
    ids.push((await anExcerpt(db, page, words, { basket })).id)
  return { page, ids }
}

async function changeAll(db: Db, ids: readonly ExcerptId[], wish: ManyWish) {
  const picked = (await findExcerpts(db, ids)).map(({ id, revision }) => ({ id, revision }))
  const inOrder = ids.flatMap((id) => picked.filter((each) => each.id === id))
  const end = await inTransaction(db, (tx) => changeMany(tx, inOrder, wish, signed))
  assert.ok(end.kind === 'done')
  return end
}

async function undoDeed(db: Db, deedId: string | null, onlyUnchanged = false) {
  return inTransaction(db, (tx) => undoMany(tx, (deedId ?? '') as never, onlyUnchanged, signed))
}

const orderOf = async (db: Db, basket: string) =>
  (await listExcerpts(db, { baskets: [basket] }, 100, { order: 'basket' })).map(({ id }) => id)

testOnEachDatabase(
  'many excerpts go into a basket in the order given, and one undo takes all of them out',
  async (db) => {
    const { ids } = await threeExcerpts(db)
    const [first, second, third] = ids
    assert.ok(first && second && third)
    await changeAll(db, [second], { kind: 'basket', label: 'Ports' })
    const before = await orderOf(db, 'Ports')
    const done = await changeAll(db, [third, first, second], { kind: 'basket', label: 'Rivers' })
    assert.equal(done.changed.length, 3)
    assert.deepEqual(await orderOf(db, 'Rivers'), [third, first, second])
    assert.deepEqual(await orderOf(db, 'Ports'), [])
    const again = await changeAll(db, ids, { kind: 'basket', label: ' Rivers ' })
    assert.deepEqual([again.deedId, again.unchanged], [null, 3], 'what is so already is not written again')
    const undone = await undoDeed(db, done.deedId)
    assert.ok(undone.kind === 'done')
    assert.deepEqual(await orderOf(db, 'Ports'), before)
    assert.deepEqual(await orderOf(db, 'Rivers'), [])
    const redone = await undoDeed(db, undone.deedId)
    assert.equal(redone.kind, 'done')
    assert.equal((await orderOf(db, 'Rivers')).length, 3, 'an undo can be undone')
    assert.equal((await undoDeed(db, crypto.randomUUID())).kind, 'no-such-deed')
  },
)

testOnEachDatabase(
  'what somebody has changed since is told and not overwritten, by a deed or by its undo',
  async (db) => {
    const { ids } = await threeExcerpts(db)
    const [first, second] = ids
    assert.ok(first && second)
    const done = await changeAll(db, ids, { kind: 'tag', label: 'boats' })
    await inTransaction(db, (tx) => changeExcerpt(tx, second, { revision: 2, note: 'mine' }, signed))
    const stale = [{ id: first }, { id: second, revision: 2 }]
    const late = await inTransaction(db, (tx) => changeMany(tx, stale, { kind: 'tag', label: 'x' }, signed))
    assert.ok(late.kind === 'conflict')
    assert.deepEqual(
      late.current.map(({ id, note }) => [id, note]),
      [[second, 'mine']],
    )
    assert.deepEqual((await findExcerpt(db, first))?.tags, ['boats'], 'nothing of it was written')
    assert.equal((await undoDeed(db, done.deedId)).kind, 'conflict')
    const rest = await undoDeed(db, done.deedId, true)
    assert.ok(rest.kind === 'done')
    assert.deepEqual([rest.changed.length, rest.unchanged], [2, 1])
    assert.deepEqual(
      (await findExcerpts(db, [first])).map(({ tags }) => tags),
      [[]],
    )
    assert.deepEqual((await findExcerpt(db, second))?.tags, ['boats'])
  },
)

testOnEachDatabase('a withdrawal is taken back as a further revision, one by one and many at once', async (db) => {
  const { ids } = await threeExcerpts(db, 'Ports')
  const [first, second] = ids
  assert.ok(first && second)
  await inTransaction(db, (tx) => withdrawExcerpt(tx, first, 1, signed))
  assert.equal((await inTransaction(db, (tx) => restoreExcerpt(tx, first, 1, signed))).kind, 'stale')
  const back = await inTransaction(db, (tx) => restoreExcerpt(tx, first, 2, signed))
  assert.ok(back.kind === 'changed' && back.excerpt.withdrawnAt === null && back.excerpt.basket === 'Ports')
  assert.equal((await inTransaction(db, (tx) => restoreExcerpt(tx, first, 3, signed))).kind, 'refused')
  assert.deepEqual(
    (await listExcerptRevisions(db, first)).map(({ deed }) => deed),
    ['made', 'withdrawn', 'restored'],
  )
  const gone = await changeAll(db, ids, { kind: 'withdraw', why: 'doubled' })
  assert.deepEqual(await orderOf(db, 'Ports'), [])
  assert.equal((await listExcerpts(db, { withdrawn: 'only' }, 10)).length, 3)
  assert.equal((await changeAll(db, [second], { kind: 'tag', label: 'x' })).unchanged, 1)
  assert.equal((await undoDeed(db, gone.deedId)).kind, 'done')
  assert.deepEqual(await orderOf(db, 'Ports'), ids, 'each stands where it stood')
  const away = await changeAll(db, [second], { kind: 'basket', label: 'Rivers' })
  await undoDeed(db, away.deedId)
  assert.deepEqual(await orderOf(db, 'Ports'), ids, 'and comes back to its place from another basket')
})

testOnEachDatabase(
  'a tag is renamed into one that is there, a basket into another, each keeps its order',
  async (db) => {
    const { ids } = await threeExcerpts(db, 'Ports')
    const { ids: others } = await threeExcerpts(db, 'Rivers')
    await changeAll(db, ids, { kind: 'tag', label: 'boat' })
    await changeAll(db, ids.slice(0, 1), { kind: 'tag', label: 'boats' })
    await changeAll(db, ids, { kind: 'retag', from: 'boat', to: 'boats' })
    assert.deepEqual(await countByTag(db, {}), [{ value: 'boats', excerpts: 3 }])
    await changeAll(db, await orderOf(db, 'Ports'), { kind: 'basket', label: 'Rivers' })
    assert.deepEqual(await orderOf(db, 'Rivers'), [...others, ...ids])
    assert.deepEqual(await listBaskets(db), [{ label: 'Rivers', excerpts: 6 }])
    await changeAll(db, ids, { kind: 'retag', from: 'boats', to: null })
    assert.deepEqual(await countByTag(db, {}), [])
  },
)

testOnEachDatabase('an excerpt is moved in its basket and back, however often, and never out of it', async (db) => {
  const { ids } = await threeExcerpts(db, 'Ports')
  const { ids: others } = await threeExcerpts(db, 'Rivers')
  const [a, b, c] = ids
  assert.ok(a && b && c && others[0])
  const move = (id: ExcerptId, before: ExcerptId | null) => inTransaction(db, (tx) => moveInBasket(tx, id, before))
  assert.deepEqual(await move(c, a), { kind: 'moved', before: null })
  assert.deepEqual(await orderOf(db, 'Ports'), [c, a, b])
  assert.deepEqual(await move(c, null), { kind: 'moved', before: a })
  assert.deepEqual(await orderOf(db, 'Ports'), [a, b, c])
  // Always into the same gap: it is used up, and all are laid out anew.
  for (let times = 0; times < 14; times++) {
    await move(c, b)
    assert.deepEqual(await orderOf(db, 'Ports'), [a, c, b])
    await move(b, c)
    assert.deepEqual(await orderOf(db, 'Ports'), [a, b, c])
  }
  assert.deepEqual(await move(a, others[0]), { kind: 'elsewhere' })
  assert.deepEqual(await orderOf(db, 'Rivers'), others)
  const place = (await listExcerpts(db, { baskets: ['Ports'] }, 1, { order: 'basket' }))[0]
  const rest = await listExcerpts(db, { baskets: ['Ports'] }, 9, { order: 'basket', after: place })
  assert.deepEqual(
    rest.map(({ id }) => id),
    [b, c],
    'a basket is read page by page',
  )
})

testOnEachDatabase('a use that is taken back stays on record, and the taking back can be taken back', async (db) => {
  const { ids } = await threeExcerpts(db)
  const [id] = ids
  assert.ok(id)
  const use = {
    id: crypto.randomUUID() as never,
    excerptId: id,
    place: 'River states',
    note: null,
    signedBy: 'A',
    signedAt: 1,
  }
  await inTransaction(db, (tx) => addUse(tx, use))
  const takeBack = (takes: string) => {
    const removal = crypto.randomUUID()
    const record = { id: removal as never, excerptId: id, takes: takes as never }
    return inTransaction(db, async (tx) => ((await takeUseBack(tx, record, signed)) ? removal : null))
  }
  const counted = async () => (await findExcerpt(db, id))?.uses
  assert.equal(await counted(), 1)
  const removal = await takeBack(use.id)
  assert.equal(await counted(), 0)
  assert.deepEqual(
    (await listUses(db, id)).map(({ place, removed }) => [place, removed?.by]),
    [['River states', 'A. Diallo']],
  )
  assert.ok(await takeBack(removal ?? ''))
  assert.equal(await counted(), 1)
  assert.equal((await listUses(db, id))[0]?.removed, null)
  assert.equal(await takeBack(crypto.randomUUID()), null)
})

testOnEachDatabase('facets count what each further choice would leave, without their own filter', async (db) => {
  const { page, ids } = await threeExcerpts(db, 'Ports')
  const { ids: others } = await threeExcerpts(db)
  const [first, second] = ids
  assert.ok(first && second)
  await changeAll(db, [first, ...others], { kind: 'tag', label: 'boats' })
  const use = { id: crypto.randomUUID() as never, excerptId: first, place: 'X', note: null, signedBy: 'A', signedAt: 1 }
  await inTransaction(db, (tx) => addUse(tx, use))
  await inTransaction(db, (tx) =>
    changeExcerpt(
      tx,
      second,
      {
        revision: 1,
        speaker: 'The minister',
        translation: { language: 'fr', text: 'x', state: 'machine', by: 'p', at: 1 },
      },
      signed,
    ),
  )
  assert.deepEqual(await countByColumn(db, { tags: ['boats'], baskets: ['Ports'] }, 'basket'), [
    { value: null, excerpts: 3 },
    { value: 'Ports', excerpts: 1 },
  ])
  assert.deepEqual(await countByColumn(db, { baskets: ['Ports'] }, 'translation_state'), [
    { value: 'none', excerpts: 2 },
    { value: 'machine', excerpts: 1 },
  ])
  assert.deepEqual(await countByUse(db, { baskets: ['Ports'] }), { used: 1, unused: 2 })
  const outletId = (await findItem(db, page.itemId))?.outletId
  assert.ok(outletId)
  assert.equal((await countByOutlet(db, { outlets: [outletId] })).length, 2)
  const found = async (filter: ExcerptFilter) => (await listExcerpts(db, filter, 10)).length
  assert.equal(await found({ outlets: [outletId] }), 3)
  assert.equal(await found({ speakers: ['The minister', null] }), 6)
  assert.equal(await found({ speakers: ['The minister'] }), 1)
  assert.equal(await found({ baskets: [null], languages: ['en'], translations: ['none'], used: false }), 3)
  assert.equal(await found({ outlets: [] }), 0)
  assert.equal(await found({ baskets: [] }), 0)
})

testOnEachDatabase(
  'two who act on one basket at the same moment both get their way, and nothing is lost',
  async (db) => {
    const { ids } = await threeExcerpts(db, 'Ports')
    const { ids: others } = await threeExcerpts(db)
    const [a, , c] = ids
    assert.ok(a && c)
    await Promise.all([
      inTransaction(db, (tx) => moveInBasket(tx, c, a)),
      inTransaction(db, (tx) => moveInBasket(tx, a, null)),
      inTransaction(db, (tx) =>
        changeMany(
          tx,
          others.map((id) => ({ id })),
          { kind: 'basket', label: 'Ports' },
          signed,
        ),
      ),
      inTransaction(db, (tx) =>
        changeMany(
          tx,
          ids.toReversed().map((id) => ({ id })),
          { kind: 'tag', label: 'x' },
          signed,
        ),
      ),
      inTransaction(db, (tx) =>
        changeMany(
          tx,
          ids.map((id) => ({ id })),
          { kind: 'tag', label: 'y' },
          signed,
        ),
      ),
    ])
    assert.deepEqual((await orderOf(db, 'Ports')).toSorted(), [...ids, ...others].toSorted())
    assert.deepEqual(
      (await findExcerpts(db, ids)).map(({ tags, revision }) => [tags, revision]),
      ids.map(() => [['x', 'y'], 3]),
    )
  },
)
