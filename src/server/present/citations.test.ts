// Who is cited as the publisher of what was captured.

import assert from 'node:assert/strict'
import type { Capture } from '../../domain/capture.ts'
import { newId } from '../../domain/id.ts'
import type { OutletId } from '../../domain/outlet.ts'
import { anExcerpt } from '../../desk/excerpts/test-pages.ts'
import { addCapture } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { findExcerpt } from '../../store/excerpts.ts'
import { addNewItems } from '../../store/items.ts'
import { saveReading } from '../../store/readings.ts'
import { addRelation, addStatement } from '../../store/statements.ts'
import { aTestOutlet, TEST_NOW, type TestOutlet } from '../../store/test-items.ts'
import { loadCitation } from './citations.ts'

const text = 'The minister opened the port.'
let places = 0

type Page = {
  readonly url: string
  readonly canonicalUrl?: string | null
  readonly headers?: Capture['headers']
  readonly edtf?: string
}

async function cite(db: Db, outlet: TestOutlet, { url, canonicalUrl = null, headers = [], edtf = '2023-09-16' }: Page) {
  const entry = { url, guid: null, title: null, summary: null, author: null, publishedAt: null, language: null }
  const [item] = await addNewItems(db, outlet, [entry], TEST_NOW)
  assert.ok(item)
  const capture: Capture = {
    id: newId(TEST_NOW),
    itemId: item.id,
    url,
    finalUrl: url,
    redirects: [],
    status: 200,
    headers,
    contentType: 'text/html',
    requestedAt: TEST_NOW,
    digest: 'ab'.repeat(32),
    size: 10,
    decodedSize: 10,
    remoteAddress: null,
    place: { file: 'a.warc.gz', offset: 10 * places++, length: 10 },
    tool: 'dragoman test',
  }
  await addCapture(db, capture)
  const published = { edtf, literal: null, calendar: 'gregorian' as const, from: 'text' as const }
  const reading = {
    id: newId<'reading'>(TEST_NOW),
    captureId: capture.id,
    reader: 'test 1',
    readAt: TEST_NOW,
    state: 'whole' as const,
    reason: null,
    title: 'A title',
    byline: [],
    published,
    updated: null,
    language: 'en',
    languageConfidence: 1,
    direction: 'ltr' as const,
    text,
    blocks: [],
    canonicalUrl,
    siteName: null,
    section: null,
    tags: [],
    leadImage: null,
    charset: 'utf-8',
    notes: [],
  }
  await saveReading(db, reading, item.id)
  const { id } = await anExcerpt(db, { itemId: item.id, reading }, 'the port')
  const excerpt = await findExcerpt(db, id)
  assert.ok(excerpt)
  return loadCitation(db, excerpt)
}

async function describe(db: Db, outletId: OutletId, value: string): Promise<void> {
  const said = { id: newId<'statement'>(TEST_NOW), outletId, kind: 'descriptor' as const, value }
  await addStatement(db, { ...said, validFrom: null, signedBy: 'M. Okafor', signedAt: 1, evidence: null })
}

testOnEachDatabase('what a stated republisher prints is cited as the original outlet’s, republished', async (db) => {
  const wire = await aTestOutlet(db, 'wire.example')
  const origin = await aTestOutlet(db, 'al-manara.example')
  await describe(db, wire.outletId, 'aggregator')
  await describe(db, origin.outletId, 'private daily')
  const page = { url: 'https://wire.example/1', canonicalUrl: 'https://al-manara.example/1' }
  const alone = await cite(db, wire, page)
  assert.deepEqual([alone.outlet, alone.republisher], ['wire.example', null], 'a page alone is not believed')
  const relation = { id: newId<'relation'>(TEST_NOW), kind: 'republishes' as const, signedBy: 'M. Okafor', signedAt: 1 }
  const between = { from: wire.outletId, to: origin.outletId, validFrom: '2023-01-01', evidence: null }
  await addRelation(db, { ...relation, ...between })
  const stated = await cite(db, wire, { ...page, url: 'https://wire.example/2' })
  assert.deepEqual(
    [stated.outlet, stated.republisher, stated.descriptor, stated.url],
    ['al-manara.example', 'wire.example', 'private daily', 'https://wire.example/2'],
  )
  const before = await cite(db, wire, { ...page, url: 'https://wire.example/3', edtf: '2022-06-01' })
  assert.equal(before.republisher, null, 'the relation did not hold that day')
})

testOnEachDatabase('a copy in a web archive is cited as its outlet’s, and never as the archive’s', async (db) => {
  const archive = await aTestOutlet(db, 'web.archive.org')
  const origin = await aTestOutlet(db, 'al-manara.example')
  await describe(db, origin.outletId, 'private daily')
  const at = 'https://web.archive.org/web/20230916120000'
  const known = await cite(db, archive, { url: `${at}/https://al-manara.example/1` })
  assert.deepEqual(
    [known.outlet, known.descriptor, known.url, known.archivedUrl],
    ['al-manara.example', 'private daily', 'https://al-manara.example/1', `${at}/https://al-manara.example/1`],
  )
  const unknown = await cite(db, archive, { url: `${at}/https://www.elsewhere.example/1` })
  assert.deepEqual([unknown.outlet, unknown.descriptor], ['elsewhere.example', null])
  const chosen = await cite(db, origin, { url: `${at}/https://old-name.example/1` })
  assert.equal(chosen.outlet, 'al-manara.example', 'a person put it under its outlet')
})

testOnEachDatabase('a file that nobody knows the outlet of is cited without one', async (db) => {
  const files = await aTestOutlet(db, 'files.invalid')
  const citation = await cite(db, files, { url: 'file:///ab/x.pdf' })
  assert.deepEqual([citation.outlet, citation.descriptor, citation.archivedUrl], ['', null, null])
})
