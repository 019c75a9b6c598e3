import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextOpening } from './policy.ts'

const at = (text: string): number => Date.parse(text)
const opening = (hours: Parameters<typeof nextOpening>[0], now: string) => {
  const next = nextOpening(hours, at(now))
  return next === null ? 'open' : new Date(next).toISOString()
}

test('hours are those of the outlet’s own clock, also over midnight', () => {
  const day = { from: 6, until: 22, timeZone: 'Africa/Lagos' }
  assert.equal(opening(day, '2026-11-21T05:00:00Z'), 'open')
  assert.equal(opening(day, '2026-11-21T04:59:59Z'), '2026-11-21T05:00:00.000Z')
  assert.equal(opening(day, '2026-11-21T21:00:00Z'), '2026-11-22T05:00:00.000Z')
  const night = { from: 22, until: 4, timeZone: 'Asia/Tehran' }
  assert.equal(opening(night, '2026-11-21T20:00:00Z'), 'open')
  assert.equal(opening(night, '2026-11-21T23:30:00Z'), 'open')
  assert.equal(opening(night, '2026-11-21T12:00:00Z'), '2026-11-21T18:30:00.000Z')
})

test('without hours, and with hours that are the whole day, it is always open', () => {
  assert.equal(opening(null, '2026-11-21T05:00:00Z'), 'open')
  assert.equal(opening({ from: 0, until: 24, timeZone: 'UTC' }, '2026-11-21T05:00:00Z'), 'open')
})

test('whatever the hours and the moment, an opening lies ahead and is open', () => {
  const hours = ['Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Apia'].flatMap((timeZone) =>
    [0, 5, 10, 15, 20].flatMap((from) => [1, 8, 15, 22].map((until) => ({ from, until, timeZone }))),
  )
  for (const some of hours)
    for (let now = at('2026-03-28T12:00:00Z'); now < at('2026-03-30T00:00:00Z'); now += 7_000_000) {
      const next = nextOpening(some, now)
      if (next === null) continue
      assert.ok(next > now)
      // The hour that is skipped in spring may lie outside of the hours; the next one then is ahead again.
      const again = nextOpening(some, next)
      assert.ok(again === null || again > next)
    }
})
