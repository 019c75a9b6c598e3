// What the translation desk asks of the records: work that is open, the memory by time, how engines answered.

import assert from 'node:assert/strict'
import { readAnew } from '../understand/test-readings.ts'
import { teachMemory } from '../translate/memory/translation-memory.ts'
import { testOnEachDatabase } from './each-database.ts'
import { listEngineStates, noteAnswered, noteTrouble } from './engine-states.ts'
import { findMemoryPage } from './memory-pages.ts'
import { translateJob } from './queue/new-jobs.ts'
import { createTableQueue } from './queue/table-queue.ts'
import { aTestOutlet, someTestItems, TEST_NOW } from './test-items.ts'
import { countItemLanguages, countOpenTranslations, countReasons, listOpenTranslations } from './translation-work.ts'
import { addTranslation } from './translations.ts'

const page = { title: 'قارب', text: 'وصل.', language: 'ar', published: null, outlet: null, url: null, author: null }
const segment = {
  start: 0,
  end: 4,
  source: 'وصل.',
  target: null,
  state: 'none',
  origin: null,
  reviewedBy: null,
  reviewedAt: null,
  flags: [],
} as const
const draft = {
  title: null,
  titleState: 'none',
  titleOrigin: null,
  titleReviewedBy: null,
  titleReviewedAt: null,
  titleFlags: [],
  titleSource: null,
  segments: [segment],
  leftOver: [],
  textDigest: '',
} as const
const by = { deed: 'made', signedBy: 'dragoman', now: TEST_NOW, changes: {} } as const

testOnEachDatabase(
  'open translations are told apart by what waits for them; those of older readings are none',
  async (db) => {
    const queue = createTableQueue(db)
    const ids = await someTestItems(db, await aTestOutlet(db, 'a.example'), 4)
    const readings = []
    for (const [at, itemId] of ids.entries()) {
      const readingId = await readAnew(db, itemId, { ...page, url: `https://a.example/${at}` }, TEST_NOW)
      readings.push(readingId)
      const reason = at === 0 ? 'DeepL is broken for now (503).' : null
      await addTranslation(db, { readingId, itemId, from: 'ar', to: 'en' }, { ...draft, reason }, by)
    }
    const [, waits = '', , old = ''] = readings
    await queue.enqueue(db, [
      translateJob({ readingId: waits as never, to: 'en', extent: 'whole', tries: 3 }, TEST_NOW + 9),
    ])
    await db.updateTable('items').set({ reading_id: null }).where('reading_id', '=', old).execute()

    assert.deepEqual(await countOpenTranslations(db), { waiting: 1, failed: 1, people: 1 })
    assert.deepEqual(await countReasons(db, 5), [{ reason: 'DeepL is broken for now (503).', count: 1 }])
    const [waiting] = await listOpenTranslations(db, 'waiting', 5)
    assert.deepEqual([waiting?.readingId, waiting?.nextTryAt, waiting?.done, waiting?.of], [waits, TEST_NOW + 9, 0, 1])
    assert.equal((await listOpenTranslations(db, undefined, 2)).length, 2)
    assert.equal((await listOpenTranslations(db, undefined, 5, 2)).length, 1)
    assert.deepEqual(await countItemLanguages(db, 5), [{ language: 'ar', items: 3 }])
  },
)

testOnEachDatabase('the memory is walked by time, page by page, none twice and none left out', async (db) => {
  for (let n = 0; n < 7; n++)
    await teachMemory(
      db,
      { from: 'ar', to: n === 3 ? 'fr' : 'en' },
      [{ source: `جملة رقم ${n}`, target: `Sentence ${n}`, state: 'human', origin: 'M. Okafor' }],
      TEST_NOW + (n % 2),
    )
  const seen: string[] = []
  for (let place = null, more = true; more;) {
    const { units, next } = await findMemoryPage(db, {}, 3, place)
    seen.push(...units.map(({ target }) => target))
    place = next as never
    more = next !== null
  }
  assert.equal(new Set(seen).size, 7)
  assert.deepEqual(
    seen.slice(0, 3).every((target) => /[135]$/.test(target)),
    true,
    'the newest first',
  )
  const french = await findMemoryPage(db, { to: 'fr', words: 'SENTENCE 3' }, 3, null)
  assert.deepEqual([french.units.length, french.next, french.looked], [1, null, 7])
})

testOnEachDatabase('what an engine was in trouble with stays on record when it answers again', async (db) => {
  await noteTrouble(db, 'deepl', { kind: 'busy', reason: 'It asks for time.', at: 1 })
  await noteAnswered(db, 'deepl', 2)
  assert.deepEqual((await listEngineStates(db)).get('deepl'), {
    answeredAt: 2,
    trouble: { kind: 'busy', reason: 'It asks for time.', at: 1 },
  })
})
