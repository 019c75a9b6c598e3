import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { bytesAsSource } from '../byte-source.ts'
import { checkDigests } from './check-digests.ts'
import { encodeRecord, packRecord } from './encode-record.ts'
import { encodeHttpHead, parseHttpMessage, payloadOf, unchunk } from './parse-http-message.ts'
import { readRecords } from './read-records.ts'
import { unpackRecord } from './unpack-record.ts'
import type { ArchivedRecord, Finding, WarcDraft } from './warc-record.ts'
import { fieldOf } from './warc-record.ts'
import { decodeBase32, encodeBase32 } from './base32.ts'

const id = '0193d3b0-0000-7000-8000-000000000001'

function aResponse(payload: Uint8Array, change: Partial<WarcDraft> = {}): WarcDraft {
  return {
    type: 'response',
    id,
    date: Date.UTC(2026, 10, 21, 7, 55, 12, 345),
    fields: [
      ['WARC-Target-URI', 'https://al-manara.example/خبر'],
      ['Content-Type', 'application/http;msgtype=response'],
    ],
    head: encodeHttpHead('HTTP/1.1 200 OK', [['X-Letter', 'caf\u00e9']]),
    payload,
    packing: 'fast',
    ...change,
  }
}

async function readAll(bytes: Uint8Array, maxContent?: number): Promise<Finding[]> {
  const findings: Finding[] = []
  const options = maxContent === undefined ? {} : { maxContent }
  for await (const finding of readRecords(bytesAsSource(bytes), options)) findings.push(finding)
  return findings
}

function recordsIn(findings: readonly Finding[]): ArchivedRecord[] {
  return findings.flatMap((finding) => (finding.kind === 'record' ? [finding.record] : []))
}

test('what is written is read back byte for byte, whatever the bytes and the packing', async () => {
  for (const size of [0, 1, 1000, 300_000, 9_000_000]) {
    const payload = Buffer.alloc(size)
    for (let at = 0; at < size; at++) payload[at] = (at * at) >> 3
    for (const packing of ['fast', 'none'] as const) {
      const packed = await packRecord(aResponse(payload, { packing }))
      const [record, ...more] = recordsIn(await readAll(packed))
      assert.ok(record && more.length === 0)
      assert.deepEqual(record.place, { offset: 0, length: packed.length })
      assert.deepEqual(
        checkDigests(record).map(({ kind }) => kind),
        ['holds', 'holds'],
      )
      const unpacked = await unpackRecord(packed)
      assert.ok(unpacked.kind === 'record' && Buffer.compare(unpacked.payload, payload) === 0)
    }
  }
})

test('fields, letters beyond ASCII and times to the millisecond survive', async () => {
  const [record] = recordsIn(await readAll(encodeRecord(aResponse(Buffer.from('x')))))
  assert.ok(record)
  assert.equal(record.format, 'WARC/1.1')
  assert.equal(fieldOf(record.fields, 'warc-target-uri'), 'https://al-manara.example/خبر')
  assert.equal(fieldOf(record.fields, 'WARC-Date'), '2026-11-21T07:55:12.345Z')
  assert.deepEqual(parseHttpMessage(record.content)?.headers, [['X-Letter', 'caf\u00e9']])
})

test('a line end in a value cannot begin a field', async () => {
  const draft = aResponse(Buffer.from('x'), {
    fields: [['WARC-Target-URI', 'https://a.example/\r\nWARC-Type: metadata']],
  })
  const [record] = recordsIn(await readAll(encodeRecord(draft)))
  assert.equal(record?.fields.filter(([name]) => name === 'WARC-Type').length, 1)
  assert.deepEqual(parseHttpMessage(encodeHttpHead('HTTP/1.1 200 O\r\nEvil: 1', [['A', 'b\r\nEvil: 2']]))?.headers, [
    ['A', 'b Evil: 2'],
  ])
})

test('each record of a file can be fetched alone by its place', async () => {
  const packed = await Promise.all(['eins', 'zwei', 'drei'].map((text) => packRecord(aResponse(Buffer.from(text)))))
  const file = Buffer.concat(packed)
  for (const [index, record] of recordsIn(await readAll(file)).entries()) {
    const { offset = 0, length = 0 } = record.place ?? {}
    const unpacked = await unpackRecord(file.subarray(offset, offset + length))
    assert.ok(unpacked.kind === 'record')
    assert.equal(Buffer.from(unpacked.payload).toString(), ['eins', 'zwei', 'drei'][index])
  }
})

