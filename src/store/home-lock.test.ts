import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { DeskError } from '../domain/errors.ts'
import { findWorker, lockHome, makeHome } from './home-lock.ts'

async function makeFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-lock-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const saysWhere = (error: unknown): boolean => error instanceof DeskError && error.code === 'bad-config'

test('a home that cannot be made, as on a drive that is not there, is refused in words', async (t) => {
  const folder = await makeFolder(t)
  await symlink(join(folder, 'unplugged'), join(folder, 'drive'))
  await assert.rejects(makeHome(join(folder, 'drive')), saysWhere)
})

test('a home whose lock cannot be opened is out of reach, not in use', async (t) => {
  const home = await makeFolder(t)
  await mkdir(join(home, 'worker.lock'))
  assert.throws(() => lockHome(home), saysWhere)
  assert.equal(findWorker(home), undefined)
})
