// Excerpts go through a backup with everything that was said of them.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changeExcerpt } from '../desk/excerpts/change-excerpt.ts'
import { reanchorExcerpts } from '../desk/excerpts/reanchor-excerpts.ts'
import { aTestPage, aTestVersion, anExcerpt } from '../desk/excerpts/test-pages.ts'
import type { ExcerptId } from '../domain/excerpt.ts'
import { readBackup } from '../store/backup/read-backup.ts'
import { writeBackup } from '../store/backup/write-backup.ts'
import { openDb, type Db } from '../store/db.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { listChecks } from '../store/excerpt-checks.ts'
import { listExcerptTags } from '../store/excerpt-facets.ts'
import { addUse, listUses } from '../store/excerpt-uses.ts'
import { findExcerpt, listExcerptRevisions } from '../store/excerpts.ts'
import { migrate } from '../store/migrate.ts'
import { TEST_NOW } from '../store/test-items.ts'

async function readAll(db: Db, id: ExcerptId) {
  return {
    excerpt: await findExcerpt(db, id),
    revisions: await listExcerptRevisions(db, id),
    checks: await listChecks(db, id),
    uses: await listUses(db, id),
    tags: await listExcerptTags(db),
  }
}

testOnEachDatabase('a backup of any engine brings excerpts back with revisions, looks, uses and tags', async (db) => {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-excerpts-'))
  try {
    const page = await aTestPage(db, 'The minister spoke of two hundred new boats.')
    const { id } = await anExcerpt(db, page, 'two hundred new boats', { tags: ['قوارب', 'boats'], basket: 'Rivers' })
    const later = await aTestVersion(
      db,
      page.itemId,
      'It was removed at the request of the ministry.',
      TEST_NOW + 1_000,
    )
    const signed = { by: 'A. Diallo', at: TEST_NOW }
    await db.transaction().execute(async (tx) => {
      await changeExcerpt(tx, id, { revision: 1, note: 'check “200”' }, signed)
      await reanchorExcerpts(tx, { ...later, itemId: page.itemId }, TEST_NOW)
    })
    await addUse(db, { id: 'u1' as never, excerptId: id, place: 'Briefing', note: null, signedBy: 'A', signedAt: 1 })
    await mkdir(join(folder, 'archive'))
    const path = join(folder, 'desk.tar')
    const tools = { db, archiveFolder: join(folder, 'archive'), tool: 'test', now: () => TEST_NOW }
    await writeBackup(tools, path)
    const restored = await openDb({ kind: 'sqlite', path: join(folder, 'restored.db') })
    await migrate(restored)
    await readBackup({ db: restored, archiveFolder: join(folder, 'restored') }, path)
    const before = await readAll(db, id)
    assert.deepEqual(await readAll(restored, id), before)
    assert.deepEqual([before.excerpt?.anchoring, before.checks.length, before.revisions.length], ['lost', 1, 2])
    await restored.destroy()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