test('a plain file and a packed one hold the same records', async () => {
  const drafts = ['one', 'two'].map((text) => aResponse(Buffer.from(text)))
  const plain = recordsIn(await readAll(Buffer.concat(drafts.map(encodeRecord))))
  const packed = recordsIn(await readAll(Buffer.concat(await Promise.all(drafts.map(packRecord)))))
  assert.deepEqual(
    plain.map(({ content }) => content.toString()),
    packed.map(({ content }) => content.toString()),
  )
})

test('damage to one record names it and leaves its neighbours readable', async () => {
  const packed = await Promise.all(['one', 'two', 'three'].map((text) => packRecord(aResponse(Buffer.from(text)))))
  const file = Buffer.concat(packed)
  const second = packed[0]?.length ?? 0
  file.fill(0xee, second + 40, second + 60)
  const findings = await readAll(file)
  const payloads = recordsIn(findings).filter((record) => checkDigests(record).every(({ kind }) => kind === 'holds'))
  assert.equal(payloads.length, 2)
  assert.ok(findings.some((finding) => finding.kind === 'damage' && finding.offset === second))
})

test('a checksum that does not match is damage even where everything can be unpacked', async () => {
  const packed = Buffer.from(await packRecord(aResponse(Buffer.from('one'), { packing: 'none' })))
  packed.fill(0, packed.length - 8, packed.length - 4)
  const findings = await readAll(packed)
  assert.match(findings.find((finding) => finding.kind === 'damage')?.reason ?? '', /checksum/)
  assert.equal((await unpackRecord(packed)).kind, 'damaged')
})

test('a file cut at any byte gives its whole records and says that it is cut', async () => {
  const packed = await Promise.all(['one', 'two'].map((text) => packRecord(aResponse(Buffer.from(text)))))
  const file = Buffer.concat(packed)
  const first = packed[0]?.length ?? 0
  for (let end = first + 1; end < file.length; end += 7) {
    const findings = await readAll(file.subarray(0, end))
    assert.ok(findings[0]?.kind === 'record' && findings[0].record.place)
    assert.ok(
      findings.some((finding) => finding.kind === 'damage'),
      `cut at ${end}`,
    )
    assert.ok(
      recordsIn(findings)
        .slice(1)
        .every(({ place }) => place === null),
    )
  }
})

test('a file packed as one gzip member is read in order, with a word on how to mend it', async () => {
  const plain = Buffer.concat(['one', 'two', 'three'].map((text) => encodeRecord(aResponse(Buffer.from(text)))))
  const findings = await readAll(gzipSync(plain))
  assert.equal(recordsIn(findings).length, 3)
  assert.ok(recordsIn(findings).every(({ place }) => place === null))
  assert.match(findings.find((finding) => finding.kind === 'damage')?.reason ?? '', /one gzip member/)
})

test('a wrong Content-Length in a plain file costs one record, not the rest', async () => {
  const wrong = Buffer.from(
    Buffer.from(encodeRecord(aResponse(Buffer.from('first'))))
      .toString('latin1')
      .replace(/Content-Length: (\d+)/, 'Content-Length: 7'),
    'latin1',
  )
  const findings = await readAll(Buffer.concat([wrong, encodeRecord(aResponse(Buffer.from('second')))]))
  assert.match(findings.find((finding) => finding.kind === 'damage')?.reason ?? '', /probably wrong/)
  assert.ok(recordsIn(findings).at(-1)?.content.toString().endsWith('second'))
})

test('a record beyond the limit is passed over by name, and a bomb is not unpacked into memory', async () => {
  const bomb = await packRecord(aResponse(Buffer.alloc(40 << 20)))
  assert.ok(bomb.length < 1 << 20)
  const after = await packRecord(aResponse(Buffer.from('after')))
  const findings = await readAll(Buffer.concat([bomb, after]), 1 << 20)
  assert.match(findings[0]?.kind === 'damage' ? findings[0].reason : '', /passed over/)
  assert.equal(recordsIn(findings).length, 1)
})

