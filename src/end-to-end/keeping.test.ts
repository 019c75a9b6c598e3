// What is kept stays kept: backups that restore the whole desk, broken ones that are refused, and a changed byte that is found.

import assert from 'node:assert/strict'
import { mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { WorkSummary } from '../cli/work-through.ts'
import { errorCodes } from '../domain/errors.ts'
import { homePlaces } from '../tools.ts'
import { askRecords } from './ask-records.ts'
import { digestIndex, findContradictions } from './find-contradictions.ts'
import { dragoman, dragomanJson, startDragoman } from './run-dragoman.ts'
import { collectSite } from './unseen-site.ts'

type Verdict = {
  readonly holds: boolean
  readonly failures: readonly { readonly documents: readonly { title: string }[] }[]
}

test('a backup restores the whole desk elsewhere, byte for byte and word for word', async (t) => {
  const { folder, home, settings } = await collectSite(t)
  const file = join(folder, 'desk.tar')
  assert.equal((await dragoman(settings, 'backup', file)).code, 0)
  assert.equal(
    (await dragoman(settings, 'backup', file)).code,
    errorCodes.conflict.exit,
    'nothing is overwritten unasked',
  )
  const backup = await dragomanJson<{ rows: { captures: number } }>(settings, 'backup', file, '--replace')
  assert.equal(backup.rows.captures, 3)

  const other = join(folder, 'other')
  const restored = await dragomanJson<{ home: string; indexed: number }>(settings, 'restore', file, '--home', other)
  assert.deepEqual([restored.home, restored.indexed], [other, 3])
  assert.equal(digestIndex(other), digestIndex(home))
  assert.deepEqual(await findContradictions(other), [])
  const there = { ...settings, DRAGOMAN_HOME: other }
  assert.equal((await dragoman(there, 'verify-archive')).code, 0)
  assert.equal(
    (await dragoman(there, 'restore', file)).code,
    errorCodes.conflict.exit,
    'a home in use by a desk is not restored into',
  )
  assert.equal(
    (await dragomanJson<WorkSummary>(there, 'collect', 'all')).counts.captures,
    3,
    'and it goes on from there',
  )
})

test('a restore that was killed half-way can be begun again; what others left in an archive is not touched', async (t) => {
  const { folder, settings } = await collectSite(t)
  const file = join(folder, 'desk.tar')
  await dragomanJson(settings, 'backup', file)
  const other = join(folder, 'killed')
  const { archive } = homePlaces(other)
  await mkdir(archive, { recursive: true })
  await writeFile(join(archive, 'dragoman-20261121T000000Z-00001.warc.gz'), 'half a file')
  const restore = () => dragoman(settings, 'restore', file, '--home', other)
  assert.equal((await restore()).code, errorCodes.conflict.exit)
  await writeFile(join(other, 'restore-unfinished'), '') // as a kill leaves it
  assert.equal((await restore()).code, 0)
  assert.equal((await dragoman({ ...settings, DRAGOMAN_HOME: other }, 'verify-archive')).code, 0)
})

test('a backup that is cut short or changed is refused, and leaves the home empty', async (t) => {
  const { folder, settings } = await collectSite(t)
  const file = join(folder, 'desk.tar')
  await dragomanJson(settings, 'backup', file)
  const bytes = await readFile(file)
  const changed = Buffer.from(bytes)
  const inArchive = changed.indexOf(Uint8Array.of(0x1f, 0x8b, 8)) + 100
  changed[inArchive] = 1 ^ (changed[inArchive] ?? 0)
  for (const [name, content] of [
    ['cut', bytes.subarray(0, bytes.length / 2)],
    ['changed', changed],
    ['none', Buffer.from('no tar at all')],
  ] as const) {
    const broken = join(folder, `${name}.tar`)
    await writeFile(broken, content)
    const empty = { ...settings, DRAGOMAN_HOME: join(folder, `${name}-home`) }
    const run = await dragoman(empty, 'restore', broken)
    assert.equal(run.code, errorCodes['bad-input'].exit, `${name}: ${run.notes}`)
    assert.equal((await dragomanJson<{ counts: { items: number } }>(empty, 'status')).counts.items, 0)
    assert.equal((await dragoman(empty, 'restore', file)).code, 0, `${name}: the good one can still be restored`)
  }
})

test('one byte changed in a preserved page is found, and the document that rests on it is named', async (t) => {
  const { home, settings } = await collectSite(t)
  const { archive } = homePlaces(home)
  const [file = ''] = (await readdir(archive)).filter((name) => name.endsWith('.warc.gz'))
  const places = askRecords(
    home,
    `select c.warc_offset as at, c.warc_length as length, r.title from captures c
    join readings r on r.capture_id = c.id`,
  )
  for (const { at, length, title } of places) {
    const middle = Number(at) + Math.floor(Number(length) / 2)
    const flip = await flipByte(join(archive, file), middle)
    const verdict = await dragoman(settings, 'verify-archive')
    assert.equal(verdict.code, errorCodes['evidence-fails'].exit)
    assert.ok(verdict.out.includes(`rests on it: ${String(title)}`), verdict.out)
    const told = await dragoman(settings, 'verify-archive', '--json')
    const { holds, failures } = JSON.parse(told.out) as Verdict
    assert.deepEqual([holds, failures[0]?.documents[0]?.title], [false, title])
    await flip.undo()
  }
  assert.equal((await dragoman(settings, 'verify-archive')).code, 0)

  await flipByte(join(archive, file), (await stat(join(archive, file))).size - 10)
  const { ended } = startDragoman(settings, ['verify-archive'])
  assert.equal((await ended).code, errorCodes['evidence-fails'].exit, 'the process says so too')
})

async function flipByte(path: string, at: number): Promise<{ undo(): Promise<void> }> {
  const byte = (await readFile(path))[at] ?? 0
  const write = async (value: number): Promise<void> => {
    const file = await open(path, 'r+')
    await file.write(Uint8Array.of(value), 0, 1, at)
    await file.close()
  }
  await write(byte ^ 1)
  return { undo: () => write(byte) }
}
