import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { writeSample } from '../desk/checks/sample-parts.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

let folder = ''
let bad = ''
let sound = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-check-'))
  bad = join(folder, 'bad.txt')
  sound = join(folder, 'sound.txt')
  await writeFile(
    bad,
    writeSample({ image: 'Image: A ferry leaves the old harbor of Lindholm.\nAttribution: CC x 2.0' }),
  )
  await writeFile(sound, writeSample({}))
})

after(() => rm(folder, { recursive: true, force: true }))

async function check(...words: string[]): Promise<{ exit: number; result: string; notes: string }> {
  let result = ''
  let notes = ''
  const out = createOutput(
    { write: (text: string) => (result += text) },
    { write: (text: string) => (notes += text) },
    () => 0,
  )
  const context = { environment: { DRAGOMAN_HOME: join(folder, 'home') }, stop: new AbortController().signal, out }
  const exit = await runCommand(['check', ...words], context)
  return { exit, result, notes }
}

test('findings are printed with line, words, reason and what to do, and are no failure', async () => {
  const { exit, result } = await check(bad)
  assert.equal(exit, 0)
  assert.match(result, /Harbor Town Opens Second Ferry Line to the Islands \(.*bad\.txt\)/)
  assert.match(
    result,
    /line \d+ {2}error {2}licence-unidentifiable\n {4}“CC x 2\.0”\n {4}There is no licence of this name\. Look at/,
  )
  assert.match(result, /1 document checked: 2 errors, \d+ warnings?, 0 for information\./)
})

test('as JSON a finding has check, severity, document, file, line, phrase and why', async () => {
  const { result } = await check(bad, '--json', '--check', 'licence-unidentifiable')
  assert.deepEqual(JSON.parse(result), [
    {
      check: 'licence-unidentifiable',
      severity: 'error',
      document: 'Harbor Town Opens Second Ferry Line to the Islands',
      file: bad,
      line:
        writeSample({})
          .split('\n')
          .findIndex((line) => line.startsWith('Image:')) + 2,
      phrase: 'CC x 2.0',
      why: 'There is no licence of this name.',
    },
  ])
})

test('a sound page has none', async () => {
  const { exit, result } = await check(sound, '--json', '--strict')
  assert.equal(exit, 0)
  assert.deepEqual(JSON.parse(result), [])
})

test('with --strict an error is a failure, and --severity leaves the lesser ones out', async () => {
  const { exit, result } = await check(bad, '--strict', '--severity', 'error', '--json')
  assert.equal(exit, 4)
  for (const { severity } of JSON.parse(result) as { severity: string }[]) assert.equal(severity, 'error')
})

test('a check that does not exist, a level that does not exist and no words at all are refused in words', async () => {
  assert.match((await check(bad, '--check', 'no-such')).notes, /There is no check “no-such”/)
  assert.match((await check(bad, '--severity', 'grave')).notes, /--severity takes error, warning or information/)
  assert.equal((await check()).exit, 2)
})

test('a file that cannot be read is named, and the rest is checked', async () => {
  const { exit, result, notes } = await check(join(folder, 'none.txt'), bad, '--json')
  assert.equal(exit, 14)
  assert.match(notes, /none\.txt: /)
  assert.ok((JSON.parse(result) as unknown[]).length > 0)
})
