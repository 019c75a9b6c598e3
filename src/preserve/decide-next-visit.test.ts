import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideNextVisit } from './decide-next-visit.ts'

const now = Date.UTC(2026, 0, 1)
const broken = { failure: 'http-status', status: 503, retryAfter: null } as const

test('what robots.txt forbids is refused for good', () => {
  assert.deepEqual(decideNextVisit({ failure: 'refused-by-robots', status: null, retryAfter: null }, 0, now), {
    state: 'refused',
    nextVisitAt: null,
  })
})

test('a server in trouble is asked again, ever more rarely, and in the end left alone', () => {
  const times = Array.from({ length: 8 }, (_, failures) => decideNextVisit(broken, failures, now).nextVisitAt)
  const pauses = times.flatMap((time) => (time === null ? [] : [time - now]))
  assert.deepEqual(
    pauses,
    [...pauses].sort((a, b) => a - b),
  )
  assert.equal(times.at(-1), null)
})

test('a publisher who asks for two days gets two days, one who asks for a year gets a week', () => {
  assert.equal(decideNextVisit({ ...broken, retryAfter: '172800' }, 0, now).nextVisitAt, now + 172_800_000)
  assert.equal(
    decideNextVisit({ ...broken, retryAfter: 'Fri, 01 Jan 2027 00:00:00 GMT' }, 0, now).nextVisitAt,
    now + 7 * 86_400_000,
  )
  assert.equal(decideNextVisit({ ...broken, retryAfter: 'soon' }, 0, now).nextVisitAt, now + 600_000)
})

test('a page that is not there is asked for three times, and is still only failed, not deleted', () => {
  const missing = { failure: 'http-status', status: 404, retryAfter: null } as const
  assert.equal(decideNextVisit(missing, 1, now).nextVisitAt !== null, true)
  assert.deepEqual(decideNextVisit(missing, 2, now), { state: 'failed', nextVisitAt: null })
})
