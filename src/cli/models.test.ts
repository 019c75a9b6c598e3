import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { installLibrary } from '../translate/engines/local/install-library.ts'
import { listModels } from '../translate/engines/local/list-models.ts'
import { writeTinyModel } from '../translate/engines/local/test-tiny-model.ts'

const isWindows = process.platform === 'win32'

test(
  'the library is asked of npm only on request, by one exact version and without its scripts',
  { skip: isWindows },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dragoman-models-'))
    const npm = join(folder, 'npm')
    await writeFile(npm, `#!/bin/sh\nprintf '%s ' "$@" > "${folder}/asked"\n`)
    await chmod(npm, 0o755)
    assert.equal(await installLibrary(folder, { light: true, npm }), true)
    assert.match(await readFile(join(folder, 'asked'), 'utf8'), /^install --ignore-scripts --omit=optional /)
    const asked = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
      overrides: Record<string, string>
    }
    assert.match(asked.dependencies['@huggingface/transformers'] ?? '', /^\d+\.\d+\.\d+$/)
    assert.match(asked.overrides['onnxruntime-node'] ?? '', /^npm:onnxruntime-web@\d/)
    assert.equal(await installLibrary(folder, { light: false, npm: join(folder, 'no-such-npm') }), false)
    await rm(folder, { recursive: true })
  },
)

test('the models of a folder are listed, whole or not, and the library among them is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-models-'))
  await writeTinyModel(join(folder, 'opus-mt-ar-en'), { dictionary: { وصل: 'arrived' } })
  await writeTinyModel(join(folder, 'Press', 'opus-mt-ru-en'), { dictionary: {}, suffix: '_quantized' })
  await writeTinyModel(join(folder, 'node_modules', 'no-model'), { dictionary: {} })
  await rm(join(folder, 'opus-mt-ar-en', 'onnx', 'encoder_model.onnx'))
  assert.deepEqual(
    listModels(folder).map((model) => [model.name, model.kind === 'found' ? model.precision : model.kind]),
    [
      ['Press/opus-mt-ru-en', 'q8'],
      ['opus-mt-ar-en', 'missing'],
    ],
  )
  assert.deepEqual(listModels(join(folder, 'nowhere')), [])
  await rm(folder, { recursive: true })
})
