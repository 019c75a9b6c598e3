import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { LONGEST_LINE, splitLines } from './split-lines.ts'

async function split(pieces: readonly (Uint8Array | string)[]): Promise<string[]> {
  return (await Array.fromAsync(splitLines(Readable.from(pieces)))).flat()
}

const text = '\ufeffپل قدیمی\r\n\nThe old bridge\0\n旧桥 🌉\nno end'
const lines = ['پل قدیمی', '', 'The old bridge\0', '旧桥 🌉', 'no end']

test('lines are the same wherever the bytes are cut, and a last line needs no line end', async () => {
  const bytes = Buffer.from(text)
  for (let at = 0; at <= bytes.length; at++)
    assert.deepEqual(await split([bytes.subarray(0, at), bytes.subarray(at)]), lines, `cut at ${at}`)
  assert.deepEqual(await split(Array.from(bytes, (byte) => Uint8Array.of(byte))), lines)
  assert.deepEqual(await split(['one\n']), ['one'])
  assert.deepEqual(await split([]), [])
})

test('an endless line is cut and takes no more memory than its piece, and the next line is whole', async () => {
  const piece = Buffer.alloc(2 ** 16, 'a')
  const found = await split([...Array.from({ length: 500 }, () => piece), '\nnext\n'])
  assert.deepEqual(
    found.map(({ length }) => length),
    [LONGEST_LINE, 4],
  )
})

test('bytes that are not UTF-8 cost their own letters and nothing else', async () => {
  assert.deepEqual(await split([Uint8Array.of(0x61, 0xff, 0x62, 0x0a, 0x63, 0xe2)]), ['a\ufffdb', 'c\ufffd'])
})
