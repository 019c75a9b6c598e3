import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPictureText } from './read-picture.ts'

test(
  'a picture goes to the program, and what it says is the text',
  { skip: process.platform === 'win32' },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'dragoman-picture-'))
    t.after(() => rm(folder, { recursive: true, force: true }))
    const program = join(folder, 'reads-pictures')
    await writeFile(program, '#!/bin/sh\nbytes=$(wc -c)\necho "read $bytes bytes from $1 to $2"\n')
    await chmod(program, 0o755)
    assert.match(
      (await readPictureText(new Uint8Array(70_000), program)) ?? '',
      /read +70000 bytes from stdin to stdout/u,
    )
  },
)

test('without such a program there is no text, and no failure', async () => {
  assert.equal(await readPictureText(new Uint8Array(10), '/nowhere/tesseract'), null)
})
