import assert from 'node:assert/strict'
import type { ExcerptId } from '../../domain/excerpt.ts'
import type { Reading } from '../../domain/reading.ts'
import type { Db } from '../../store/db.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { listChecks } from '../../store/excerpt-checks.ts'
import { listBaskets, listExcerptTags } from '../../store/excerpt-facets.ts'
import { addUse, listUses } from '../../store/excerpt-uses.ts'
import {
  countExcerpts,
  findExcerpt,
  findExcerptRevision,
  hasExcerpts,
  listExcerptRevisions,
  listExcerpts,
  reviseExcerpt,
} from '../../store/excerpts.ts'
import { TEST_NOW } from '../../store/test-items.ts'
import { changeExcerpt, decideAnchoring, withdrawExcerpt, withoutStore } from './change-excerpt.ts'
import { reanchorAll } from './reanchor-all.ts'
import { reanchorReading } from './reanchor-excerpts.job.ts'
import { aTestPage, aTestVersion, anExcerpt, readAgain } from './test-pages.ts'

const text =
  'The harbour opened at dawn.\nThe minister spoke of two hundred new boats for the river police.\nNobody asked why.'
const signed = { by: 'A. Diallo', at: TEST_NOW + 5 }

let looks = TEST_NOW + 10

async function lookIn(db: Db, reading: Reading): Promise<void> {
  const deed = await reanchorReading({ db, now: () => looks++ }, { readingId: reading.id })
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
}

async function stateOf(db: Db, id: ExcerptId) {
  return (await findExcerpt(db, id))?.anchoring
}

testOnEachDatabase('an excerpt is kept as it was made, and found by its words, tag, basket and page', async (db) => {
  const page = await aTestPage(db, text)
  const wish = {
    tags: ['boats'],
    basket: 'River states',
    translation: { language: 'fr', text: 'deux cents […] bateaux', state: 'machine' as const, by: 'pivot', at: 3 },
  }
  const excerpt = await anExcerpt(db, page, 'two hundred new boats', wish)
  const other = await anExcerpt(db, page, 'Nobody asked why')
  assert.deepEqual(withoutStore((await findExcerpt(db, excerpt.id)) ?? assert.fail()), excerpt)
  const found = async (filter: object) => (await listExcerpts(db, filter, 10)).map(({ id }) => id)
  assert.deepEqual(await found({ itemId: page.itemId }), [excerpt.id, other.id].sort().reverse())
  for (const filter of [
    { tags: ['boats', 'none such'] },
    { baskets: ['River states'] },
    { words: 'Boats HUNDRED' },
    { words: 'bateaux' },
  ]) {
    assert.deepEqual(await found(filter), [excerpt.id], JSON.stringify(filter))
  }
  for (const filter of [
    { tags: ['boat%'] },
    { words: 'boats why' },
    { words: '%', baskets: ['x'] },
    { anchorings: ['lost'] },
  ]) {
    assert.deepEqual(await found(filter), [], JSON.stringify(filter))
  }
  assert.equal(await countExcerpts(db, { words: ' ' }), 2)
  assert.deepEqual(await listBaskets(db), [{ label: 'River states', excerpts: 1 }])
  assert.deepEqual(await listExcerptTags(db), [{ label: 'boats', excerpts: 1 }])
})

testOnEachDatabase(
  'of two changes on one revision the second is told of the first, and nothing is overwritten',
  async (db) => {
    const { id } = await anExcerpt(db, await aTestPage(db, text), 'two hundred new boats')
    const change = (wish: object) =>
      db.transaction().execute((tx) => changeExcerpt(tx, id, { revision: 1, ...wish }, signed))
    const first = await change({ note: 'check the number', tags: ['z', 'a'] })
    assert.ok(first.kind === 'changed' && first.excerpt.revision === 2)
    const second = await change({ note: 'mine' })
    assert.ok(second.kind === 'stale' && second.current.note === 'check the number')
    assert.equal((await findExcerptRevision(db, id, 1))?.note, null)
    assert.deepEqual((await findExcerptRevision(db, id, 2))?.tags, ['a', 'z'])
    assert.deepEqual(
      (await listExcerptRevisions(db, id)).map(({ deed, signedBy }) => [deed, signedBy]),
      [
        ['made', 'M. Okafor'],
        ['changed', 'A. Diallo'],
      ],
    )
  },
)

