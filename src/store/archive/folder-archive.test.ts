import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, open, readFile, readdir, rm, stat, truncate } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import type { ArchivePlace } from '../../domain/capture.ts'
import { DeskError } from '../../domain/errors.ts'
import { readRecords } from '../../lib/warc/read-records.ts'
import { unpackRecord } from '../../lib/warc/unpack-record.ts'
import type { WarcDraft } from '../../lib/warc/warc-record.ts'
import type { Archive } from './archive.ts'
import type { OpenFile } from './archive-writer.ts'
import { openFolderArchive } from './folder-archive.ts'
import type { FolderArchiveOptions, OpenedArchive } from './folder-archive.ts'

async function aFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

let records = 0
const newRecordId = () => `0193d3b0-0000-7000-8000-${String(++records).padStart(12, '0')}`

function openArchive(folder: string, change: Partial<FolderArchiveOptions> = {}): Promise<OpenedArchive> {
  const now = () => Date.UTC(2026, 10, 21, 7, 55, 12)
  return openFolderArchive({ folder, acknowledged: new Map(), tool: 'dragoman 0', now, newRecordId, ...change })
}

function aRecord(text: string): WarcDraft {
  const fields: [string, string][] = [['WARC-Target-URI', 'https://paper.example/']]
  return {
    type: 'resource',
    id: newRecordId(),
    date: 0,
    fields,
    head: Buffer.alloc(0),
    payload: Buffer.from(text),
    packing: 'fast',
  }
}

async function textAt(archive: Archive, place: ArchivePlace | undefined): Promise<string> {
  assert.ok(place)
  const unpacked = await unpackRecord(await archive.read(place))
  return unpacked.kind === 'record' ? Buffer.from(unpacked.payload).toString() : unpacked.reason
}

function endOf(places: readonly ArchivePlace[]): Map<string, number> {
  const ends = new Map<string, number>()
  for (const { file, offset, length } of places) ends.set(file, Math.max(ends.get(file) ?? 0, offset + length))
  return ends
}

async function auditFile(archive: Archive, file: string): Promise<{ records: number; damage: number }> {
  return archive.readFile(file, async (source) => {
    const count = { records: 0, damage: 0 }
    for await (const finding of readRecords(source)) count[finding.kind === 'record' ? 'records' : 'damage']++
    return count
  })
}

test('records written together lie together, and each is read back from its place', async (t) => {
  const { archive } = await openArchive(await aFolder(t))
  const places = await archive.append([aRecord('one'), aRecord('two'), aRecord('three')])
  assert.deepEqual(await Promise.all(places.map((place) => textAt(archive, place))), ['one', 'two', 'three'])
  for (const [index, place] of places.slice(1).entries()) {
    const before = places[index]
    assert.ok(before && place.file === before.file && place.offset === before.offset + before.length)
  }
  await archive.close()
})

test('a file that has reached its size is followed by a new one, and the next start goes on with the last', async (t) => {
  const folder = await aFolder(t)
  const first = await openArchive(folder, { maxFileBytes: 1000 })
  const places: ArchivePlace[] = []
  for (let count = 0; count < 6; count++) places.push(...(await first.archive.append([aRecord(`page ${count}`)])))
  await first.archive.close()
  const before = await first.archive.list()
  assert.ok(before.length > 1)

  const second = await openArchive(folder, { maxFileBytes: 100_000, acknowledged: endOf(places) })
  assert.deepEqual(second.findings, [])
  const [more] = await second.archive.append([aRecord('after the restart')])
  assert.equal(more?.file, before.at(-1)?.file)
  for (const [index, place] of places.entries()) assert.equal(await textAt(second.archive, place), `page ${index}`)
  for (const { file } of await second.archive.list()) assert.equal((await auditFile(second.archive, file)).damage, 0)
  await second.archive.close()
})

/** Opens real files, and tells of or spoils what is done to them. */
function watchFiles(change: (handle: FileHandle) => void): OpenFile {
  return async (path, flags) => {
    const handle = await open(path, flags)
    if (path.endsWith('.gz')) change(handle)
    return handle
  }
}

test('captures that arrive together share the syncs of the disk', async (t) => {
  let syncs = 0
  const openFile = watchFiles((handle) => {
    const sync = handle.datasync.bind(handle)
    handle.datasync = () => {
      syncs++
      return sync()
    }
  })
  const { archive } = await openArchive(await aFolder(t), { openFile })
  const places = await Promise.all(
    Array.from({ length: 100 }, (_, index) => archive.append([aRecord(`page ${index}`)])),
  )
  assert.ok(syncs < 20, `${syncs} syncs`)
  for (const [index, [place]] of places.entries()) assert.equal(await textAt(archive, place), `page ${index}`)
  await archive.close()
})

