import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test, type TestContext } from 'node:test'
import { openLineJudge } from './judge-stream.ts'
import { createOutput } from './output.ts'
import { runCommand } from './run.ts'

const written = {
  fa: 'وزارت راه اعلام کرد که پل قدیمی تا پایان این ماه به روی خودروها بسته می‌شود.',
  ckb: 'وەزارەتی گواستنەوە ڕایگەیاند کە پردە کۆنەکە هەتا کۆتایی ئەم مانگە بۆ ئۆتۆمبێل دادەخرێت.',
  'zh-Hant': '交通部昨天宣布，舊橋將對汽車關閉到月底。',
  en: 'The ministry said yesterday that the old bridge would be closed to cars until the end of the month.',
}
const codes = Object.keys(written)
const all = Object.values(written).join('\n')

async function fileOf(t: TestContext, content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-language-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'lines.txt'), content)
  return join(folder, 'lines.txt')
}

async function run(...words: string[]) {
  let [out, notes] = ['', '']
  const output = createOutput({ write: (text) => (out += text) }, { write: (text) => (notes += text) }, () => 0)
  const context = { environment: {}, stop: new AbortController().signal, out: output }
  const code = await runCommand(['language', ...words], context)
  return { code, notes, rows: out.split('\n').slice(0, -1) }
}

test('each line gets a line: a BCP 47 code, a tab and a probability', async (t) => {
  const { code, notes, rows } = await run(await fileOf(t, all))
  assert.deepEqual([code, notes], [0, ''])
  assert.deepEqual(
    rows.map((row) => row.split('\t')[0]),
    codes,
  )
  for (const row of rows) assert.match(row, /^[a-zA-Z-]+\t(?:1|0\.\d{1,3})$/)
})

test('with --json each line is JSON, with --plain a code of ISO 639 without script or region', async (t) => {
  const file = await fileOf(t, `${all}\nولسوال گفت که پوهنتون و شفاخانه در ولسوالی ساخته می‌شود.`)
  const { rows } = await run(file, '--json', '--plain')
  const said = rows.map((row) => JSON.parse(row) as { language: string; probability: number })
  assert.deepEqual(
    said.map(({ language }) => language),
    ['fa', 'ckb', 'zh', 'en', 'prs'],
  )
  assert.ok(said.every(({ probability }) => probability > 0 && probability <= 1))
})

test('lines without letters, with NUL or with bytes that are no text are unknown, and shift no other line', async (t) => {
  const bytes = Buffer.concat([
    Buffer.from('\n  \n12.05.2026\n\0\0\n'),
    Buffer.of(0xff, 0xfe, 0x0a),
    Buffer.from(written.en),
  ])
  const { rows } = await run(await fileOf(t, bytes))
  assert.deepEqual(rows.slice(0, 5), Array(5).fill('und\t0'))
  assert.match(rows[5] ?? '', /^en\t/)
})

test('a file that is missing, or is a folder, is named, and the others are read', async (t) => {
  const file = await fileOf(t, written.en)
  const { code, notes, rows } = await run(join(file, '..', 'none.txt'), join(file, '..'), file)
  assert.equal(rows.length, 1)
  assert.equal(code, 14)
  assert.match(notes, /none\.txt is not there/)
  assert.equal((await run(join(file, '..', 'none.txt'))).code, 4)
})

test('threads give the answers of one thread, in the order of the lines', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => Object.values(written)[(at * 7) % 4] ?? '')
  const answers = async (threads: number): Promise<string[]> => {
    const judge = openLineJudge(threads)
    const found: string[] = []
    await judge.judge(Readable.from(lines.map((line) => Buffer.from(`${line}\n`))), (piece) => {
      found.push(...piece.answers.map(({ language }) => language))
      return true
    })
    await judge.close()
    return found
  }
  const expected = lines.map((line) => codes[Object.values(written).indexOf(line)] ?? '')
  assert.deepEqual(await answers(2), expected)
  assert.deepEqual(await answers(0), expected)
})

test('input is read no faster than it is judged, and no further than it is wanted', async () => {
  let given = 0
  function* endless() {
    for (;;) {
      given++
      yield Buffer.from(`${written.en}\n`.repeat(300))
    }
  }
  const judge = openLineJudge(1)
  let taken = 0
  await judge.judge(Readable.from(endless(), { highWaterMark: 1 }), () => {
    taken++
    assert.ok(given - taken < 10, `${given} pieces read, ${taken} judged`)
    return taken < 5
  })
  await judge.close()
  assert.ok(given < 20)
})

test('a line is answered before the next one comes, and a reader who leaves ends the work', async () => {
  const main = join(import.meta.dirname, '../main.ts')
  const child = spawn(process.execPath, [main, 'language'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.on('error', () => undefined)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  child.stdin.write(`${written.en}\n`)
  const [answer] = await Array.fromAsync(child.stdout.take(1))
  assert.match(String(answer), /^en\t/)
  child.stdout.destroy()
  const more = Buffer.from(`${written.en}\n`.repeat(1000))
  const feeding = setInterval(() => child.stdin.write(more), 5)
  assert.equal(await ended, 0)
  clearInterval(feeding)
})
