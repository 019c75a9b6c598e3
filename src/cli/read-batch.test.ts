import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readConfig } from '../config.ts'
import type { Output } from './output.ts'
import { readBatch, type BatchReading } from './read-batch.ts'

const silent: Output = {
  line: () => undefined,
  json: () => undefined,
  progress: () => undefined,
  note: () => undefined,
}

const sentence =
  'The ferry company said on Monday that the night service would return in spring, after two winters without it. '
const page = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(4)}</article></html>`

async function runBatch(files: Record<string, string | Uint8Array>): Promise<Record<string, BatchReading>> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-batch-'))
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
    const outFile = join(folder, 'out.json')
    const config = readConfig({ DRAGOMAN_HOME: folder, DRAGOMAN_READERS: '2' })
    await readBatch({ folder, outFile, config, stop: new AbortController().signal }, silent)
    return JSON.parse(await readFile(outFile, 'utf8')) as Record<string, BatchReading>
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('every page of a folder comes out under its id, packed or not, whatever the others are', async () => {
  const out = await runBatch({
    'ferry.html': page('Night ferry returns'),
    'bridge.html.gz': gzipSync(page('Bridge closed')),
    'torn.html.gz': gzipSync(page('Torn in the middle')).subarray(0, 60),
    'empty.html': '',
    'noise.html': Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
    'notes.md': 'not a page',
  })
  assert.deepEqual(Object.keys(out), ['bridge', 'empty', 'ferry', 'noise', 'torn'])
  assert.equal(out['ferry']?.title, 'Night ferry returns')
  assert.equal(out['bridge']?.title, 'Bridge closed')
  assert.match(out['ferry']?.articleBody ?? '', /two winters without it/)
})

test('a packed page that breaks off gives what there is, and says that there was more', async () => {
  const lines = Array.from({ length: 200 }, (_, at) => `<p>Line ${at ** 3}: ${sentence}</p>`).join('')
  const packed = gzipSync(page('Torn in the middle').replace('</article>', `${lines}</article>`))
  const out = await runBatch({
    'torn.html.gz': packed.subarray(0, Math.floor(packed.length / 2)),
    'good.html.gz': packed,
  })
  assert.equal(out['torn']?.title, 'Torn in the middle')
  assert.match(out['torn']?.notes.join() ?? '', /break off before its end/u)
  assert.doesNotMatch(out['good']?.notes.join() ?? '', /break off/u)
})

test('the address from meta.json counts: a date may stand in nothing else', async () => {
  const out = await runBatch({
    'a.html': page('Night ferry returns'),
    'meta.json': JSON.stringify({ a: { url: 'https://harbour.example/2019/03/14/night-ferry-returns' } }),
  })
  assert.match(out['a']?.published ?? '', /^2019-03-14/)
})

test('an entry of meta.json that tells nothing costs no page its reading', async () => {
  const out = await runBatch({
    'a.html': page('Night ferry returns'),
    'b.html': page('Bridge closed'),
    'c.html': page('Harbour dredged'),
    'meta.json': JSON.stringify({ a: { url: null, captured: 1_700_000_000 }, b: null, c: { url: 'no address' } }),
  })
  assert.deepEqual(
    Object.values(out).map(({ title }) => title),
    ['Night ferry returns', 'Bridge closed', 'Harbour dredged'],
  )
})

test('a broken meta.json and an empty folder are said, not guessed around', async () => {
  await assert.rejects(runBatch({ 'a.html': page('A'), 'meta.json': '[1, 2' }), { code: 'bad-input' })
  await assert.rejects(runBatch({ 'readme.md': 'nothing here' }), { code: 'bad-input' })
})
