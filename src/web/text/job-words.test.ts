import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jobNames } from '../../domain/job.ts'
import { hasPhrase } from './t.ts'

test('every kind of work has a name in the words of the desk', () => {
  const nameless = jobNames.filter((name) => !hasPhrase(`job.${name}`))
  assert.deepEqual(nameless, [])
})
