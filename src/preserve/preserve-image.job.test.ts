import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestDb } from '../store/each-database.ts'
import { hasItemImage } from '../store/item-images.ts'
import { aTestOutlet, someTestItems, TEST_NOW } from '../store/test-items.ts'
import type { CaptureOutcome, NewCapture } from './capture-page.ts'
import { preserveImage } from './preserve-image.job.ts'

const url = 'https://courrier.example/lead.jpg'

function anOutcome(contentType: string | null): CaptureOutcome {
  const capture: NewCapture = {
    url,
    finalUrl: url,
    redirects: [],
    status: 200,
    headers: [],
    contentType,
    requestedAt: TEST_NOW,
    digest: 'd',
    size: 3,
    decodedSize: 3,
    remoteAddress: null,
    tool: 'test',
  }
  return { kind: 'captured', capture, records: [], main: 0, robotsRule: null, notes: [], decoded: null }
}

test('an image is kept once, with a line in the custody log; what is no image is not', async () => {
  const { db, close } = await openTestDb()
  const [itemId] = await someTestItems(db, await aTestOutlet(db, 'courrier.example'), 1)
  assert.ok(itemId)
  const run = (outcome: CaptureOutcome) => {
    const tools = { db, visit: async () => outcome, now: () => TEST_NOW, nextTurn: () => TEST_NOW, actor: 'desk' }
    return preserveImage(tools, { itemId, url })
  }
  assert.match((await run(anOutcome('text/html'))).outcome, /no image/)
  assert.equal(await hasItemImage(db, itemId, url), false)
  const deed = await run(anOutcome('image/jpeg'))
  const place = { file: 'a.warc.gz', offset: 7, length: 3 }
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [place], isIndexed: true }))
  assert.equal(await hasItemImage(db, itemId, url), true)
  assert.equal((await run(anOutcome('image/jpeg'))).outcome, 'nothing to do')
  const [entry] = await db.selectFrom('custody').selectAll().execute()
  assert.deepEqual([entry?.deed, entry?.subject], ['image', itemId])
  await close()
})