testOnEachDatabase(
  'what is withdrawn leaves the lists and stays on record; it cannot be changed any more',
  async (db) => {
    const page = await aTestPage(db, text)
    const { id } = await anExcerpt(db, page, 'two hundred new boats', { tags: ['boats'] })
    const gone = await db.transaction().execute((tx) => withdrawExcerpt(tx, id, 1, { ...signed, why: 'misquoted' }))
    assert.equal(gone.kind, 'changed')
    assert.deepEqual(await listExcerpts(db, {}, 10), [])
    assert.equal(await hasExcerpts(db, page.itemId), false)
    assert.deepEqual(await listExcerptTags(db), [])
    assert.equal((await listExcerpts(db, { withdrawn: 'with' }, 10)).length, 1)
    assert.equal((await listExcerptRevisions(db, id)).at(-1)?.why, 'misquoted')
    const again = await db.transaction().execute((tx) => changeExcerpt(tx, id, { revision: 2, note: 'x' }, signed))
    assert.equal(again.kind, 'refused')
  },
)

testOnEachDatabase(
  'a later version moves nothing by itself: a person takes the new place or keeps the old one',
  async (db) => {
    const page = await aTestPage(db, text)
    const taken = await anExcerpt(db, page, 'two hundred new boats')
    const kept = await anExcerpt(db, page, 'Nobody asked why')
    const held = await anExcerpt(db, page, 'The harbour opened')
    const later = await aTestVersion(db, page.itemId, text.replace('spoke of', 'spoke again of'), TEST_NOW + 1_000)
    await lookIn(db, later)
    await lookIn(db, later)
    assert.deepEqual(await Promise.all([taken, kept, held].map(({ id }) => stateOf(db, id))), [
      'moved',
      'moved',
      'held',
    ])
    assert.equal((await findExcerpt(db, taken.id))?.readingId, page.reading.id, 'it still rests on what was cited')
    assert.equal((await listChecks(db, taken.id)).length, 1, 'looking twice finds the same once')
    const decide = (id: ExcerptId, decision: 'take' | 'keep') =>
      db.transaction().execute((tx) => decideAnchoring(tx, id, { revision: 1, decision }, signed))
    const moved = await decide(taken.id, 'take')
    assert.ok(moved.kind === 'changed' && moved.excerpt.readingId === later.id && moved.excerpt.anchoring === 'held')
    const [part] = moved.excerpt.parts
    assert.ok(part?.kind === 'quote')
    assert.equal(later.text.slice(part.anchor.start, part.anchor.end), 'two hundred new boats')
    const stayed = await decide(kept.id, 'keep')
    assert.ok(stayed.kind === 'changed' && stayed.excerpt.readingId === page.reading.id)
    assert.equal((await decide(held.id, 'keep')).kind, 'refused')
    // The page is read once more, with nothing new in it: what was decided stays decided.
    await lookIn(db, later)
    assert.deepEqual(await Promise.all([taken, kept].map(({ id }) => stateOf(db, id))), ['held', 'held'])
  },
)

testOnEachDatabase(
  'an excerpt whose words are gone is lost, says why, and is found again when they come back',
  async (db) => {
    const page = await aTestPage(db, text)
    const { id } = await anExcerpt(db, page, 'The minister spoke of two hundred new boats')
    const later = await aTestVersion(
      db,
      page.itemId,
      'This page was removed at the request of the ministry.',
      TEST_NOW + 1_000,
    )
    await lookIn(db, later)
    assert.equal(await stateOf(db, id), 'lost')
    const [check] = await listChecks(db, id)
    assert.ok(check?.parts === null && check.report[0]?.found.kind === 'lost')
    const take = await db
      .transaction()
      .execute((tx) => decideAnchoring(tx, id, { revision: 1, decision: 'take' }, signed))
    assert.equal(take.kind, 'refused')
    await lookIn(db, await aTestVersion(db, page.itemId, text, TEST_NOW + 2_000))
    assert.equal(await stateOf(db, id), 'held')
    assert.deepEqual(
      (await listChecks(db, id)).map(({ anchoring }) => anchoring),
      ['lost', 'held'],
    )
  },
)

