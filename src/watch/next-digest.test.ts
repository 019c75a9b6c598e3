import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextDigest } from './next-digest.ts'

const at = (text: string): number => Date.parse(text)
const iso = (instant: number): string => new Date(instant).toISOString()

test('a digest is always told after the moment, and never later than its kind allows', () => {
  for (let now = at('2026-03-28T00:00:00Z'); now < at('2026-03-30T12:00:00Z'); now += 1_234_567) {
    for (const [digest, most] of [
      [{ kind: 'at-once' }, 10_000],
      [{ kind: 'hourly' }, 3_600_000],
      [{ kind: 'daily', hour: 2, timeZone: 'Europe/Berlin' }, 25 * 3_600_000],
    ] as const) {
      const due = nextDigest(digest, now)
      assert.ok(due > now && due - now <= most, `${digest.kind} at ${iso(now)} is due ${iso(due)}`)
    }
  }
})

test('a daily digest comes at its hour of the wall clock, summer and winter, in any time zone', () => {
  const lagos = { kind: 'daily', hour: 7, timeZone: 'Africa/Lagos' } as const
  assert.equal(iso(nextDigest(lagos, at('2026-07-01T05:59:59Z'))), '2026-07-01T06:00:00.000Z')
  assert.equal(iso(nextDigest(lagos, at('2026-07-01T06:00:00Z'))), '2026-07-02T06:00:00.000Z')
  const berlin = { kind: 'daily', hour: 7, timeZone: 'Europe/Berlin' } as const
  assert.equal(iso(nextDigest(berlin, at('2026-10-24T12:00:00Z'))), '2026-10-25T06:00:00.000Z')
  assert.equal(iso(nextDigest(berlin, at('2026-10-23T12:00:00Z'))), '2026-10-24T05:00:00.000Z')
  const kathmandu = { kind: 'daily', hour: 0, timeZone: 'Asia/Kathmandu' } as const
  assert.equal(iso(nextDigest(kathmandu, at('2026-11-21T12:00:00Z'))), '2026-11-21T18:15:00.000Z')
})

test('an hour that a day does not have is told an hour later, and one that comes twice is told once', () => {
  const spring = { kind: 'daily', hour: 2, timeZone: 'Europe/Berlin' } as const
  assert.equal(iso(nextDigest(spring, at('2026-03-28T22:00:00Z'))), '2026-03-29T01:00:00.000Z')
  const autumn = nextDigest(spring, at('2026-10-24T22:00:00Z'))
  assert.equal(iso(autumn), '2026-10-25T00:00:00.000Z')
  assert.equal(iso(nextDigest(spring, autumn)), '2026-10-26T01:00:00.000Z')
})
