import assert from 'node:assert/strict'
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { errorCodes } from '../domain/errors.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

const fixtures = join(import.meta.dirname, '../desk/import/fixtures')

async function makeFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-import-'))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
  return folder
}

async function run(...words: string[]) {
  let [out, notes] = ['', '']
  const output = createOutput({ write: (text) => (out += text) }, { write: (text) => (notes += text) }, () => 0)
  const code = await runCommand(['import', ...words], {
    environment: {},
    stop: new AbortController().signal,
    out: output,
  })
  return { code, out, notes }
}

type Printed = {
  documents: {
    title: string
    file: string
    notes: { oeWatchCrossRefs: { title: string; resolvesTo?: { title: string } }[] }[]
    derived?: unknown
  }[]
}

test('--json prints the documents and nothing else; what one file says of another is found', async (t) => {
  const folder = await makeFolder(t)
  await writeFile(
    join(folder, 'a.txt'),
    'Malanville Waits For Its Trucks\n\n“We wait.”\n\nTrucks waited at the bridge of Malanville through the summer of 2023, as traders told the excerpted weekly of the town.\n\n“We wait,” Le Marché (weekly of Malanville), 5 March 2023.\n\nWe wait, they said.\n',
  )
  await writeFile(
    join(folder, 'b.txt'),
    'Niger Opens Its Bridge\n\n“It is open.”\n\nThe bridge was opened, says the weekly of the other side, after months in which nothing moved.[i]\n\n“It is open,” Le Bac (weekly of Niamey), 4 June 2023.\n\nIt is open.\n\n[i] See: Nadia Perrin, “Malanville Waits for its Trucks,” OE Watch, 03-2023.\n',
  )
  const { code, out } = await run(folder, '--json', '--home', join(folder, 'home'))
  const { documents } = JSON.parse(out) as Printed
  assert.equal(code, 0)
  assert.deepEqual(
    documents.map(({ title }) => title),
    ['Malanville Waits For Its Trucks', 'Niger Opens Its Bridge'],
  )
  assert.equal(documents[1]?.notes[0]?.oeWatchCrossRefs[0]?.resolvesTo?.title, 'Malanville Waits For Its Trucks')
  assert.match(JSON.stringify(documents[0]?.derived), /Nadia Perrin.*2023-03|2023-03.*Nadia Perrin/u)
})

test('--dry-run names documents with sources and notes, and every line left over with its number', async (t) => {
  const folder = await makeFolder(t)
  const { code, out } = await run(join(fixtures, 'old-site.txt'), '--dry-run', '--home', join(folder, 'home'))
  assert.equal(code, 0)
  assert.match(out, /index, lines 1–8: Legacy Articles On Moldova \(5 rows\)/u)
  assert.match(out, /article, lines 40–53: Chad Puts Off Its Census a Third Time \(1 source, 1 note, no image block\)/u)
})

test('bringing the same file in twice changes nothing, under another name too', async (t) => {
  const folder = await makeFolder(t)
  const home = join(folder, 'home')
  const first = await run(join(fixtures, 'stripped.txt'), '--home', home)
  assert.match(first.out, /4 new articles/u)
  await copyFile(join(fixtures, 'stripped.txt'), join(folder, 'again.txt'))
  const second = await run(join(folder, 'again.txt'), '--home', home)
  assert.deepEqual([first.code, second.code], [0, 0])
  assert.match(second.out, /nothing has changed/u)
})

test('files that cannot be read are named with the reason, the rest comes in, and the exit code says so', async (t) => {
  const folder = await makeFolder(t)
  const pages = join(folder, 'pages')
  await mkdir(join(pages, 'none'), { recursive: true })
  await copyFile(join(fixtures, 'repost.txt'), join(pages, 'good.txt'))
  await writeFile(join(pages, 'empty.txt'), '')
  await writeFile(join(pages, 'noise.bin'), Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 91) % 256)))
  await writeFile(join(pages, 'closed.txt'), 'text')
  await chmod(join(pages, 'closed.txt'), 0)
  const { code, out, notes } = await run(
    pages,
    join(folder, 'missing.txt'),
    join(pages, 'none'),
    '--dry-run',
    '--home',
    join(folder, 'home'),
  )
  assert.equal(code, errorCodes['partly-failed'].exit)
  assert.match(out, /commentary, lines 5–19: The Danube Grain Route/u)
  assert.match(notes, /empty\.txt: The file is empty/u)
  assert.match(notes, /noise\.bin: Its bytes are no text/u)
  assert.match(notes, /missing\.txt: It is not there/u)
  assert.match(notes, /none: The folder holds no files/u)
})

test('where nothing can be brought in, the command fails as bad input; without words, as bad usage', async (t) => {
  const folder = await makeFolder(t)
  assert.equal(
    (await run(join(folder, 'missing.txt'), '--home', join(folder, 'home'))).code,
    errorCodes['bad-input'].exit,
  )
  assert.equal((await run()).code, errorCodes['bad-usage'].exit)
})

test('the bank account of a repost is in no output', async (t) => {
  const folder = await makeFolder(t)
  const { out } = await run(join(fixtures, 'repost.txt'), '--json', '--home', join(folder, 'home'))
  assert.doesNotMatch(out, /EE38/u)
})

test('the help names the exit codes: one when some of the files come in, another when none does', async () => {
  const { out } = await run('--help')
  assert.match(out, new RegExp(`exit code is then ${errorCodes['partly-failed'].exit};`, 'u'))
  assert.match(out, new RegExp(`nothing can be read it is ${errorCodes['bad-input'].exit}\\.`, 'u'))
})
