import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig, type Config } from '../config.ts'
import { aTestPage } from '../desk/excerpts/test-pages.ts'
import { DeskError } from '../domain/errors.ts'
import { rebuildIndex } from '../read/rebuild-index.ts'
import type { SearchResult } from '../server/shapes/search.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { markItemCaptured, markItemRead } from '../store/items.ts'
import { TEST_NOW } from '../store/test-items.ts'
import { openRecords, openSearch } from '../tools.ts'
import { beginTranslation, changeTranslation } from '../translate/change-translation.ts'
import { findReading } from '../store/readings.ts'
import { keepTerm } from '../translate/glossary/keep-glossary.ts'
import type { GlossaryTerm } from '../translate/glossary/glossary-term.ts'
import type { Output } from './output.ts'
import { search } from './search.ts'

const by = { signedBy: 'M. Okafor', now: TEST_NOW }
const sea: GlossaryTerm = {
  key: 'sea',
  kind: 'place',
  note: null,
  names: [
    { language: 'en', text: 'Black Sea', status: 'agreed' },
    { language: 'ru', text: 'Чёрное море', status: 'agreed' },
  ],
}

/** A home with one page that speaks of the Black Sea in Russian, its title translated by a person. */
async function fillHome(config: Config): Promise<void> {
  const { db, close } = await openRecords(config)
  const page = await aTestPage(db, 'Корабли вышли в Чёрное море.')
  await markItemCaptured(db, page.itemId)
  await markItemRead(db, page.itemId, { readingId: page.reading.id, language: 'ru', orderAt: TEST_NOW })
  const reading = await findReading(db, page.reading.id)
  assert.ok(reading)
  const begun = await beginTranslation(db, reading, 'en', by)
  await changeTranslation(db, begun, 1, { kind: 'correct', segment: null, target: 'Ships put out' }, by)
  await inTransaction(db, (tx) => keepTerm(tx, sea, by))
  const index = openSearch(config)
  await rebuildIndex({ db, index, now: () => TEST_NOW })
  await index.close()
  await close()
}

test('search says on the command line what a hit is in translation, with its state, and why it is one', async () => {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-search-'))
  try {
    await fillHome(readConfig({}, { home }))
    const lines: string[] = []
    const out: Output = {
      line: (text = '') => void lines.push(text),
      json: (value) => void lines.push(JSON.stringify(value)),
      progress: () => undefined,
      note: () => undefined,
    }
    const ask = async (q: string, options: Record<string, boolean> = {}) => {
      lines.length = 0
      const stop = new AbortController().signal
      await search.run({ words: [q], options: { home, ...options }, environment: {}, stop }, out)
      return lines
    }
    const told = (await ask('ships "Black Sea"')).join('\n')
    for (const words of [
      '1 found',
      '“Black Sea” also as Чёрное море (glossary)',
      'en: Ships put out [human, M. Okafor]',
      'Matched: “ships” in translation; “Black Sea” → Чёрное море (glossary)',
    ])
      assert.ok(told.includes(words), `${words} in ${told}`)
    assert.ok(!(await ask('корабли')).join('\n').includes('Matched'), 'what its words say themselves is not said again')
    const [json = ''] = await ask('ships', { json: true })
    const { hits } = JSON.parse(json) as SearchResult
    assert.deepEqual(hits[0]?.matched, [{ by: 'translation', words: 'ships' }])
    assert.deepEqual(await ask('ships in:original'), ['0 found'])
    await assert.rejects(ask('in:nowhere'), (error) => error instanceof DeskError && /in:original/.test(error.message))
  } finally {
    await rm(home, { recursive: true })
  }
})