test('ARC files are told in the words of WARC, spaces in addresses and bad lengths included', async () => {
  const body = 'HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old'
  const file = [
    'filedesc://old.arc 127.0.0.1 20040101000000 text/plain -1\n1 0 Someone\nURL IP-address Archive-date Content-type Archive-length\n\n',
    `http://old.example/a page 192.0.2.1 20040102030405 text/html ${body.length}\n${body}\n`,
    'http://old.example/lost 192.0.2.1 20040102030405 text/html none\nwhat now\n',
    `http://old.example/b 192.0.2.1 20040102030405 text/html ${body.length}\n${body}\n`,
  ].join('')
  const findings = await readAll(Buffer.from(file))
  const records = recordsIn(findings)
  assert.deepEqual(
    records.map(({ type }) => type),
    ['warcinfo', 'response', 'response'],
  )
  assert.equal(fieldOf(records[1]?.fields ?? [], 'WARC-Target-URI'), 'http://old.example/a%20page')
  assert.equal(fieldOf(records[1]?.fields ?? [], 'WARC-Date'), '2004-01-02T03:04:05Z')
  assert.match(findings.find((finding) => finding.kind === 'damage')?.reason ?? '', /no usable length/)
})

test('what is no archive is said to be none', async () => {
  const cases: [string, RegExp][] = [
    ['', /empty/],
    ['<!doctype html><p>hello', /no WARC or ARC record/],
    ['WARC/1.0\r\nWARC-Type: response', /header does not end/],
  ]
  for (const [text, reason] of cases) {
    const [finding] = await readAll(Buffer.from(text))
    assert.match(finding?.kind === 'damage' ? finding.reason : '', reason)
  }
  const [packed] = await readAll(gzipSync('<!doctype html>'))
  assert.match(packed?.kind === 'damage' ? packed.reason : '', /no WARC or ARC record/)
})

test('noise of any kind ends in a report and never in an exception', async () => {
  let seed = 7
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff)
  const sound = Buffer.concat(await Promise.all(['a', 'b'].map((text) => packRecord(aResponse(Buffer.from(text))))))
  for (let round = 0; round < 200; round++) {
    const file = Buffer.from(round % 2 ? sound : gunzipSync(sound))
    for (let spoilt = 0; spoilt < 5; spoilt++) file[random() % file.length] = random() & 255
    await readAll(file)
  }
})

test('digests in base32, base16 and base64 are all understood, and a wrong one is seen', async () => {
  const text = Buffer.from(encodeRecord(aResponse(Buffer.from('abc')))).toString('latin1')
  const digest = Buffer.from(decodeBase32(/Payload-Digest: sha256:(\S+)/.exec(text)?.[1] ?? '') ?? [])
  const kinds = async (value: string) => {
    const [record] = recordsIn(
      await readAll(Buffer.from(text.replace(/(Payload-Digest: sha256:)\S+/, `$1${value}`), 'latin1')),
    )
    return record && checkDigests(record).map(({ kind }) => kind)[1]
  }
  for (const value of [encodeBase32(digest), digest.toString('hex'), digest.toString('base64')])
    assert.equal(await kinds(value), 'holds')
  assert.equal(await kinds(encodeBase32(Buffer.alloc(32))), 'fails')
})

test('base32 and back is the same, for every length', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 37 + length) & 255))
    assert.deepEqual(Buffer.from(decodeBase32(encodeBase32(bytes)) ?? []), bytes)
  }
})

test('chunks are undone where there are chunks, and broken ones give what was sound', () => {
  const text = (body: string) => {
    const { payload, complete } = unchunk(Buffer.from(body))
    return [Buffer.from(payload).toString(), complete]
  }
  assert.deepEqual(text('4\r\nWiki\r\n5;x=y\r\npedia\r\n0\r\n\r\n'), ['Wikipedia', true])
  assert.deepEqual(text('4\r\nWiki\r\nzz\r\npedia'), ['Wiki', false])
  assert.deepEqual(text('<html> no chunks'), ['<html> no chunks', false])
  const message = parseHttpMessage(
    Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n'),
  )
  assert.ok(message)
  assert.equal(Buffer.from(payloadOf(message)).toString(), 'a')
})
