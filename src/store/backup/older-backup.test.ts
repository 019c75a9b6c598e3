import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { extract, pack } from 'tar-stream'
import type { Db } from '../db.ts'
import { openTestDb, testOnEachDatabase } from '../each-database.ts'
import { aTestOutlet, someTestItems } from '../test-items.ts'
import { findHeads } from '../translated-heads.ts'
import { addTranslation } from '../translations.ts'
import { readAnew } from '../../understand/test-readings.ts'
import { emptyDraft } from '../../translate/plan-translation.ts'
import { readBackup } from './read-backup.ts'
import { writeBackup } from './write-backup.ts'

const now = Date.UTC(2024, 4, 5)
const page = {
  title: 'قارب',
  text: 'وصل القارب.',
  language: 'ar',
  published: null,
  outlet: null,
  url: 'https://a.example/1',
}
/** What translations did not have before schema 7. */
const later = /^(title_(?!state)|lead|left_over)/

async function aTranslatedPage(db: Db) {
  const [itemId] = await someTestItems(db, await aTestOutlet(db, 'a.example'), 1)
  assert.ok(itemId)
  const readingId = await readAnew(db, itemId, { ...page, author: null }, now)
  const empty = emptyDraft({ ...page, blocks: [] })
  const segments = empty.segments.map((one) => ({ ...one, target: 'The boat came.', state: 'human' as const }))
  const by = { deed: 'corrected', signedBy: 'M. Okafor', now, changes: { segment: null } } as const
  const title = { title: 'Boat', titleState: 'human' } as const
  await addTranslation(db, { readingId, itemId, from: 'ar', to: 'en' }, { ...empty, ...title, segments }, by)
  return itemId
}

/** The same backup as a Dragoman of schema 6 would have written it. */
async function makeOlder(path: string): Promise<void> {
  const files: { name: string; body: Buffer }[] = []
  const source = extract()
  source.end(await readFile(path))
  for await (const entry of source) files.push({ name: entry.header.name, body: await buffer(entry) })
  const tar = pack()
  const hashes = new Map<string, { size: number; sha256: string }>()
  for (const { name, body } of files) {
    const older = name === 'manifest.json' ? olderManifest(body, hashes) : olderRows(name, body)
    hashes.set(name, { size: older.length, sha256: createHash('sha256').update(older).digest('hex') })
    tar.entry({ name }, older)
  }
  tar.finalize()
  await writeFile(path, await buffer(tar))
}

function olderRows(name: string, body: Buffer): Buffer {
  if (!name.startsWith('records/translations/')) return body
  const rows = body
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const older = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !later.test(column))))
  return Buffer.from(older.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

function olderManifest(body: Buffer, hashes: ReadonlyMap<string, object>): Buffer {
  const manifest = JSON.parse(body.toString('utf8')) as { files: { name: string }[] }
  const files = manifest.files.map((file) => ({ ...file, ...hashes.get(file.name) }))
  return Buffer.from(JSON.stringify({ ...manifest, schema: 6, files }))
}

testOnEachDatabase(
  'a backup of an older schema is restored with the heads that its translations did not have',
  async (db) => {
    const folder = await mkdtemp(join(tmpdir(), 'dragoman-older-'))
    const { db: source, close } = await openTestDb()
    try {
      const itemId = await aTranslatedPage(source)
      await mkdir(join(folder, 'archive'))
      const path = join(folder, 'older.tar')
      await writeBackup({ db: source, archiveFolder: join(folder, 'archive'), tool: 'test', now: () => now }, path)
      await makeOlder(path)
      await readBackup({ db, archiveFolder: join(folder, 'restored') }, path)
      const head = (await findHeads(db, [itemId], 'en')).get(itemId)
      assert.deepEqual([head?.title, head?.titleBy, head?.lead], ['Boat', 'M. Okafor', 'The boat came.'])
    } finally {
      await close()
      await rm(folder, { recursive: true, force: true })
    }
  },
)
