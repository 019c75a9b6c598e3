import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { handMade } from '../understand/copies/fixtures/hand-made.ts'
import { findCopies, type CopiesReport } from './find-copies.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

async function run(lines: readonly string[], stop = new AbortController().signal): Promise<CopiesReport> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-copies-test-'))
  try {
    const path = join(folder, 'press.jsonl')
    writeFileSync(path, lines.join('\n'))
    return await findCopies({ path, withChanges: true, stop, onProgress: () => {} })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const lines = handMade.map(({ document: { published, ...document } }) =>
  JSON.stringify({ ...document, published: new Date(published?.at ?? 0).toISOString() }),
)

test('a file gives its groups, with what each copy changed, and the bad lines by number', async () => {
  const report = await run([
    '\ufeff' + lines[0],
    '{"broken',
    ...lines.slice(1),
    '',
    '{"id":"no text"}',
    lines[3] ?? '',
    '\u0000\u0001',
    '123',
  ])
  assert.equal(report.documents, handMade.length)
  assert.deepEqual(
    report.bad.map(({ line }) => line),
    [2, lines.length + 3, lines.length + 4, lines.length + 5, lines.length + 6],
  )
  assert.match(report.bad[2]?.reason ?? '', /has come before/)
  const found = report.groups.flatMap(({ original, copies }) => copies.map(({ id }) => [id, original]))
  const wanted = handMade.flatMap(({ document, of }) => (of ? [[document.id, of.id]] : []))
  assert.deepEqual([...found].sort(), [...wanted].sort())
  const edited = report.groups.flatMap(({ copies }) => copies).find(({ id }) => id === 'jiangbian-wang.example/xiehong')
  assert.deepEqual(
    edited?.changes?.altered.flatMap(({ words }) => words),
    [{ dropped: '4600', added: '6400' }],
  )
})

test('documents without a language are told apart by their text', async () => {
  const bare = handMade
    .filter(({ event }) => event === 'bridge')
    .map(({ document: { id, text, published } }) => JSON.stringify({ id, text, published: published?.at }))
  const { groups } = await run(bare)
  assert.deepEqual(groups.flatMap(({ copies }) => copies.map(({ kind }) => kind)).sort(), ['translation', 'wire-copy'])
})

test('a stopped run says so', async () => {
  const report = await run(lines, AbortSignal.abort())
  assert.equal(report.stopped, true)
  assert.deepEqual(report.groups, [])
})

test('a file without a single document is bad input, with the reasons', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-copies-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'noise.jsonl')
  writeFileSync(path, 'no json\n{"id": 3}\n')
  let notes = ''
  const out = createOutput({ write: () => undefined }, { write: (text) => (notes += text) }, () => 0)
  const code = await runCommand(['copies', path], { environment: {}, stop: new AbortController().signal, out })
  assert.equal(code, 4)
  assert.match(notes, /Line 1 was passed over: it is no JSON[^]*Line 2[^]*“text” is missing or of a wrong kind/u)
  assert.match(notes, /no document that can be compared/u)
})
