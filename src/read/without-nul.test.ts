import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayHoldControls, withoutNul } from './without-nul.ts'

test('a control is seen at every place of every alignment, and nothing else is taken for one', () => {
  const text = new TextEncoder().encode('Harbour\treopens\r\nпорт открыт 港口 ~\u0080\u009f ÿ '.repeat(3))
  for (let offset = 0; offset < 4; offset++) {
    const bytes = new Uint8Array(text.length + offset).subarray(offset)
    bytes.set(text)
    assert.equal(mayHoldControls(bytes), false)
    for (const control of [0, 1, 8, 11, 12, 14, 27, 31, 127]) {
      for (let at = 0; at < bytes.length; at++) {
        const was = bytes[at] ?? 0
        bytes[at] = control
        assert.ok(mayHoldControls(bytes), `${control} at ${at} of ${offset}`)
        bytes[at] = was
      }
    }
  }
  for (const short of [[], [65], [65, 66, 67]]) assert.equal(mayHoldControls(Uint8Array.from(short)), false)
})

test('controls are dropped and feeds become spaces', () => {
  assert.equal(withoutNul('a\0b\u0007c\fd\te\nf\u007f'), 'abc d\te\nf')
})
