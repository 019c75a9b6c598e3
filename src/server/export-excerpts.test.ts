// How much leaving the desk costs.

import assert from 'node:assert/strict'
import { aTestVersion, anExcerpt } from '../desk/excerpts/test-pages.ts'
import type { Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { findExcerpts, type StoredExcerpt } from '../store/excerpts.ts'
import { addNewItems } from '../store/items.ts'
import { aTestOutlet, TEST_NOW } from '../store/test-items.ts'
import { countQuestions } from '../store/test-questions.ts'
import { exportExcerpts, exportFormats, type ExportFormat } from './export-excerpts.ts'

const page = { guid: null, summary: null, author: null, publishedAt: null, language: null }

/** Excerpts, each of another page, of two outlets in turns, and two of the first page. */
async function someExcerpts(db: Db, count: number): Promise<StoredExcerpt[]> {
  const outlets = [await aTestOutlet(db, 'a.example'), await aTestOutlet(db, 'b.example')]
  const ids = []
  for (let no = 0; no < count; no++) {
    const outlet = outlets[no % 2]
    assert.ok(outlet)
    const [item] = await addNewItems(
      db,
      outlet,
      [{ ...page, url: `https://${outlet.host}/${no}`, title: `${no}` }],
      TEST_NOW,
    )
    assert.ok(item)
    const reading = await aTestVersion(db, item.id, `Boat number ${no} has left the port.`, TEST_NOW + no)
    for (const words of no === 0 ? ['the port', 'Boat'] : ['the port'])
      ids.push((await anExcerpt(db, { itemId: item.id, reading }, words)).id)
  }
  const found = new Map((await findExcerpts(db, ids)).map((excerpt) => [excerpt.id, excerpt]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function exported(db: Db, excerpts: readonly StoredExcerpt[], as: ExportFormat) {
  const { db: counted, asked } = countQuestions(db)
  const wish = { as, form: 'digest' as const, label: 'Boats', generator: 'test 1', at: TEST_NOW }
  const { body } = await exportExcerpts(counted, excerpts, wish)
  return { body, asked: asked() }
}

testOnEachDatabase('a hundred excerpts ask no more questions than ten, whatever the format', async (db) => {
  const excerpts = await someExcerpts(db, 100)
  for (const as of exportFormats) {
    const [ten, hundred] = [await exported(db, excerpts.slice(0, 10), as), await exported(db, excerpts, as)]
    assert.equal(hundred.asked, ten.asked, as)
    assert.ok(hundred.asked > 0 && hundred.body.length > ten.body.length, as)
  }
})

testOnEachDatabase('each annotation speaks of its own page, in the order given, beyond one batch too', async (db) => {
  const excerpts = (await someExcerpts(db, 205)).toReversed()
  const { body } = await exported(db, excerpts, 'jsonld')
  const said = (JSON.parse(body) as { first: { items: Said[] } }).first.items
  assert.deepEqual(
    said.map((item) => [item.id, item.target[0]?.selector[1]?.end]),
    excerpts.map((excerpt) => [`urn:uuid:${excerpt.id}`, endOf(excerpt)]),
  )
  const csl = JSON.parse((await exported(db, excerpts, 'csl')).body) as { id: string }[]
  assert.equal(csl.length, 205)
})

type Said = { readonly id: string; readonly target: { readonly selector: { readonly end?: number }[] }[] }

function endOf({ parts: [part] }: StoredExcerpt): number | undefined {
  return part?.kind === 'quote' ? part.anchor.end : undefined
}
