import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { exportMemory, importMemory } from './exchange-memory.ts'
import { readTmx, writeTmx, type TmxUnit } from './tmx.ts'
import { findExact, teachMemory } from './translation-memory.ts'

const bytes = (text: string): Uint8Array[] => {
  const all = new TextEncoder().encode(text)
  return Array.from({ length: Math.ceil(all.length / 7) }, (_, at) => all.subarray(at * 7, at * 7 + 7))
}
const read = (chunks: Iterable<Uint8Array>): Promise<TmxUnit[]> => Array.fromAsync(readTmx(chunks))
const wrap = (body: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<tmx version="1.4"><header srclang="ar"/><body>${body}</body></tmx>`
const tu = (source: string, target: string): string =>
  `<tu><tuv xml:lang="ar"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu>`

test('what is written is read again, whatever the letters', async () => {
  const units: TmxUnit[] = [
    {
      from: 'ar',
      to: 'en',
      source: 'قال <نعم> & "لا"',
      target: 'He said <yes> & "no"',
      state: 'human',
      origin: 'M. "O" Okafor',
    },
    {
      from: 'zh-Hant',
      to: 'en',
      source: '部長😀',
      target: "the minister's\u2028line",
      state: 'machine-reviewed',
      origin: null,
    },
  ]
  const text = (await Array.fromAsync(writeTmx(units, 'dragoman 1.0'))).join('')
  assert.deepEqual(
    await read(bytes(text)),
    units.map((unit) => ({ ...unit, target: unit.target.replace('\u2028', ' ') })),
  )
})

test('inline codes are no words, more languages are more units, and UTF-16 is read', async () => {
  const body =
    '<tu><tuv lang="AR"><seg>وصل <bpt i="1">&lt;b></bpt>القارب<ept i="1">&lt;/b></ept></seg></tuv><tuv xml:lang="en"><seg>The <hi>boat</hi> came</seg></tuv><tuv xml:lang="fr"><seg>Le bateau</seg></tuv></tu>'
  const units = await read([new Uint8Array(Buffer.from(`\ufeff${wrap(body)}`, 'utf16le'))])
  assert.deepEqual(
    units.map(({ to, source, target }) => [to, source, target]),
    [
      ['en', 'وصل القارب', 'The boat came'],
      ['fr', 'وصل القارب', 'Le bateau'],
    ],
  )
})

test('a hostile file costs no more than its length and says nothing it does not say', async () => {
  const bomb = '<!DOCTYPE tmx [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const [unit] = await read(bytes(wrap(tu('نعم', 'yes &b; &x;'), bomb)))
  assert.equal(unit?.target, 'yes &b; &x;')
  const deep = '<hi>'.repeat(50_000)
  assert.equal((await read(bytes(wrap(tu(`نعم ${deep}`, 'yes'))))).length, 0)
  assert.deepEqual(await read(bytes('<tmx><body><tu><tuv xml:lang="ar"><seg>half')), [])
  assert.deepEqual(await read(bytes('not xml at all << & <tu')), [])
  assert.deepEqual(await read(bytes(wrap(tu('نعم', 'y'.repeat(300_000))))), [])
  assert.deepEqual(
    await read(bytes(wrap('<tu><tuv xml:lang="../x"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>'))),
    [],
  )
})

test('a file is read as it comes: its size is not held in memory', async () => {
  const unit = new TextEncoder().encode(tu('وصل القارب إلى الميناء', 'The boat came to the port').repeat(400))
  function* chunks(): Generator<Uint8Array> {
    yield new TextEncoder().encode('<tmx><header srclang="ar"/><body>')
    for (let at = 0; at < 100; at++) yield unit
  }
  let count = 0
  for await (const _ of readTmx(chunks())) count += 1
  assert.equal(count, 40_000)
})

testOnEachDatabase('a memory goes out and in again, without unread machine words', async (db) => {
  await teachMemory(
    db,
    { from: 'ar', to: 'en' },
    [{ source: 'وصل القارب', target: 'The boat came', state: 'human', origin: 'M. Okafor' }],
    1,
  )
  const text = (await Array.fromAsync(exportMemory(db, 'dragoman 1.0'))).join('')
  const more = text.replace(
    '</body>',
    `<tu><prop type="x-state">machine</prop><tuv xml:lang="ar"><seg>سفينة</seg></tuv><tuv xml:lang="en"><seg>ship</seg></tuv></tu></body>`,
  )
  const counts = { units: 2, passedOver: 1, fresh: 0, changed: 0, same: 1, pairs: [{ from: 'ar', to: 'en', units: 2 }] }
  const bring = (dryRun: boolean) => importMemory(db, bytes(more), { file: 'a.tmx', now: 2, dryRun })
  assert.deepEqual(await bring(true), { ...counts, learnt: 0 })
  assert.deepEqual(await bring(false), { ...counts, learnt: 1 })
  const found = await findExact(db, { from: 'ar', to: 'en' }, ['وصل القارب', 'سفينة'])
  assert.deepEqual([found.size, found.get('وصل القارب')?.origin], [1, 'M. Okafor'])
})