testOnEachDatabase(
  'when the reader improves, the excerpt is moved until a person confirms, or selects anew',
  async (db) => {
    const page = await aTestPage(db, text)
    const confirmed = await anExcerpt(db, page, 'two hundred new boats')
    const selected = await anExcerpt(db, page, 'Nobody asked why')
    const better = await readAgain(db, page.itemId, page.reading, `By our correspondent\n${text}`)
    await lookIn(db, better)
    assert.equal(await stateOf(db, confirmed.id), 'moved')
    const keep = await db
      .transaction()
      .execute((tx) => decideAnchoring(tx, confirmed.id, { revision: 1, decision: 'keep' }, signed))
    assert.equal(keep.kind, 'refused', 'there is nothing left to keep')
    const end = await db
      .transaction()
      .execute((tx) => decideAnchoring(tx, confirmed.id, { revision: 1, decision: 'take' }, signed))
    assert.ok(end.kind === 'changed' && end.excerpt.readingId === page.reading.id)
    const start = better.text.indexOf('Nobody')
    const anew = await db
      .transaction()
      .execute((tx) =>
        changeExcerpt(tx, selected.id, { revision: 1, pieces: [{ kind: 'range', start, end: start + 6 }] }, signed),
      )
    assert.ok(anew.kind === 'changed' && anew.excerpt.anchoring === 'held')
    await lookIn(db, better)
    for (const { id } of [confirmed, selected]) assert.equal(await stateOf(db, id), 'held')
  },
)

testOnEachDatabase('where an excerpt was used is listed, the first first', async (db) => {
  const { id } = await anExcerpt(db, await aTestPage(db, text), 'two hundred new boats')
  for (const [at, place] of ['Briefing of 3 May', 'River states'].entries()) {
    await addUse(db, { id: `u${at}` as never, excerptId: id, place, note: null, signedBy: 'A. Diallo', signedAt: at })
  }
  assert.deepEqual(
    (await listUses(db, id)).map(({ place }) => place),
    ['Briefing of 3 May', 'River states'],
  )
})

testOnEachDatabase('after all pages were read again every excerpt was looked for', async (db) => {
  const page = await aTestPage(db, text)
  const { id } = await anExcerpt(db, page, 'two hundred new boats')
  const tools = { db, now: () => TEST_NOW + 20 }
  assert.equal(await reanchorAll(tools), 0)
  await readAgain(db, page.itemId, page.reading, `By our correspondent\n${text}`)
  assert.equal(await reanchorAll(tools), 1)
  assert.equal(await stateOf(db, id), 'moved')
  assert.equal(await reanchorAll({ ...tools, stop: AbortSignal.abort() }), 0)
})

testOnEachDatabase('a revision is only written on the one it was made from, whoever asks', async (db) => {
  const excerpt = await anExcerpt(db, await aTestPage(db, text), 'two hundred new boats')
  const write = (note: string) =>
    db.transaction().execute((tx) => reviseExcerpt(tx, { ...excerpt, note }, 'changed', signed))
  assert.deepEqual([await write('first'), await write('second')], [true, false])
  assert.equal((await findExcerpt(db, excerpt.id))?.note, 'first')
  assert.equal((await listExcerptRevisions(db, excerpt.id)).length, 2)
})

testOnEachDatabase('what a person has decided is not asked again when the cited version is read anew', async (db) => {
  const page = await aTestPage(db, text)
  const { id } = await anExcerpt(db, page, 'two hundred new boats')
  await lookIn(db, await aTestVersion(db, page.itemId, `A correction.\n${text}`, TEST_NOW + 1_000))
  const kept = await db
    .transaction()
    .execute((tx) => decideAnchoring(tx, id, { revision: 1, decision: 'keep' }, signed))
  assert.equal(kept.kind, 'changed')
  await lookIn(db, await readAgain(db, page.itemId, page.reading, `By our correspondent\n${text}`))
  assert.equal(await stateOf(db, id), 'moved')
  await lookIn(db, await readAgain(db, page.itemId, page.reading, text))
  assert.equal(await stateOf(db, id), 'held')
})
