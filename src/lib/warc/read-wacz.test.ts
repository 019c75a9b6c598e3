import assert from 'node:assert/strict'
import { generateKeyPairSync, hash, sign } from 'node:crypto'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { bytesAsSource } from '../byte-source.ts'
import { encodeRecord } from './encode-record.ts'
import { openWaczArchive, readWacz } from './read-wacz.ts'
import type { Wacz } from './read-wacz.ts'
import { readRecords } from './read-records.ts'

type Files = Record<string, string | Buffer>

/** A zip file of the simplest kind; text is deflated, bytes are stored. */
function zip(files: Files): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content)
    const method = typeof content === 'string' ? 8 : 0
    const packed = method === 8 ? deflateRawSync(plain) : plain
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt32LE(crc32(plain), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(plain.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, rest, Buffer.from(name)]))
    bodies.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, list, end])
}

const warc = encodeRecord({
  type: 'resource',
  id: '0193d3b0-0000-7000-8000-000000000001',
  date: 0,
  fields: [['WARC-Target-URI', 'https://voix.example/']],
  head: new Uint8Array(0),
  payload: Buffer.from('bonjour'),
  packing: 'fast',
})

const contents: Files = {
  'archive/one.warc': Buffer.from(warc),
  'pages/pages.jsonl':
    '{"format": "json-pages-1.0"}\n{"url": "https://voix.example/", "title": "Voix", "ts": "2026-01-02T03:04:05Z"}\n',
}

function datapackage(files: Files): string {
  const resources = Object.entries(files).map(([path, content]) => {
    const bytes = Buffer.from(content)
    return { name: path, path, hash: `sha256:${hash('sha256', bytes)}`, bytes: bytes.length }
  })
  return JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', title: 'Voices', resources })
}

async function read(files: Files): Promise<Wacz> {
  const reading = await readWacz(bytesAsSource(zip(files)), Date.UTC(2026, 0, 1))
  assert.equal(reading.kind, 'wacz')
  return reading.kind === 'wacz' ? reading.wacz : assert.fail()
}

test('a sound WACZ gives its pages and its records', async () => {
  const files = { ...contents, 'datapackage.json': datapackage(contents) }
  const wacz = await read(files)
  assert.deepEqual(wacz.problems, [])
  assert.equal(wacz.title, 'Voices')
  assert.deepEqual(wacz.pages, [{ url: 'https://voix.example/', title: 'Voix', at: '2026-01-02T03:04:05Z' }])
  const archive = await openWaczArchive(bytesAsSource(zip(files)), wacz.archives[0] ?? '')
  assert.ok(typeof archive !== 'string')
  for await (const finding of readRecords(archive)) assert.equal(finding.kind, 'record')
})

test('a changed, a missing and an unlisted file are each named', async () => {
  const list = datapackage({ ...contents, 'archive/lost.warc': 'x' })
  const { problems } = await read({
    ...contents,
    'pages/pages.jsonl': '{}',
    'archive/extra.warc': 'y',
    'datapackage.json': list,
  })
  for (const name of [/pages\.jsonl has/, /lost\.warc is listed but missing/, /extra\.warc is not listed/]) {
    assert.ok(
      problems.some((problem) => name.test(problem)),
      String(name),
    )
  }
  const other = await read({
    ...contents,
    'archive/one.warc': Buffer.alloc(warc.length),
    'datapackage.json': datapackage(contents),
  })
  assert.ok(other.problems.includes('archive/one.warc does not match its digest.'))
})

test('bytes damaged inside the zip are noticed by their checksum', async () => {
  const file = zip({ ...contents, 'datapackage.json': datapackage(contents) })
  file[file.indexOf('bonjour')] = 0x42
  const reading = await readWacz(bytesAsSource(file), 0)
  assert.ok(reading.kind === 'wacz' && reading.wacz.problems.some((problem) => /checksum/.test(problem)))
})

test('a signature by a key holds until the package list is changed', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const list = datapackage(contents)
  const digest = `sha256:${hash('sha256', list)}`
  const signature = sign('sha256', Buffer.from(digest), privateKey).toString('base64')
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const seal = JSON.stringify({
    path: 'datapackage.json',
    hash: digest,
    signedData: { hash: digest, signature, publicKey: key },
  })
  const sound = await read({ ...contents, 'datapackage.json': list, 'datapackage-digest.json': seal })
  assert.equal(sound.signature.kind, 'holds')
  const changed = await read({ ...contents, 'datapackage.json': `${list} `, 'datapackage-digest.json': seal })
  assert.equal(changed.signature.kind, 'fails')
  assert.ok(changed.problems.length > 0)
  const forged = seal.replace(signature, sign('sha256', Buffer.from('other'), privateKey).toString('base64'))
  const wrong = await read({ ...contents, 'datapackage.json': list, 'datapackage-digest.json': forged })
  assert.equal(wrong.signature.kind, 'fails')
})

test('what is no WACZ is refused with a reason, whatever the bytes', async () => {
  const sound = zip({ ...contents, 'datapackage.json': datapackage(contents) })
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('hello'),
    zip({ 'a.txt': 'a' }),
    sound.subarray(0, sound.length - 30),
  ]) {
    const reading = await readWacz(bytesAsSource(bytes), 0)
    assert.equal(reading.kind, 'not-a-wacz')
  }
  for (let at = 0; at < sound.length; at += 3) {
    const spoilt = Buffer.from(sound)
    spoilt[at] = (spoilt[at] ?? 0) ^ 0xff
    await readWacz(bytesAsSource(spoilt), 0)
  }
})

test('an entry that unpacks to more than it promises is stopped', async () => {
  const file = zip({
    ...contents,
    'datapackage.json': JSON.stringify({ resources: [], wacz_version: '1', filler: ' '.repeat(1 << 20) }),
  })
  const at = file.lastIndexOf('datapackage.json') - 22
  file.writeUInt32LE(10, at)
  const reading = await readWacz(bytesAsSource(file), 0)
  assert.ok(reading.kind === 'not-a-wacz' || reading.wacz.problems.some((problem) => /more bytes than/.test(problem)))
})