test('a full disk is told as such, leaves no trace, and writing goes on when there is room again', async (t) => {
  let room = Number.POSITIVE_INFINITY
  const openFile = watchFiles((handle) => {
    const write = handle.write.bind(handle) as (bytes: Uint8Array, ...rest: number[]) => Promise<unknown>
    const limited = async (bytes: Uint8Array, from: number, length: number, position: number) => {
      if (room <= 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      const part = Math.min(length, room)
      room -= part
      return write(bytes, from, part, position)
    }
    handle.write = limited as FileHandle['write']
  })
  const { archive } = await openArchive(await aFolder(t), { openFile })
  const [kept] = await archive.append([aRecord('kept')])
  const [before] = await archive.list()
  room = 100
  const isDiskFull = (error: unknown) => error instanceof DeskError && error.code === 'disk-full'
  await assert.rejects(
    archive.append([aRecord('no room for this one, nor for its neighbour'), aRecord('x')]),
    isDiskFull,
  )
  assert.deepEqual(await archive.list(), [before])
  room = Number.POSITIVE_INFINITY
  const [later] = await archive.append([aRecord('later')])
  assert.equal(await textAt(archive, kept), 'kept')
  assert.equal(await textAt(archive, later), 'later')
  assert.deepEqual(await auditFile(archive, kept?.file ?? ''), { records: 3, damage: 0 })
  await archive.close()
})

test('no room for even a new file leaves no file behind', async (t) => {
  const folder = await aFolder(t)
  const full = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
  const { archive } = await openArchive(folder, {
    openFile: watchFiles((handle) => (handle.write = full as FileHandle['write'])),
  })
  await assert.rejects(archive.append([aRecord('x')]), { code: 'disk-full' })
  assert.deepEqual(await readdir(folder), [])
  await archive.close()
})

test('what was written but never acknowledged is cut off at the next start, set aside and reported', async (t) => {
  const folder = await aFolder(t)
  const first = await openArchive(folder)
  const kept = await first.archive.append([aRecord('acknowledged')])
  const [orphan] = await first.archive.append([aRecord('nobody was told')])
  await first.archive.close()
  await appendFile(join(folder, orphan?.file ?? ''), 'torn')

  const second = await openArchive(folder, { acknowledged: endOf(kept) })
  const [finding] = second.findings
  assert.ok(finding?.kind === 'tail-cut' && finding.from === orphan?.offset && finding.bytes === orphan.length + 4)
  assert.equal((await readFile(join(folder, finding.keptAs))).length, finding.bytes)
  const [place] = await second.archive.append([aRecord('next')])
  assert.equal(place?.offset, orphan?.offset)
  assert.equal(await textAt(second.archive, kept[0]), 'acknowledged')
  assert.equal((await auditFile(second.archive, place?.file ?? '')).damage, 0)
  await second.archive.close()
})

test('a file nobody was told of is set aside whole', async (t) => {
  const folder = await aFolder(t)
  const first = await openArchive(folder)
  await first.archive.append([aRecord('nobody was told')])
  await first.archive.close()
  const second = await openArchive(folder)
  assert.equal(second.findings[0]?.kind, 'tail-cut')
  assert.deepEqual(await second.archive.list(), [])
  await second.archive.close()
})

test('a database older than the archive does not make it throw away old files', async (t) => {
  const folder = await aFolder(t)
  const first = await openArchive(folder, { maxFileBytes: 1 })
  for (let count = 0; count < 5; count++) await first.archive.append([aRecord(`page ${count}`)])
  await first.archive.close()
  const second = await openArchive(folder)
  assert.deepEqual(
    second.findings.map(({ kind }) => kind),
    ['unclaimed', 'unclaimed', 'unclaimed', 'tail-cut', 'tail-cut'],
  )
  assert.equal((await second.archive.list()).length, 3)
  await second.archive.close()
})

test('acknowledged bytes that are gone are reported, and their file is not written again', async (t) => {
  const folder = await aFolder(t)
  const first = await openArchive(folder)
  const places = await first.archive.append([aRecord('one'), aRecord('two')])
  await first.archive.close()
  const file = places[0]?.file ?? ''
  await truncate(join(folder, file), (await stat(join(folder, file))).size - 10)
  const second = await openArchive(folder, { acknowledged: endOf(places) })
  assert.equal(second.findings[0]?.kind, 'missing')
  const [place] = await second.archive.append([aRecord('three')])
  assert.notEqual(place?.file, file)
  await assert.rejects(second.archive.read(places[1] ?? assert.fail()), { code: 'evidence-fails' })
  await assert.rejects(second.archive.read({ file, offset: 0, length: 1e15 }), { code: 'evidence-fails' })
  await assert.rejects(second.archive.read({ file: '../secret', offset: 0, length: 1 }), { code: 'not-found' })
  await second.archive.close()
})

const WRITER = `
  import { openFolderArchive } from ${JSON.stringify(new URL('folder-archive.ts', import.meta.url).href)}
  const { archive } = await openFolderArchive({ folder: process.argv[1], acknowledged: new Map(), tool: 't', now: Date.now, newRecordId: () => crypto.randomUUID(), maxFileBytes: 40000 })
  const write = async (name) => {
    for (let count = 0; ; count++) {
      const payload = Buffer.from(name + ' ' + count + ' ' + 'x'.repeat(count % 3000))
      const record = { type: 'resource', id: crypto.randomUUID(), date: 0, fields: [], head: new Uint8Array(0), payload, packing: 'none' }
      const [place] = await archive.append([record])
      process.stdout.write(JSON.stringify([place, name + ' ' + count]) + '\\n')
    }
  }
  for (const name of ['a', 'b', 'c']) void write(name)
`

test('killed at any moment, the archive keeps all that was acknowledged and is sound again after a start', async (t) => {
  for (const lines of [1, 7, 40]) {
    const folder = await aFolder(t)
    const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    for await (const piece of child.stdout) {
      output += String(piece)
      if (output.split('\n').length > lines) break
    }
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const told = output
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as [ArchivePlace, string])
    assert.ok(told.length >= lines)
    const { archive, findings } = await openArchive(folder, { acknowledged: endOf(told.map(([place]) => place)) })
    assert.ok(findings.every(({ kind }) => kind === 'tail-cut'))
    for (const [place, name] of told) assert.ok((await textAt(archive, place)).startsWith(name))
    await archive.append([aRecord('after')])
    for (const { file } of await archive.list()) assert.equal((await auditFile(archive, file)).damage, 0)
    await archive.close()
  }
})
