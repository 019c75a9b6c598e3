import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findLibrary } from './local/find-library.ts'
import { writeTinyModel } from './local/test-tiny-model.ts'
import { localModel, type LocalDoor } from './local.ts'

/** `npm test` installs the library there, apart from what Dragoman itself needs. */
const libraryHome = join(import.meta.dirname, '../../../node_modules/.dragoman-models')
const hasLibrary = findLibrary([libraryHome]) !== null
const skip = hasLibrary ? false : 'the library of local models is not installed here: npm test does it, with a network'

const dictionary = { وصل: 'arrived', القارب: 'the-boat', إلى: 'to', الميناء: 'port', غادر: 'left' }
const request = { segments: ['وصل القارب', 'غادر القارب الميناء', 'وصل القارب إلى الميناء'], from: 'ar', to: 'en' }
const said = ['arrived the-boat', 'left the-boat port', 'arrived the-boat to port']

const folder = await mkdtemp(join(tmpdir(), 'dragoman-models-'))
await writeTinyModel(join(folder, 'opus-mt-ar-en'), { dictionary })
after(() => rm(folder, { recursive: true }))

const open = (change: Partial<LocalDoor> = {}, model?: string) =>
  localModel({ engine: 'local', folder, model }, { timeoutMs: 20_000, idleMs: 50, libraries: [libraryHome], ...change })

async function reasonOf(engine: ReturnType<typeof localModel>, asked = request): Promise<string> {
  const answer = await engine.translate(asked)
  return answer.kind === 'translated' ? answer.targets.join('|') : `${answer.kind}: ${answer.reason}`
}

test('a model in a folder truly translates, each sentence by itself, by the real library', { skip }, async () => {
  const engine = open()
  assert.equal(await reasonOf(engine), said.join('|'))
  assert.equal(await reasonOf(engine, { ...request, segments: ['غادر القارب'] }), 'left the-boat')
})

test('a quantised model is found by the names of its files', { skip }, async () => {
  await writeTinyModel(join(folder, 'small'), { dictionary, suffix: '_quantized' })
  assert.equal(await reasonOf(open({}, 'small')), said.join('|'))
})

test('the desk goes on while a model works, and a model that takes too long is stopped', { skip }, async () => {
  let ticks = 0
  const clock = setInterval(() => (ticks += 1), 5)
  assert.equal(await reasonOf(open()), said.join('|'))
  clearInterval(clock)
  assert.ok(ticks > 3, 'loading and translating did not hold this thread')

  const slow = open({ timeoutMs: 1 })
  assert.match(await reasonOf(slow), /^too-large: .*longer than 0 s/, 'half as many may do')
  assert.match(await reasonOf(slow, { ...request, segments: ['وصل'] }), /^away: .*was stopped/)
})

test('a broken file of a model is told as that, and nothing is asked of anybody afar', { skip }, async () => {
  const broken = join(folder, 'broken')
  await writeTinyModel(broken, { dictionary })
  await truncate(join(broken, 'onnx', 'encoder_model.onnx'), 40)
  assert.match(await reasonOf(open({}, 'broken')), /^refused: The model “broken” cannot be loaded/)
  await writeFile(join(broken, 'tokenizer.json'), '{"model":')
  assert.match(await reasonOf(open({}, 'broken')), /^refused: The model “broken” cannot be loaded/)
  await rm(join(broken, 'tokenizer.json'))
  assert.match(await reasonOf(open({}, 'broken')), /^refused: The model “broken” in .* has no tokenizer\.json/)
})

test('what is missing is said: folder, model, its graphs, memory, and the library with how to get it', async () => {
  assert.match(await reasonOf(localModel({ engine: 'local' }, { timeoutMs: 1 })), /No folder/)
  assert.match(await reasonOf(open(), { ...request, from: 'fr' }), /^unsupported: .*no model “opus-mt-fr-en”/)
  assert.match(await reasonOf(open({}, '../../etc')), /no name/)
  await mkdir(join(folder, 'half', 'onnx'), { recursive: true })
  for (const name of ['config.json', 'tokenizer.json']) await writeFile(join(folder, 'half', name), '{}')
  assert.match(await reasonOf(open({}, 'half')), /not whole: onnx\/ must hold/)
  const alone = await mkdtemp(join(tmpdir(), 'dragoman-no-library-'))
  await writeTinyModel(join(alone, 'opus-mt-ar-en'), { dictionary })
  const bare = localModel({ engine: 'local', folder: alone }, { timeoutMs: 1_000 })
  assert.match(await reasonOf(bare), /not installed in .*dragoman models --install/)
  await rm(alone, { recursive: true })
})

test('a model that memory has no room for is not loaded', { skip }, async () => {
  assert.match(await reasonOf(open({ availableMemory: () => 1_000_000 })), /^refused: .*needs \d+ MB of memory more/)
})

test('the model that we make is the same every time, and small', async () => {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')]
  await writeTinyModel(one, { dictionary })
  await writeTinyModel(other, { dictionary })
  for (const file of ['onnx/encoder_model.onnx', 'onnx/decoder_model_merged.onnx', 'tokenizer.json', 'config.json']) {
    const bytes = await readFile(join(one, file))
    assert.deepEqual(bytes, await readFile(join(other, file)))
    assert.ok(bytes.length < 5_000, file)
  }
})
